/** The one name that a person may have meant by another: the same but for case, spaces, separators, leading zeros and unseen characters. */
export class NearNames {
  readonly #names = new Map<string, string | undefined>();

  /** Names that only differ in what is passed over are meant by nothing. Each is known without what it has before its first colon too. */
  constructor(names: Iterable<string>) {
    for (const name of names) {
      this.#add(bare(name), name);
      const colon = name.indexOf(":");
      if (colon >= 0) this.#add(bare(name.slice(colon + 1)), name);
    }
  }

  /** The name that is meant; nothing where none or several may be. */
  of(name: string): string | undefined {
    if (name.length > LONGEST) return undefined;
    const own = bare(name);
    return own === "" ? undefined : (this.#names.get(own) ?? this.#names.get(bare(name.slice(name.indexOf(":") + 1))));
  }

  #add(key: string, name: string): void {
    this.#names.set(key, this.#names.has(key) && this.#names.get(key) !== name ? undefined : name);
  }
}

/** Names are shorter than this. */
const LONGEST = 500;

function bare(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/(?<![\p{L}\p{N}])0+(?=\d)/gu, "")
    .replaceAll(" ", "-");
}
