import { describe, expect, it } from "vitest";
import { exampleFiles, goldFiles, goldRows } from "./formats.ts";

describe("official files", () => {
  const at = (path: string) => ({ value: { init: "", intermediate: [], final: "x" }, file: path });

  it.each([
    ["experiment/e/dataset/task07/label/0012.json", "task07_0012"],
    ["task07/label/0012.json", "task07_0012"],
    ["all.zip/dataset/task23/label/0239.json", "task23_0239"],
  ])("%s is gold of %s", (path, id) => {
    expect([goldFiles.accepts(at(path)), exampleFiles.accepts(at(path))]).toEqual([true, false]);
    expect(goldFiles.read(at(path))?.id).toBe(id);
  });

  it.each([
    ["preds_json/m/task07/0012.json", "task07_0012"],
    ["m.zip/task01/0000.json", "task01_0000"],
    ["task01/0000.txt", "task01_0000"],
  ])("%s is a prediction for %s", (path, id) => {
    expect([goldFiles.accepts(at(path)), exampleFiles.accepts(at(path))]).toEqual([false, true]);
    expect(exampleFiles.read(at(path))).toMatchObject({ id, sample: undefined, prediction: { intermediate: [], final: "x" } });
  });

  it("prompt and config files are passed over", () => {
    for (const path of ["task07/prompt/0012.txt", "task07/config/0012.json"]) {
      expect(goldFiles.accepts(at(path)), path).toBe(true);
      expect(goldFiles.read(at(path)), path).toBeUndefined();
    }
  });

  it.each(["task7/0012.json", "task07/12.json", "task07/0012.jsonl", "task07/labels/0012.json", "mytask07/0012.json", "task07_0012.json"])(
    "%s is neither",
    (path) => {
      expect([goldFiles.accepts(at(path)), exampleFiles.accepts(at(path))]).toEqual([false, false]);
    },
  );
});

describe("official rows", () => {
  const label = { init: "s", intermediate: ["a"], final: "b" };
  const read = (value: object) => goldRows.read({ value, file: "f" });

  it("carry the prompt, and the name of the task in official words", () => {
    expect(read({ problem_name: "task19_0007", prompt: "p", label })).toEqual({
      id: "task19_0007",
      task: "DeleteChar",
      prompt: "p",
      ...label,
    });
  });

  it("may name their problem by task and example", () => {
    const row = { task_name: "task16", example_name: "0003", label };
    expect(goldRows.accepts({ value: row, file: "f" })).toBe(true);
    expect(read(row)).toMatchObject({ id: "task16_0003", task: "PushPop" });
    expect(goldRows.accepts({ value: { example_name: "0003", label }, file: "f" })).toBe(false);
  });

  it("keep a number of the label as it was written, also inside JSON text", () => {
    expect(() => read({ problem_name: "task21_0000", label: '{"intermediate": [], "final": 21.0}' })).toThrow(
      "label.final: expected a string, a whole number or a list, found 21.0",
    );
    expect(read({ problem_name: "task21_0000", label: '{"intermediate": [], "final": 21}' })).toMatchObject({ final: 21, init: null });
  });

  it("with a label that is not JSON are refused", () => {
    expect(() => read({ problem_name: "task21_0000", label: "{'final': 21}" })).toThrow("expected JSON");
  });
});
