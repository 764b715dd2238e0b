import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../intake/json.ts";
import { pyInt, pyIsDigit, pyIterate, pyRepr, pySplit, pySplitLines, pyStr, pyStrip, pyTruth } from "./python.ts";

/** JSON text to what Python 3.11 says of the value that `json.loads` makes of it; null where Python raises. */
interface Cases {
  readonly repr: readonly (readonly [json: string, repr: string])[];
  readonly int: readonly (readonly [json: string, int: string | null])[];
  readonly iterate: readonly (readonly [json: string, elements: readonly string[] | null])[];
}

// Read, not imported: bundlers refuse lone surrogates.
const file = new URL("python.cases.json", import.meta.url);
const cases: Cases = JSON.parse(await readFile(file, "utf8"));

describe("pyRepr and pyStr", () => {
  it.each(cases.repr)("repr of %s", (json, repr) => {
    expect(pyRepr(parseJson(json))).toBe(repr);
  });

  it("str is repr, but of text it is the text", () => {
    for (const [json, repr] of cases.repr) {
      const value = parseJson(json);
      expect(pyStr(value), json).toBe(typeof value === "string" ? value : repr);
    }
  });

  it("numbers that were never JSON text: a whole one is an int, any other a float", () => {
    expect([21, 0.5, 1e21, -0.001, 2 ** 53].map(pyRepr)).toEqual(["21", "0.5", "1e+21", "-0.001", "9007199254740992.0"]);
  });

  it("lists nest as deep as JSON may", () => {
    const json = "[".repeat(100) + "]".repeat(100);
    expect(pyRepr(parseJson(json))).toBe(json);
  });

  // A known limit of JavaScript's objects, told on the track's page.
  it("keys that look like integers come first, where Python keeps their order", () => {
    expect(pyRepr(parseJson('{"b":1,"2":2,"1":3}'))).toBe("{'1': 3, '2': 2, 'b': 1}");
  });
});

describe("pyInt", () => {
  it.each(cases.int)("int of %s", (json, int) => {
    expect(pyInt(parseJson(json)) ?? null).toBe(int);
  });

  it("refuses more than 4300 digits; underscores are none", () => {
    expect(pyInt("9".repeat(4300))).toBe("9".repeat(4300));
    expect(pyInt("9".repeat(4301))).toBeUndefined();
    expect(pyInt("0".repeat(4301))).toBeUndefined();
    expect(pyInt(`${"1_".repeat(4299)}1`)).toBe("1".repeat(4300));
  });

  it("reads back every integer, with any sign, zeros and spaces around it", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat(3), fc.constantFrom("", " ", "\t\n", "\u3000"), (value, zeros, space) => {
        const sign = value < 0n ? "-" : "";
        const digits = `${"0".repeat(zeros)}${value < 0n ? -value : value}`;
        expect(pyInt(`${space}${sign}${digits}${space}`)).toBe(value.toString());
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("pyIterate", () => {
  it.each(cases.iterate)("elements of %s", (json, elements) => {
    expect(pyIterate(parseJson(json))?.map(pyRepr) ?? null).toEqual(elements);
  });
});

describe("pyTruth, pySplit and pySplitLines", () => {
  const values = ["0", "-0.0", "0.5", "1e-400", "null", "true", "false", '""', '"0"', '"false"', "[]", "[0]", "{}", '{"a":0}', "7"];
  const texts = ["", "a", " a  b\t", "\u2003a\u1680b\x1fc", "a\n", "\n\n", "a\r\nb\rc\vd", "a\x1cb\x85c\u2028d\u2029", "a\x1fb"];

  it("say what Python does", (context) => {
    const script = `
import json, sys
values, texts = json.loads(sys.argv[1])
print(json.dumps([[bool(json.loads(v)) for v in values], [t.split() for t in texts], [t.splitlines() for t in texts]]))
`;
    const { error, stdout } = spawnSync("python3", ["-c", script, JSON.stringify([values, texts])], { encoding: "utf8" });
    if (error !== undefined) return context.skip("python3 is not on this machine");
    const own = [values.map((json) => pyTruth(parseJson(json))), texts.map(pySplit), texts.map(pySplitLines)];
    expect(own).toEqual(JSON.parse(stdout));
  });
});

it("Python itself says the same of every case", (context) => {
  const script = `
import json, sys
cases = json.load(open(sys.argv[1]))
def told(run):
    try: return run()
    except (TypeError, ValueError, OverflowError): return None
for t, want in cases["repr"]: assert repr(json.loads(t)) == want, t
for t, want in cases["int"]: assert told(lambda: str(int(json.loads(t)))) == want, t
for t, want in cases["iterate"]: assert told(lambda: [repr(x) for x in json.loads(t)]) == want, t
`;
  const { error, status, stderr } = spawnSync("python3", ["-c", script, fileURLToPath(file)], { encoding: "utf8" });
  if (error !== undefined) return context.skip("python3 is not on this machine");
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

it("strip and isdigit are Python's, character by character", (context) => {
  // Python 3.11 has Unicode 14: characters added since are left out of the comparison.
  const script = `
import sys, unicodedata
sys.stdout.write("".join("0123"[c.isdigit() + 2 * c.isspace()] if unicodedata.category(c) != "Cn" else "-" for c in map(chr, range(0x20000))))
`;
  const { error, stdout } = spawnSync("python3", ["-c", script], { encoding: "utf8" });
  if (error !== undefined) return context.skip("python3 is not on this machine");
  const own = Array.from(stdout, (told, code) => {
    const character = String.fromCodePoint(code);
    return told === "-" ? told : String(Number(pyIsDigit(character)) + 2 * Number(pyStrip(character) === ""));
  }).join("");
  expect(own).toBe(stdout);
  expect(pyStrip(" \u2003a b\x1f\n")).toBe("a b");
});

it("stripping text that is nearly all blanks is quick", () => {
  const text = `x${" ".repeat(1e6)}x`;
  const start = performance.now();
  expect(pyStrip(text)).toBe(text);
  expect(performance.now() - start).toBeLessThan(500);
});
