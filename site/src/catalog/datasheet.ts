import { Marked } from "marked";

/**
 * HTML of a track's README: its own title is dropped and its headings move `down` by as many levels, one where they stand below the page's
 * "Datasheet"; tables get a place of their own to scroll in. The README is ours; nothing in it is escaped.
 */
export async function renderDatasheet(markdown: string, down = 1): Promise<string> {
  const marked = new Marked({
    walkTokens(token) {
      if (token.type === "heading") token.depth = Math.min(6, token.depth + down);
    },
  });
  const html = await marked.parse(markdown.replace(/^\s*# .*\n/, ""));
  return html
    .replaceAll("<table>", '<section class="table" aria-label="Table" tabindex="0"><table>')
    .replaceAll("</table>", "</table></section>")
    .replaceAll("<pre>", '<pre tabindex="0">');
}
