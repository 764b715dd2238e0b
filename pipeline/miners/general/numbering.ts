/** How a line is numbered: `1.`, `1)`, `(1)` or `Step 1`, in many languages. */
export interface Numbered {
  readonly number: number;
  /** Runs have one style. */
  readonly style: "plain" | "word";
  /** What the line says after its number. */
  readonly rest: string;
}

const STEP_WORDS = [
  "step", "schritt", "étape", "etape", "paso", "passo", "passaggio", "fase", "шаг", "крок", "stap", "steg", "trin", "trinn", "krok", "lépés", "vaihe",
  "adım", "pas", "pasul", "korak", "βήμα", "стъпка", "ステップ", "手順", "工程", "步骤", "第", "단계", "langkah", "bước",
].join("|"); // biome-ignore format: a list of words

const PLAIN = /^[(（]?(\d{1,2})\s?(?:[.)）、．](?!\d)\)?|(?=\s*$))[\s:–-]*/u;
const WORD = new RegExp(
  `^(?:${STEP_WORDS})[\\s\\u00a0#°nº.]*(\\d{1,2})(?![\\d,])(?:\\s*(?:/|of|von|de|из)\\s*\\d+)?\\s*(?:步|歩)?[\\s:：.、)–—|-]*`,
  "iu",
);

/** Where a line begins with a number: which, and what follows. */
export function numbered(text: string): Numbered | undefined {
  const first = text.charCodeAt(0);
  // Most lines begin with a letter that no number begins with; the test is cheap.
  if ((first >= 48 && first <= 57) || first === 40 || first === 0xff08) {
    const plain = PLAIN.exec(text);
    if (plain !== null) return { number: Number(plain[1]), style: "plain", rest: text.slice(plain[0].length) };
    return undefined;
  }
  if (text.length < 4) return undefined;
  const word = WORD.exec(text);
  return word === null ? undefined : { number: Number(word[1]), style: "word", rest: text.slice(word[0].length) };
}

const BULLET = /^(?:[•●▪■◦‣⁃·✓✔☑▢☐□○*–—-]\s*)+/u;

/** A step's text without the number or bullet that stands before it. */
export function unnumbered(text: string, number: number): string {
  const plain = text.replace(BULLET, "");
  const found = numbered(plain);
  return found !== undefined && (found.number === number || found.style === "word") ? found.rest : plain;
}
