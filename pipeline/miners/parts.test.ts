import { expect, it } from "vitest";
import { parseFragment } from "./doc.ts";
import { partsOf } from "./parts.ts";

/** Parts as text, headings marked. */
function told(html: string): string[] {
  return partsOf(parseFragment(html)).map(({ text, heading }) => (heading ? `# ${text}` : text));
}

it.each<[string, string, string[]]>([
  ["items with all they hold", "<ol><li><p>Mix.</p><p>Well.</p><ul><li>By hand</ul><li>Bake.</ol>", ["Mix. Well. By hand", "Bake."]],
  ["headings between lists", "<h3>Dough</h3><ol><li>Mix.</ol><h3>Icing</h3><ol><li>Stir.</ol>", ["# Dough", "Mix.", "# Icing", "Stir."]],
  [
    "bold lines and lines with a colon",
    "<p><strong>Dough</strong></p><p>Mix.</p>Icing:<br>Stir.",
    ["# Dough", "Mix.", "# Icing:", "Stir."],
  ],
  ["a bold line at the end is no heading", "<p>Mix.</p><p><b>Enjoy</b></p>", ["Mix.", "Enjoy"]],
  ["a bold sentence is no heading", "<p><b>Mix well.</b></p><p>Bake.</p>", ["Mix well.", "Bake."]],
  [
    "items that are sections",
    "<ul><li>Dough:<ol><li>Mix.<li>Rest.</ol><li><h4>Icing</h4><ol><li>Stir.</ol></ul>",
    ["# Dough:", "Mix.", "Rest.", "# Icing", "Stir."],
  ],
  ["labels that stand alone", "<b>Step 1</b><p>Mix.</p><p>Well.</p><b>Step 2</b><p>Bake.</p>", ["Mix. Well.", "Bake."]],
  ["labels under headings", "<h3>Dough</h3><i>1</i><p>Mix.</p><h3>Icing</h3><i>1</i><p>Stir.</p>", ["# Dough", "Mix.", "# Icing", "Stir."]],
  ["breaks within inline elements", "<p><span>Mix.<br>Bake.</span></p>", ["Mix.", "Bake."]],
  ["blocks within inline elements", "<span><p>Mix.</p><p>Bake.</p></span>", ["Mix.", "Bake."]],
  ["captions of pictures", "<p>Mix.</p><figure><img><figcaption>A bowl</figcaption></figure><p>Bake.</p>", ["Mix.", "Bake."]],
])("%s", (_, html, parts) => {
  expect(told(html)).toEqual(parts);
});
