import type { Placing } from "@stepladder/schema";
import { plainText } from "@stepladder/wasm/host/plain-text.ts";
import satori from "satori";
import { formatScore, inSentence, plural } from "../format.ts";
import type { MetricInfo } from "./describe.ts";
import { ACCENT, INK, LINE, MUTED, markSvg, PAPER, RULE } from "./mark.ts";
import { rankText } from "./placing.ts";
import { packageFile, pngOf } from "./png.ts";

/** What the picture of a board shows. */
export interface BoardPicture {
  readonly title: string;
  readonly summary: string;
  readonly metric: MetricInfo;
  readonly items: number | undefined;
  readonly systems: number;
  /** The first lines, best first. */
  readonly rows: readonly { readonly name: string; readonly placed: Placing; readonly word: string }[];
}

/** What satori draws: an element as React has it, made without React. */
interface Box {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly key: null;
}
type Style = Readonly<Record<string, string | number>>;

/** Width and height that other sites ask for, in pixels. */
const WIDTH = 1200;
const HEIGHT = 630;
/** Width of the line from 0 to 100 %, in pixels. */
const SCALE = 280;

const fonts = Promise.all(
  ([400, 600] as const).map(async (weight) => ({
    name: "Inter",
    weight,
    data: await packageFile(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`),
  })),
);

/** A board's title, its first lines with their intervals, and our mark, as a PNG. */
export async function boardPicture(picture: BoardPicture): Promise<Uint8Array<ArrayBuffer>> {
  const { title, summary, metric, items, systems, rows } = picture;
  const counts = [systems === 0 ? undefined : plural(systems, "system"), items === undefined ? undefined : plural(items, "item")];
  const better = `${metric.title}, ${metric.better} is better`;
  return draw(
    brand(),
    line(title, { fontSize: title.length > 32 ? 50 : 64, fontWeight: 600, letterSpacing: -1 }),
    line(summary, { fontSize: 26, color: MUTED, marginTop: 4, whiteSpace: "normal", lineClamp: 2, display: "block" }),
    box({ flexDirection: "column", marginTop: "auto" }, ...rows.map((row) => rowBox(row, metric))),
    line([...counts.filter(Boolean), rows.length === 0 ? "No entry yet" : inSentence(better)].join(" · "), {
      marginTop: 16,
      fontSize: 24,
      color: MUTED,
    }),
  );
}

/** The picture of pages that are of no board. */
export function plainPicture(title: string, says: string): Promise<Uint8Array<ArrayBuffer>> {
  return draw(
    brand(),
    line(title, { fontSize: 72, fontWeight: 600, letterSpacing: -2, marginTop: 140 }),
    line(says, { fontSize: 34, color: MUTED, marginTop: 20 }),
  );
}

async function draw(...children: readonly Box[]): Promise<Uint8Array<ArrayBuffer>> {
  const page = box(
    {
      ...{ boxSizing: "border-box", flexDirection: "column", width: WIDTH, height: HEIGHT, padding: "36px 64px" },
      ...{ background: PAPER, color: INK, fontFamily: "Inter" },
    },
    ...children,
  );
  return pngOf(await satori(page, { width: WIDTH, height: HEIGHT, fonts: await fonts }), WIDTH);
}

function brand(): Box {
  const address = `data:image/svg+xml;base64,${Buffer.from(markSvg()).toString("base64")}`;
  const mark: Box = { type: "img", key: null, props: { src: address, width: 40, height: 40 } };
  return box({ alignItems: "center", gap: 14, fontSize: 28, fontWeight: 600, marginBottom: 12 }, mark, line("Stepladder", {}));
}

function rowBox({ name, placed, word }: BoardPicture["rows"][number], metric: MetricInfo): Box {
  const { value, low, high } = placed;
  const cell = (text: string, width: number, style: Style = {}): Box => line(text, { width, ...style });
  return box(
    { alignItems: "center", height: 51, borderTop: `1px solid ${RULE}`, fontSize: 26 },
    cell(rankText(placed) || word, 150, placed.rank === undefined ? { color: MUTED, fontSize: 21 } : { fontWeight: 600 }),
    cell(name, 480, placed.rank === undefined ? { color: MUTED } : {}),
    box(
      { width: SCALE },
      ...(value === undefined || metric.unit !== "fraction" ? [] : [scale(value, low, high, placed.rank === undefined ? MUTED : ACCENT)]),
    ),
    cell(value === undefined ? "–" : formatScore(value, metric.unit).replace("\u00a0", " "), 162, {
      justifyContent: "flex-end",
      fontWeight: 600,
      paddingRight: 0,
    }),
  );
}

/** The value as a dot with its interval, on a line from 0 to 100 %. */
function scale(value: number, low: number | undefined, high: number | undefined, color: string): Box {
  const at = (share: number): number => Math.round(Math.min(Math.max(share, 0), 1) * SCALE);
  const mark = (left: number, top: number, width: number, height: number, background: string, radius = 0): Box =>
    box({ position: "absolute", left, top, width, height, background, borderRadius: radius });
  const interval =
    low === undefined || high === undefined
      ? []
      : [mark(at(low), 14, Math.max(1, at(high) - at(low)), 3, color), mark(at(low), 8, 2, 15, color), mark(at(high), 8, 2, 15, color)];
  return box(
    { position: "relative", width: SCALE, height: 31 },
    mark(0, 15, SCALE, 1, LINE),
    ...interval,
    mark(at(value) - 6, 9, 13, 13, color, 7),
  );
}

function box(style: Style, ...children: readonly (Box | string)[]): Box {
  return { type: "div", key: null, props: { style: { display: "flex", ...style }, children } };
}

/** One line of text; what does not fit ends in an ellipsis. */
function line(text: string, style: Style): Box {
  const cut = { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", paddingRight: 12 };
  return { type: "div", key: null, props: { style: { display: "flex", ...cut, ...style }, children: plainText(text) } };
}
