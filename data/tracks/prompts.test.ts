import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { describe, expect, it } from "vitest";
import { goldenFiles } from "./golden.ts";
import { fieldsOf } from "./records.ts";
import { lines } from "./testing.ts";
import { askedItems, askedTracks, recordOf, tracksWithPrompts } from "./testing-prompts.ts";

const asked = await askedTracks();

/** What official records hold of right answers, beside the texts of their items. */
const ANSWERS = [
  "label",
  "final_answer_correct",
  "error_steps",
  "modified_steps",
  "reason",
  "step_labels",
  "final_label",
  "ground_truth",
  "answer_text",
];

it("every track has a prompt or says why it has none", async () => {
  for (const { id, prompt } of await tracksWithPrompts())
    expect("needs" in prompt ? prompt.needs : prompt.about, id).toMatch(/^[a-z].*[^.]$/);
});

describe.each(asked)("the prompt of $id", (one) => {
  const { track, prompt, prompted, testing } = one;
  const { fixtures, score } = testing;
  const { answer, altered, full, official } = prompted;

  it("says nothing of what a right answer is made of", async () => {
    const items = await askedItems(one, await fixtures(prompted.gold));
    expect(items.length).toBeGreaterThan(0);
    for (const { item, texts } of items) {
      const other = altered(item);
      expect(other).not.toEqual(item);
      expect(prompt.messages(prompt.question(other, texts))).toEqual(prompt.messages(prompt.question(item, texts)));
    }
  });

  const { material } = prompt;
  if (material !== undefined)
    it("takes no text from fields of official records that hold right answers", async () => {
      let spoilt = 0;
      for (const source of await fixtures(prompted.gold))
        for await (const batch of readSource(source, { problem: () => {}, sharedNames: true, file: () => {}, progress: () => {} }))
          for (const { value, ...raw } of batch) {
            const fields = fieldsOf(value) ?? {};
            const told = ANSWERS.filter((field) => fields[field] !== undefined).map((field) => [field, "TOLD"]);
            spoilt += told.length;
            const texts = [...material.read({ ...raw, value: { ...fields, ...Object.fromEntries(told) } })];
            expect(JSON.stringify(texts)).not.toContain("TOLD");
          }
      expect(spoilt).toBeGreaterThan(0);
    });

  it("asks so that the right answer, in the form that it asks for, scores in full, and another does not", async () => {
    const gold = await fixtures(prompted.gold);
    const items = await askedItems(one, gold);
    const right = await score([lines(...items.map((own) => recordOf(one, own, answer(own.item))))], gold);
    expect(right.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(Object.fromEntries(Object.keys(full).map((id) => [id, right.scores[id]?.value]))).toEqual(full);
    const wrong = await score([lines(...items.map((own) => recordOf(one, own, answer(altered(own.item)))))], gold);
    const [[first, value] = ["", 0]] = Object.entries(full);
    expect(wrong.scores[first]?.value).not.toBe(value);
  });

  const { strayed } = prompted;
  if (strayed !== undefined)
    it("has an answer scored that names something beyond the item, and charged for it", async () => {
      const gold = await fixtures(prompted.gold);
      const items = await askedItems(one, gold);
      const scored = await score([lines(...items.map((own) => recordOf(one, own, strayed.answer(own.item))))], gold);
      expect(scored.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      const value = scored.scores[strayed.metric]?.value as number;
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1);
    });

  it("has examples that it asks as it asks items", () => {
    for (const { item, texts } of prompt.examples) {
      expect(track.owns(track.itemId(item))).toBe(true);
      expect(prompt.messages(prompt.question(item, texts)).at(-1)).toMatchObject({ role: "user", content: expect.stringMatching(/\S/) });
    }
  });

  it("leaves an answer without what it asks for to the track, or refuses it", () => {
    for (const { item, texts } of prompt.examples)
      for (const output of ["I cannot say.", "{}", '{"steps": "all"}', ""]) expect(readOrRefused(output, item, texts)).toBeUndefined();
  });

  function readOrRefused(output: string, item: unknown, texts: unknown): unknown {
    try {
      return prompt.read?.(output, prompt.question(item, texts));
    } catch (error) {
      if (error instanceof RecordProblem) return undefined;
      throw error;
    }
  }

  if (official === undefined) return;
  it("takes right answers to all official items for right", async ({ skip }) => {
    const folders = await Promise.all(official.folders.map(goldenFiles));
    const missing = folders.find((files) => typeof files === "string");
    if (missing !== undefined) return skip(missing);
    const files = folders.flatMap((found) => (typeof found === "string" ? [] : [...found.values()]));
    const gold = files.filter(({ name }) => official.files.test(name));
    const items = await askedItems(one, gold);
    expect(items).toHaveLength(official.items);
    const { scores, problems } = await score([lines(...items.map((own) => recordOf(one, own, answer(own.item))))], gold);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(Object.fromEntries(Object.keys(full).map((id) => [id, scores[id]?.value]))).toEqual(full);
  });
});
