import { parseDocument } from "htmlparser2";
import { expect, it } from "vitest";
import { clean, linesOf, textOf } from "./text.ts";

it("blocks and breaks start lines, inline elements do not", () => {
  const page = parseDocument("<div>Cut <b>the</b> bread.<p>Toast it</p>for two<br>minutes.<ul><li>Eat<li>Sing</ul></div>");
  expect(linesOf(page)).toEqual(["Cut the bread.", "Toast it", "for two", "minutes.", "Eat", "Sing"]);
  expect(textOf(page)).toBe("Cut the bread. Toast it for two minutes. Eat Sing");
});

it("scripts, styles, buttons and what the caller skips are silent", () => {
  const page = parseDocument("<p>One<script>x()</script><style>p{}</style><button>Print</button><i class=ad>Buy</i> two</p>");
  expect(textOf(page, ({ attribs }) => attribs.class === "ad")).toBe("One two");
});

it("white space folds, and what has no width goes", () => {
  expect(clean("  a\u00a0\n b\u200b\u00adc\ufeff ")).toBe("a bc");
});

it("a text nested a thousand deep is read", () => {
  const deep = parseDocument(`${"<b>".repeat(1000)}x`);
  expect(textOf(deep)).toBe("x");
});
