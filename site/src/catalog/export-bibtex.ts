import { latexText } from "@stepladder/wasm/host/latex.ts";
import { slug } from "./order.ts";

/** A work that can be cited, with what is known of it. */
export interface Work {
  readonly title: string;
  readonly url: string;
}

/**
 * A work as BibTeX. The paper's authors are not known here, so there is no such field; that of arXiv's number follows from its address,
 * and the year from the number.
 */
export function bibtex({ title, url }: Work): string {
  const [, number, year] = /^https?:\/\/arxiv\.org\/(?:abs|pdf)\/((\d{2})\d{2}\.\d{4,5})/.exec(url) ?? [];
  const fields: [string, string][] = [
    // Braces keep the letters of the title as they are.
    ["title", `{${latexText(title)}}`],
    ...(number === undefined || year === undefined
      ? []
      : ([
          ["year", `20${year}`],
          ["eprint", number],
          ["archiveprefix", "arXiv"],
        ] satisfies [string, string][])),
    ["url", addressText(url)],
  ];
  return `@misc{${keyOf(title, year)},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;
}

/** All in one file; two that would have one key are told apart by a letter. */
export function bibliography(works: readonly Work[]): string {
  const seen = new Map<string, number>();
  return works
    .map((work) => {
      const text = bibtex(work);
      const key = text.slice("@misc{".length, text.indexOf(","));
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      return before === 0 ? text : text.replace(key, () => `${key}-${String.fromCharCode(96 + before)}`);
    })
    .join("\n");
}

/** The title's first words, in the letters that every BibTeX takes: "procbench-2024". */
function keyOf(title: string, year: string | undefined): string {
  const [head = ""] = title.split(":");
  const words = slug(head.normalize("NFKD"))
    .replace(/[^a-z0-9-]/g, "")
    .split("-")
    .filter(Boolean)
    .slice(0, 4);
  return [...(words.length === 0 ? ["work"] : words), ...(year === undefined ? [] : [`20${year}`])].join("-");
}

/** An address inside braces: signs that would close them or begin a comment are percent-encoded. */
function addressText(url: string): string {
  return url.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}
