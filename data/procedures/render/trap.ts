import type { Site } from "./copy.ts";

/** A page that looks as if it told how something is done, and does not. */
export interface Trap {
  readonly file: string;
  readonly site: Site;
  readonly lang: string;
  readonly title: string;
  readonly lead: string;
  readonly body: string;
}

/** A trap's file: a comment with `site | language | title | lead`, then the body. Throws where the comment is missing. */
export function readTrap(file: string, text: string): Trap {
  const [head, site, lang, title, lead] = /^<!-- (\S+) \| (\S+) \| ([^|]+) \| ([^|]+) -->\n/.exec(text) ?? [];
  if (head === undefined)
    throw new Error(`traps/${file}:1: expected <!-- site | language | title | lead -->, found ${text.split("\n")[0]}`);
  return {
    file,
    site: site as Site,
    lang: lang as string,
    title: title as string,
    lead: lead as string,
    body: text.slice(head.length).trimEnd(),
  };
}
