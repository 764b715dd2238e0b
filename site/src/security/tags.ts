/** A start tag of a page, and the text of the elements that hold nothing else. */
export interface Tag {
  /** In lower case: `a`, `script`. */
  readonly name: string;
  /** By name in lower case, with references such as `&amp;` as they are written. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands in a script, a style, a title or a text area. */
  readonly text?: string;
  /** Where what is in it begins, counted in characters from the start of the page. */
  readonly end: number;
}

const ATTRIBUTE = /[\s/]+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'`=<>]+)))?/y;
const PASSED = /<!--[\s\S]*?-->|<!doctype[^>]*>|<\?[^>]*\?>|<\/[a-z][^<>]*>|<(?![a-z/!?])|[^<]+/iy;
const OPEN = /<([a-z][^\s/>]*)/iy;
const CLOSE = /[\s/]*>/y;
const HOLDS_TEXT = /^(?:script|style|title|textarea)$/;

/**
 * The start tags of a page as a build writes it, in their order. Throws where it is not written by the rules: what a browser would mend is
 * not guessed at, for a policy depends on what is found here.
 */
export function tagsOf(page: string): Tag[] {
  const tags: Tag[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(page);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  while (at < page.length) {
    if (take(PASSED) !== null) continue;
    const start = at;
    const name = take(OPEN)?.[1]?.toLowerCase();
    const attributes = new Map<string, string>();
    for (let found = take(ATTRIBUTE); found !== null; found = take(ATTRIBUTE)) {
      attributes.set((found[1] as string).toLowerCase(), found[2] ?? found[3] ?? found[4] ?? "");
    }
    if (name === undefined || take(CLOSE) === null) throw new Error(`expected a tag, found ${JSON.stringify(page.slice(start, at + 40))}`);
    const end = at;
    const text = HOLDS_TEXT.test(name) ? take(new RegExp(`[\\s\\S]*?(?=</${name}\\s*>)`, "iy"))?.[0] : undefined;
    if (text === undefined && HOLDS_TEXT.test(name)) throw new Error(`expected </${name}>, found none after ${page.slice(start, end)}`);
    tags.push({ name, attributes, ...(text === undefined ? {} : { text }), end });
  }
  return tags;
}
