import { type Block, type Line, type Outline, ROLE } from "./outline.ts";
import { STEPS_HEADING, STEPS_LEAD } from "./words.ts";

/** What stands over a list: places of lines, -1 where there is none. */
export interface Context {
  /** Nearest heading before it. */
  readonly heading: number;
  /** Nearest heading of a higher rank before that. */
  readonly above: number;
  /** The line right before it, where that is no heading. */
  readonly lead: number;
}

/** Headings are looked for no further back than this many lines. */
const REACH = 60;

/** What stands over the line `from`. */
export function contextOf({ lines, headingBefore }: Outline, from: number): Context {
  const near = (at: number): number => (at >= from - REACH ? at : -1);
  const heading = near(headingBefore[from] ?? -1);
  const lead = from > 0 && (lines[from - 1] as Line).heading === 0 ? from - 1 : -1;
  if (heading === -1) return { heading, above: -1, lead };
  const rank = (lines[heading] as Line).heading;
  let above = near(headingBefore[heading] as number);
  while (above !== -1 && (lines[above] as Line).heading >= rank) above = near(headingBefore[above] as number);
  return { heading, above, lead };
}

/** Whether the page itself says that steps come: by a class, a heading or the sentence before. */
export function isAnnounced(page: Outline, spans: readonly { readonly block: Block; readonly from: number }[], holder: Block): boolean {
  if (holder.role & ROLE.steps || spans.every(({ block }) => block.role & ROLE.steps)) return true;
  const { heading, above, lead } = contextOf(page, spans[0]?.from ?? holder.from);
  const says = (words: RegExp, at: number): boolean => at !== -1 && words.test((page.lines[at] as Line).text);
  return says(STEPS_HEADING, heading) || says(STEPS_HEADING, above) || says(STEPS_LEAD, lead);
}
