// Runs before the first paint and before any other script; an external file, so that no policy must allow inline code.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  try {
    // A chosen theme never flashes.
    const theme = localStorage.getItem("stepladder.theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; the system's theme then stands.
  }

  // The only text that becomes code: addresses of this site's own workers. Where there are no trusted types the policy's sources say as much.
  const site = new URL(".", document.currentScript.src).href;
  const isWorker = (path) => path === "sw.js" || /^_astro\/[\w.-]+\.js$/.test(path);
  window.trustedTypes?.createPolicy("default", {
    createScriptURL: (address) => {
      const { href } = new URL(address, document.baseURI);
      return href.startsWith(site) && isWorker(href.slice(site.length)) ? href : null;
    },
  });
})();
