import { SourceNumber } from "@stepladder/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closes, parseJson } from "./json.ts";
import { RecordProblem } from "./raw.ts";

function problemOf(text: string): RecordProblem["problem"] {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof RecordProblem) return error.problem;
    throw error;
  }
  throw new Error(`no problem with ${text}`);
}

describe("numbers", () => {
  const kept = ["21.0", "1e21", "-0", "1e308", "1e999", "12345678901234567890", "9007199254740992", "0.5", "2E3", "-1.50"];
  test.each(kept)("%s keeps its source", (text) => expect(parseJson(`{"a": [${text}, 7]}`)).toEqual({ a: [new SourceNumber(text), 7] }));

  test.each(["0", "7", "-21", "9007199254740991", "-9007199254740991"])("%s is plain", (text) =>
    expect(parseJson(text)).toBe(Number(text)),
  );

  test.each(["#", " #", "\n#", "[#]", "[1,#]", "[1, #]", '{"a":#}', '{"a":\t#}', '[["2e5"],#]'])("in every place: %j", (place) => {
    for (const text of kept) expect(JSON.stringify(parseJson(place.replace("#", text)))).toContain(JSON.stringify(new SourceNumber(text)));
  });

  test("of very many digits", () => {
    const digits = "1".repeat(12 * 2 ** 20);
    expect(parseJson(`[${digits}]`)).toEqual([new SourceNumber(digits)]);
    expect(parseJson(`["x${digits}"]`)).toEqual([`x${digits}`]);
  });

  test("within strings changes nothing", () => {
    expect(parseJson('{"a": "step 1.5 -0 1e9 12345678901234567890", "b": 1}')).toEqual({ a: "step 1.5 -0 1e9 12345678901234567890", b: 1 });
  });
});

describe("what is not JSON is told with its cause and column", () => {
  test.each([
    ['{"a": NaN}', "NaN, which is not JSON at column 7", "write null where there is no number"],
    ['{"a": -Infinity}', "Infinity, which is not JSON at column 7", "write null"],
    ["{'a': 1}", "quotes that are not JSON's at column 2", "json.dumps"],
    ['{"a": None}', "a Python word at column 7", "json.dumps"],
    ['{"a": [1, 2,]}', "a comma before `]` at column 12", "remove the comma"],
    ["{a: 1}", "a key without quotes at column 2", "double quotes"],
    ['{"a" 1}', "`1` where `:` after the key should stand at column 6", "JSON library"],
    ['{"a": 01}', "a number in a form JSON does not allow at column 7", "no leading zero"],
    ['{"a": +1}', "a number in a form JSON does not allow at column 7", "no plus sign"],
    ['{"a": 5.}', "a number in a form JSON does not allow at column 7", "digits around the point"],
    ['{"a": "b', "a string without end at column 7", "cut off"],
    ['{"a": ["b"', "the end of the text inside a value at column 11", "cut off"],
    ['{"a": "b\tc"}', "a control character inside a string at column 9", "\\t"],
    ['{"a": "\\x41"}', "a backslash that starts no JSON escape at column 8", "\\\\"],
    ['{"a": 1} // x', "a comment at column 10", "no comments"],
    ['{"a": /* x */ 1}', "a comment at column 7", "no comments"],
    ["[1,,2]", "a missing value at column 4", "null"],
    ["hello", "text that is no JSON value at column 1", "double quotes"],
    ["", "the end of the text inside a value at column 1", "cut off"],
  ])("%s", (text, found, fix) => {
    const problem = problemOf(text);
    expect(problem).toMatchObject({ kind: "not-json", severity: "error", expected: "JSON" });
    expect(problem.found).toContain(found);
    expect(problem.fix).toContain(fix);
  });

  test("whatever JSON.parse refuses", () => {
    const almost = fc.tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "]", '"', "\\", "N", "'")).map(([text, at, extra]) => {
      const cut = at % (text.length + 1);
      return text.slice(0, cut) + extra + text.slice(cut + 1);
    });
    fc.assert(
      fc.property(almost, (text) => {
        let refused = false;
        try {
          JSON.parse(text);
        } catch {
          refused = true;
        }
        if (refused) expect(problemOf(text).found).not.toContain("text that is not JSON");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("hostile text", () => {
  test.each(["[", '{"a":', '[{"a":', "[[["])("5 MB of %s is refused in milliseconds", (open) => {
    const text = open.repeat(5e6 / open.length);
    const start = performance.now();
    expect(problemOf(text)).toMatchObject({ kind: "too-deep" });
    expect(performance.now() - start).toBeLessThan(100);
  });

  test("100 brackets deep is read, 101 is not; brackets in strings do not count", () => {
    expect(parseJson("[".repeat(100) + "]".repeat(100))).toBeInstanceOf(Array);
    expect(problemOf("[".repeat(101) + "]".repeat(101)).kind).toBe("too-deep");
    expect(parseJson(JSON.stringify("[".repeat(500)))).toBe("[".repeat(500));
    expect(parseJson(`["${'\\"['.repeat(500)}"]`)).toEqual(['"['.repeat(500)]);
  });

  test.each(['{"__proto__": 1}', '{"a": [{"__proto__": {}}]}', '{"\\u005f_proto__": 1}', '{"__pr\\u006Fto__": 1, "b": 0.5}'])(
    "%s is refused",
    (text) => expect(problemOf(text).kind).toBe("reserved-key"),
  );

  test("__proto__ as a value is text", () => expect(parseJson('{"a": "__proto__ \\u005f"}')).toEqual({ a: "__proto__ _" }));

  test("lone surrogates are kept, and shown escaped", () => {
    expect(parseJson('"\\ud800"')).toBe("\ud800");
    expect(problemOf('{"\ud800\u202e": x}').found).toContain("\\ud800\\u202e");
  });
});

test("text that closes may be a whole value", () => {
  expect(["{}", '{"a": "{"}', "1", "[NaN]"].map(closes)).toEqual([true, true, true, true]);
  expect(["{", '[{"a": 1},', "[".repeat(200)].map(closes)).toEqual([false, false, false]);
});

test("parseJson reads back what JSON.stringify wrote", () => {
  const reserved = (text: string) => text.includes("__proto__");
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const text = JSON.stringify(value);
      if (!reserved(text)) expect(JSON.stringify(parseJson(text))).toBe(text);
    }),
  );
});

test("text that looks like a number's mark stays text", () => {
  const text = '["\ue0001.5", "\ue000\ue0002.0", 1.5, {"a": "3.0", "b": 3.0}]';
  expect(parseJson(text)).toEqual(["\ue0001.5", "\ue000\ue0002.0", new SourceNumber("1.5"), { a: "3.0", b: new SourceNumber("3.0") }]);
});
