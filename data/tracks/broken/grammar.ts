import fc from "fast-check";

/** What a production of the grammar gives, or now and then something that it does not. */
function mostly(right: fc.Arbitrary<string>, ...wrong: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 20, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
}

const one = (...of: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...of);
const inOrder = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((texts) => texts.join(""));

/** Texts with something between each two of them. */
function parted(of: fc.Arbitrary<string>, separator: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(separator, of), { maxLength: 4 })
    .map((pairs) => pairs.flatMap(([between, text], i) => (i === 0 ? [text] : [between, text])).join(""));
}

const blank = one("", "", " ", "\t ");
const digits = one("0", "7", "21", "9007199254740993", "123456789012345678901");
const number = inOrder(
  mostly(one("", "-"), "+", "--"),
  mostly(digits, "01", "", "0x1f", "1_000"),
  mostly(one("", ".0", ".5"), ".", ".5.5"),
  mostly(one("", "e3", "E+2", "e999"), "e", "e+-1"),
);
const characters = fc.string({ unit: "binary", maxLength: 6 }).map((text) => JSON.stringify(text));
const string = mostly(characters, "'a'", '"', '"\t"', '"\\x41"', '"\\u12"', '"\\"', "\u201ca\u201d", '"\ud800"', '"\\udc00"');
const word = mostly(one("null", "true", "false"), "None", "True", "NaN", "-Infinity", "undefined", "nul", "/* x */ 1");
const key = mostly(
  one('"id"', '"a"', '"b"', '"\\u0061"', '"constructor"', '"length"', '":"'),
  "a",
  "'a'",
  "1",
  '"__proto__"',
  '"_\\u005Fproto__"',
);
const comma = inOrder(blank, mostly(one(","), "", ",,", ";", ":"), blank);

/** One line of JSON as its grammar has it, and about as often with something in it that the grammar does not have. */
export const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string; list: string; object: string; text: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 4, depthSize: "small" }, number, string, word, tie("list"), tie("object")),
  list: inOrder(one("["), blank, parted(tie("value"), comma), blank, mostly(one("]"), "", ",]", "}", ")")),
  object: inOrder(
    one("{"),
    blank,
    parted(inOrder(key, blank, mostly(one(":"), "", "=", "::"), blank, tie("value")), comma),
    blank,
    mostly(one("}"), "", ",}", "]", ";}"),
  ),
  text: inOrder(blank, tie("value"), mostly(blank, ",", " x", "// y", "}", "]", "\0")),
})).text;

/** A table and how it is written down: RFC 4180, with other delimiters and line ends. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string;
  readonly end: string;
  /** Whether fields stand in quotes that need none. */
  readonly quoted: boolean;
}

const cell = fc.string({ unit: fc.constantFrom(..."ab1.,;\t\"\n '\u00e9|\\".split("")), maxLength: 6 });

/** Tables of two to four columns. */
export const table: fc.Arbitrary<Table> = fc.integer({ min: 2, max: 4 }).chain((width) =>
  fc.record({
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    delimiter: one(",", ";", "\t"),
    end: one("\n", "\r\n"),
    quoted: fc.boolean(),
  }),
);

/** The columns of a table. */
export const columnsOf = ({ rows }: Table): string[] => (rows[0] as readonly string[]).map((_, i) => `column-${i}`);

/** The table as text. */
export function writtenTable(given: Table): string {
  const { rows, delimiter, end, quoted } = given;
  const field = (text: string): string => (quoted || /[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [columnsOf(given), ...rows].map((fields) => `${fields.map(field).join(delimiter)}${end}`).join("");
}
