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
      const [, title] = /<title>([^<]*) · Stepladder<\/title>/.exec(text ?? "") ?? [];
      if (title !== undefined) pages.set(pathname, plain(title));
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

const SIGNS: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** A title as it is read: the build writes these references and no others. */
function plain(title: string): string {
  return title.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] as string);
}

const section = document.querySelector<HTMLElement>("[data-kept]");
if (section !== null && "caches" in window) void showKept(section);
