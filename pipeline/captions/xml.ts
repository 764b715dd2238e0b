import { excerpt } from "@stepladder/wasm/intake/excerpt.ts";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import { Parser } from "htmlparser2";
import type { Place } from "./fault.ts";

/** Elements inside elements, at most: captions need a dozen. */
const MAX_DEPTH = 100;

/** What a layout hears of an XML file, in its order. Names come without their prefix, as do those of attributes. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>, place: Place): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * Goes through an XML file. Entities of its own are not resolved, so that none can grow. Throws FileProblem with the line where tags do not
 * close each other, or nest deeper than captions do.
 */
export function walkXml(text: string, file: string, listener: XmlListener): void {
  const open: string[] = [];
  let opened = -1;
  const lineAt = lineCounter(text);
  const refuse = (at: number, expected: string, found: string): never => {
    throw new FileProblem({
      kind: "not-xml",
      file,
      line: lineAt(at),
      expected,
      found,
      fix: "look whether the file was cut off, or write it with an XML library",
    });
  };
  const parser = new Parser(
    {
      onopentag(written, attributes) {
        open.push(written);
        opened = parser.startIndex;
        const place = { file, line: lineAt(parser.startIndex) };
        if (open.length > MAX_DEPTH)
          refuse(parser.startIndex, `elements inside at most ${MAX_DEPTH} others`, `a deeper one, <${excerpt(written)}>`);
        const local = Object.entries(attributes).map(([name, value]) => [localName(name), value] as const);
        listener.open(localName(written), Object.fromEntries(local), place);
      },
      ontext: (data) => listener.text(data),
      onclosetag(written, isImplied) {
        // A tag that closes itself is told as implied too.
        const closes = !isImplied || parser.startIndex === opened;
        if (!closes)
          refuse(
            parser.startIndex,
            `</${excerpt(written)}>`,
            parser.startIndex >= text.length ? "the end of the file" : excerpt(text, parser.startIndex),
          );
        open.pop();
        listener.close(localName(written));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
}

/** `xml:lang` is `lang`, `tt:p` is `p`. */
function localName(written: string): string {
  return written.slice(written.indexOf(":") + 1);
}

/** Numbers of lines for offsets that do not go back. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let seen = 0;
  return (at) => {
    for (let next = text.indexOf("\n", seen); next >= 0 && next < at; next = text.indexOf("\n", seen)) {
      line++;
      seen = next + 1;
    }
    return line;
  };
}
