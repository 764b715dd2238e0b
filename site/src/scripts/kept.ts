/** Lists the boards and entries that were read before: what the site's cache holds of them. */
async function showKept(section: HTMLElement): Promise<void> {
  const base = document.body.dataset.base ?? "/";
  const pages = new Map<string, string>();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url);
      if (!pathname.startsWith(`${base}tracks/`) || pathname === `${base}tracks/` || !pathname.endsWith("/")) continue;
      const text = await (await cache.match(url))?.text();
      const title = new DOMParser().parseFromString(text ?? "", "text/html").title;
      if (title !== "") pages.set(pathname, title.replace(/ · Stepladder$/, ""));
    }
  }
  for (const [path, title] of [...pages].sort()) {
    const link = document.createElement("a");
    link.href = path;
    link.textContent = title;
    const item = document.createElement("li");
    item.append(link);
    section.querySelector("ul")?.append(item);
  }
  section.hidden = pages.size === 0;
}

const section = document.querySelector<HTMLElement>("[data-kept]");
if (section !== null && "caches" in window) void showKept(section);
