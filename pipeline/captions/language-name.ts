const NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Languages that Whisper names, by name: verbose_json says `english`. */
const BY_NAME: ReadonlyMap<string, string> = new Map(
  "af am ar as az ba be bg bn bo br bs ca cs cy da de el en es et eu fa fi fo fr gl gu ha haw he hi hr ht hu hy id is it ja jv ka kk km kn ko la lb ln lo lt lv mg mi mk ml mn mr ms mt my ne nl nn no oc pa pl ps pt ro ru sa sd si sk sl sn so sq sr su sv sw ta te tg th tk tl tr tt uk ur uz vi yi yo zh"
    .split(" ")
    .map((code) => [(NAMES.of(code) ?? code).toLowerCase(), code]),
);

/** BCP 47 tag of a language told by tag or by its English name; `undefined` where it is neither. */
export function namedLanguage(told: string): string | undefined {
  const name = told.trim();
  return BY_NAME.get(name.toLowerCase()) ?? knownTag(name);
}

/** The tag in its canonical form, where its language has a name: `fix` has the form of one and is none. */
export function knownTag(tag: string): string | undefined {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(tag)) return undefined;
  try {
    const [canonical = ""] = Intl.getCanonicalLocales(tag.replace(/_/g, "-"));
    return NAMES.of(canonical.split("-")[0] as string) === undefined ? undefined : canonical;
  } catch {
    return undefined;
  }
}
