/** A quantity as it stands in a text. */
export interface Quantity {
  /** Number and unit in one spelling, `500 g`; without a unit the number alone. Equal keys are equal quantities: nothing is converted. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Units by their spellings; the first stands in keys. */
const UNITS: readonly (readonly string[])[] = [
  "g gram grams gramme grammes",
  "kg kilo kilos kilogram kilograms",
  "mg milligram milligrams",
  "ml millilitre millilitres milliliter milliliters",
  "cl centilitre centilitres centiliter centiliters",
  "dl decilitre decilitres deciliter deciliters",
  "l litre litres liter liters",
  "tsp teaspoon teaspoons",
  "tbsp tablespoon tablespoons",
  "cup cups",
  "oz ounce ounces",
  "lb lbs pound pounds",
  "pint pints",
  "quart quarts",
  "gallon gallons",
  "pinch pinches",
  "mm millimetre millimetres millimeter millimeters",
  "cm centimetre centimetres centimeter centimeters",
  "m metre metres meter meters",
  "km kilometre kilometres kilometer kilometers",
  "inch inches",
  "ft foot feet",
  "yard yards yd",
  "mile miles",
  "s sec secs second seconds",
  "min mins minute minutes",
  "h hr hrs hour hours",
  "day days",
  "week weeks",
  "month months",
  "year years",
  "°C c celsius",
  "°F f fahrenheit",
  "° degree degrees",
  "% percent",
  "V volt volts",
  "W watt watts",
  "kW kilowatt kilowatts",
  "psi",
  "bar",
  "kPa",
  "Nm",
  "rpm",
  "px pixel pixels",
  "MB megabyte megabytes",
  "GB gigabyte gigabytes",
].map((line) => line.split(" "));

const UNIT_OF = new Map(UNITS.flatMap(([first = "", ...others]) => [first, ...others].map((name) => [name.toLowerCase(), first] as const)));

const FRACTIONS: Readonly<Record<string, number>> = { "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅛": 1 / 8 };
const WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

// Bounded, so that no text is slow to read.
const DIGITS = String.raw`\d{1,15}(?:[.,]\d{1,15}){0,3}`;
const NUMBER = String.raw`(?:${DIGITS}\s{1,3}\d{1,4}\/\d{1,4}|\d{1,4}\/\d{1,4}|${DIGITS}\s?[½⅓⅔¼¾⅛]|${DIGITS}|[½⅓⅔¼¾⅛]|(?:${WORDS.join("|")})(?![\p{L}\p{N}]))`;
/** A number, perhaps up to another, and the word behind it. What a letter stands before is a name (`M6`, `WD-40`). */
const QUANTITY = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|\p{L}[-–]|\d[.,/])(${NUMBER})(?:(?:\s?[-–]\s?|\s{1,3}to\s{1,3})(${NUMBER}))?(?:([\s-]?)(°\s?[cf](?!\p{L})|°|%|\p{L}+))?`,
  "giu",
);

/**
 * The quantities of a text in order. A range is both its ends, with the unit of the second. Numbers are digits (`1,000`, `1.5`, `1,5`),
 * fractions (`1 1/2`, `½`) and the English words to twelve; `one` is one only before a unit.
 */
export function quantitiesOf(text: string): Quantity[] {
  return [...text.matchAll(QUANTITY)].flatMap((found) => {
    const [all, first = "", second, gap = "", word = ""] = found;
    const unit = UNIT_OF.get(word.toLowerCase().replaceAll(/\s/g, ""));
    // `2nd` and `3-way` are no numbers.
    if (unit === undefined && word !== "" && !/\s/.test(gap)) return [];
    if (unit === undefined && first.toLowerCase() === "one") return [];
    const start = found.index;
    const end = start + all.length - (unit === undefined ? gap.length + word.length : 0);
    return [first, second].flatMap((number) =>
      number === undefined ? [] : { key: [amountOf(number), unit].filter((part) => part !== undefined).join(" "), start, end },
    );
  });
}

function amountOf(number: string): number {
  const place = WORDS.indexOf(number.toLowerCase());
  if (place >= 0) return place + 1;
  const parts = number.match(/\d+\/\d+|[½⅓⅔¼¾⅛]|\d+(?:[.,]\d+)*/g) ?? [];
  return Math.round(parts.reduce((sum, part) => sum + partOf(part), 0) * 1e4) / 1e4;
}

function partOf(part: string): number {
  const [upper = 0, lower] = part.split("/").map(Number);
  if (lower !== undefined) return lower === 0 ? 0 : upper / lower;
  const isThousands = /^\d{1,3}(?:,\d{3})+$/.test(part);
  return FRACTIONS[part] ?? Number(isThousands ? part.replaceAll(",", "") : part.replace(",", "."));
}
