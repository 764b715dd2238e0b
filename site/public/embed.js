// Runs before the first paint: the page around the frame may choose its colours, `?theme=dark`.
(() => {
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
})();
