// Runs before the first paint, so that a chosen theme never flashes; an external file, so that no policy must allow inline code.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  try {
    const theme = localStorage.getItem("stepladder.theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; the system's theme then stands.
  }
})();
