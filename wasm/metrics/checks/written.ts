/** A procedure as a text holds it. */
export interface Written {
  readonly goal?: string;
  readonly resources: readonly string[];
  readonly steps: readonly string[];
  /** What stands before each step as its mark: `1.`, `2)`, `-`; empty where nothing does. */
  readonly marks: readonly string[];
  /** How its steps were found. */
  readonly rule: "json" | "fenced-json" | "numbered" | "bulleted" | "lines";
}

/**
 * Reads a procedure from text: a JSON object with `steps` (the whole text, or the last fenced block), else lines. Of lines the numbered
 * ones are steps, where there are none those with bullets, where there are none all that are no headings. Lines under a heading such as
 * `Resources:`, `Ingredients:` or `You need:` are resources; a title or `Goal:` is the goal. Indented lines go on with the step before.
 */
export function readWritten(text: string): Written {
  const json = objectIn(text);
  if (json !== undefined) return { ...json, rule: "json" };
  const fenced = [...text.matchAll(/^[ \t]*(?:```|~~~)[^\n]*\n([\s\S]*?)^[ \t]*(?:```|~~~)/gm)].map(([, block = ""]) => objectIn(block));
  const last = fenced.findLast((one) => one !== undefined);
  return last === undefined ? readLines(text) : { ...last, rule: "fenced-json" };
}

type Parts = Omit<Written, "rule">;

/** The procedure that a text is, as one JSON object; what is no text in its lists is left out. */
export function objectIn(text: string): Parts | undefined {
  const value = parsed(text.trim());
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { goal, resources, steps } = value as Readonly<Record<string, unknown>>;
  if (!Array.isArray(steps)) return undefined;
  const own = textsOf(steps);
  return {
    ...(typeof goal === "string" && goal !== "" ? { goal } : {}),
    resources: Array.isArray(resources) ? textsOf(resources) : [],
    steps: own,
    marks: own.map(() => ""),
  };
}

function parsed(text: string): unknown {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Texts as they are, or in the field `text`, as our records of procedures have them. */
function textsOf(list: readonly unknown[]): string[] {
  return list
    .map((one) => (typeof one === "object" && one !== null ? (one as { readonly text?: unknown }).text : one))
    .filter((one) => typeof one === "string")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

const NUMBERED = /^[*_]{0,2}((?:step\s+)?\d{1,3}[.):])[*_]{0,2}\s+(\S.*)$/i;
const BULLETED = /^([-*+•–])\s+(\S.*)$/u;
const HEADING = /^(?:#{1,6}\s+)?[*_]{0,2}([^.!?]{1,60}?)[*_]{0,2}\s*:\s*[*_]{0,2}$|^#{1,6}\s+(\S.*)$/;
const OF_RESOURCES =
  /^(?:resources|materials?|ingredients?|tools?|supplies|equipment|what you(?:'ll| will)? need|you(?:'ll| will)? need)\b/i;
const OF_STEPS = /^(?:steps?|instructions?|method|directions?|procedure)\b/i;
const GOAL = /^[*_]{0,2}(?:goal|task)[*_]{0,2}\s*:\s*[*_]{0,2}\s*(\S.*)$/i;

interface Line {
  readonly mark: string;
  readonly text: string;
  readonly part: "resources" | "steps" | "other";
}

function readLines(text: string): Written {
  const lines: Line[] = [];
  let goal: string | undefined;
  let part: Line["part"] = "other";
  for (const full of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const line = full.trim();
    const before = lines.at(-1);
    if (line === "") continue;
    const [, told] = GOAL.exec(line) ?? [];
    const [, heading, title] = HEADING.exec(line) ?? [];
    const [, mark = "", marked] = NUMBERED.exec(line) ?? BULLETED.exec(line) ?? [];
    if (told !== undefined) goal ??= told;
    else if (marked !== undefined) lines.push({ mark, text: marked, part });
    else if (heading !== undefined || title !== undefined) {
      const name = (heading ?? title) as string;
      if (OF_RESOURCES.test(name)) part = "resources";
      else if (OF_STEPS.test(name)) part = "steps";
      else if (title !== undefined) goal ??= title;
    } else if (/^[ \t]{2,}/.test(full) && before !== undefined && before.mark !== "") {
      lines[lines.length - 1] = { ...before, text: `${before.text} ${line}` };
    } else lines.push({ mark: "", text: line, part });
  }
  return { ...(goal === undefined ? {} : { goal }), ...partsOf(lines) };
}

function partsOf(lines: readonly Line[]): Omit<Written, "goal"> {
  const headed = lines.some(({ part }) => part === "steps");
  const mayBeSteps = lines.filter(({ part }) => part === "steps" || (!headed && part === "other"));
  // A list of resources that no heading ends goes on to the first number.
  const after = mayBeSteps.length > 0 ? mayBeSteps : lines.filter(({ mark }) => /\d/.test(mark));
  const numbered = after.filter(({ mark }) => /\d/.test(mark));
  const bulleted = after.filter(({ mark }) => mark !== "");
  const steps = numbered.length > 0 ? numbered : bulleted.length > 0 ? bulleted : after;
  const taken = new Set(steps);
  return {
    resources: lines.filter((line) => line.part === "resources" && !taken.has(line)).map(({ text }) => text),
    steps: steps.map(({ text }) => text),
    marks: steps.map(({ mark }) => mark),
    rule: numbered.length > 0 ? "numbered" : bulleted.length > 0 ? "bulleted" : "lines",
  };
}
