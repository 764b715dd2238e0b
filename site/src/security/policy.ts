import { createHash } from "node:crypto";
import { type Tag, tagsOf } from "./tags.ts";

/**
 * What a page may load and run: https://www.w3.org/TR/CSP3/. All of it comes from this site, and nothing else does.
 *
 * - Code is files of the site, and the inline code of the page itself by its hash; nothing is evaluated from text but WebAssembly.
 * - Pictures are files, or drawings that the page made (`blob:`).
 * - Text becomes code or markup nowhere; addresses of workers pass the one policy of `public/first.js`.
 *
 * A meta element cannot say who may put the page in a frame (`frame-ancestors`); a host that sets headers can. Nor does it bind workers:
 * they bind themselves (`workers/confined.ts`).
 */
const RULES = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self' blob:",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "default",
} as const;

/** Types of scripts that hold data and are never run. */
const DATA = /^application\/(?:ld\+)?json$/;

/** The page with its policy, as the first thing after its charset. Throws where the page breaks it, or has no charset. */
export function withPolicy(page: string): string {
  const tags = tagsOf(page);
  const charset = tags.find(({ name, attributes }) => name === "meta" && attributes.has("charset"));
  if (charset === undefined) throw new Error("expected <meta charset>, found none");
  const [breach] = breaches(tags);
  if (breach !== undefined) throw new Error(breach);
  return `${page.slice(0, charset.end)}<meta http-equiv="content-security-policy" content="${policyOf(tags)}">${page.slice(charset.end)}`;
}

function policyOf(tags: readonly Tag[]): string {
  const own = (name: string): string => {
    const inline = tags.filter((tag) => tag.name === name && !tag.attributes.has("src") && !DATA.test(tag.attributes.get("type") ?? ""));
    return [...new Set(inline.map(({ text = "" }) => ` 'sha256-${createHash("sha256").update(text).digest("base64")}'`))].join("");
  };
  const hashes: Readonly<Record<string, string>> = { "script-src": own("script"), "style-src": own("style") };
  return Object.entries(RULES)
    .map(([name, sources]) => `${name} ${sources}${hashes[name] ?? ""}`)
    .join("; ");
}

/** Attributes whose address is fetched with the page, by element; `link` is fetched for some relations only. */
const FETCHED: Readonly<Record<string, readonly string[]>> = {
  audio: ["src"],
  feimage: ["href", "xlink:href"],
  image: ["href", "xlink:href"],
  img: ["src", "srcset"],
  link: ["href"],
  script: ["src", "href", "xlink:href"],
  source: ["src", "srcset"],
  track: ["src"],
  use: ["href", "xlink:href"],
  video: ["src", "poster"],
};
/** Relations of `link` that only name an address. */
const NAMED = /^(?:canonical|alternate|license|author|me|next|prev|help|search)$/;
/** A scheme, or the name of another host. */
const ELSEWHERE = /^\s*(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i;
const RUN = /^\s*(?:javascript|data|vbscript|blob):/i;
const FOREIGN = /^(?:base|embed|frame|frameset|iframe|object|applet|portal|foreignobject)$/;

/** What the policy would block, or ought to and cannot, each told with its element. A drawing that is a file is held to the same. */
export function breaches(tags: readonly Tag[]): string[] {
  return tags.flatMap((tag) => [...breachesOf(tag)].map((what) => `<${tag.name}>: expected no ${what}`));
}

function* breachesOf({ name, attributes }: Tag): Iterable<string> {
  if (FOREIGN.test(name)) yield "such element";
  if (name === "meta" && attributes.has("http-equiv")) yield `http-equiv, found "${attributes.get("http-equiv")}"`;
  const fetched = name === "link" && NAMED.test(attributes.get("rel") ?? "") ? [] : (FETCHED[name] ?? []);
  for (const [attribute, value] of attributes) {
    if (attribute === "style") yield `style attribute, which the policy blocks, found "${value}"; use a class, or attributes of SVG`;
    if (/^on/.test(attribute)) yield `code in an attribute, found ${attribute}="${value}"; use a script`;
    if (RUN.test(value) && /^(?:href|xlink:href|src|action|formaction)$/.test(attribute)) yield `address that runs, found "${value}"`;
    if (fetched.includes(attribute) && value.split(",").some((one) => ELSEWHERE.test(one))) yield `file of another site, found "${value}"`;
  }
}
