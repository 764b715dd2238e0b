import { readsText } from "@stepladder/wasm/host/reads-text.ts";
import { zip } from "@stepladder/wasm/intake/testing.ts";
import { expect, it } from "vitest";
import segmentation from "./action-segmentation/track.ts";
import track from "./exact-instructions/track.ts";
import planning from "./procedure-planning/track.ts";
import { file, lines, testing } from "./testing.ts";

const { score } = testing(track, new URL("exact-instructions/track.ts", import.meta.url).href);

const answers = [
  { id: "exact:copy-word", output: "rung" },
  { id: "exact:format-pair", output: "up\r\ndown\n" },
  { id: "exact:compute-five", output: "The sum is 5." },
];
const plain = await score([lines(...answers)]);

const choice = (content: string) => ({ message: { role: "assistant", content }, stop_reason: "stop" });
const samples = answers.map(({ id, output }) => ({ id, epoch: 1, input: "", target: "", output: { choices: [choice(output)] } }));
const states = answers.map(({ id, output }) => ({ instance: { id }, train_trial_index: 0, result: { completions: [{ text: output }] } }));
const filters = ["none", "strict-match"];
const rows = filters.flatMap((filter) =>
  answers.map(({ id, output }, doc_id) => ({ doc_id, doc: { id }, resps: [[output]], filtered_resps: ["42"], filter })),
);
const members = Object.fromEntries(samples.map((sample, i) => [`samples/${i}_epoch_1.json`, JSON.stringify(sample)]));

it.each([
  ["samples of lm-evaluation-harness", lines(...rows)],
  ["an .eval log of Inspect", file("mine.eval", await zip({ "header.json": "{}", ...members }))],
  ["a JSON log of Inspect", file("log.json", { version: 2, status: "success", eval: {}, samples })],
  ["a run of HELM", file("scenario_state.json", { adapter_spec: {}, request_states: states })],
])("%s scores as the plain file does", async (_, source) => {
  const { scores, items, slices, coverage, problems } = await score([source]);
  expect(plain.coverage.scored).toBe(3);
  expect({ scores, items, slices, coverage, problems }).toEqual({
    scores: plain.scores,
    items: plain.items,
    slices: plain.slices,
    coverage: plain.coverage,
    problems: plain.problems,
  });
});

it("a track is told apart that reads no text, and so no such log", () => {
  expect([track, planning, segmentation].map(readsText)).toEqual([true, false, false]);
});
