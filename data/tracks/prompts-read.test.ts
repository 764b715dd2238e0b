import { expect, it } from "vitest";
import { askedTracks } from "./testing-prompts.ts";

const prompts = new Map((await askedTracks()).map(({ id, prompt }) => [id, prompt]));

/** What a prompt makes of an answer to its example at this place; the message where it refuses it. */
function readBy(track: string, place: number, answer: string): unknown {
  const prompt = prompts.get(track);
  const example = prompt?.examples[place];
  if (prompt?.read === undefined || example === undefined)
    throw new Error(`${track}: expected a prompt that reads answers, with example ${place}`);
  try {
    return prompt.read(answer, prompt.question(example.item, example.texts));
  } catch (error) {
    return (error as Error).message;
  }
}

// Each reader by hand: what it takes, whatever stands around it, and what it refuses.
it.each<[string, number, string, unknown]>([
  ["agentprocessbench", 0, 'Step 1 is fine.\n```json\n{"labels": {"1": 1, "3": -1}}\n```', { labels: { "1": 1, "3": -1 } }],
  [
    "agentprocessbench",
    0,
    '<think>{"labels": {"1": 0, "3": 0}}</think>{"labels": {"3": -1, "1": 1, "2": 0}}',
    { labels: { "1": 1, "3": -1 } },
  ],
  ["agentprocessbench", 0, '{"labels": {"1": 1}}', "output: expected labels of the messages 1, 3, found those of 1"],
  ["agentprocessbench", 0, '{"labels": {"1": 1, "3": 2}}', "found none in the answer"],
  ["graph-script", 0, 'Boil it: {"steps": [1, 2]}.', { steps: [1, 2] }],
  // A number that the library does not have is left for the track to charge for.
  ["graph-script", 0, '{"steps": [3, 1]}', { steps: [3, 1] }],
  ["graph-script", 0, '{"steps": ["3"]}', "found none in the answer"],
  ["graph-script", 1, "fill the kettle. <-> boil the water. <-> ", undefined],
  [
    "graph-script",
    2,
    '{"edges": [[0, 1], [1, 2]]}',
    {
      edges: [
        [0, 1],
        [1, 2],
      ],
    },
  ],
  ["graph-script", 2, '{"edges": [[0, 1, 2]]}', "found none in the answer"],
  [
    "graph-script",
    2,
    '{"edges": [[0, 1], [0, -1]]}',
    {
      edges: [
        [0, 1],
        [0, -1],
      ],
    },
  ],
  [
    "prmbench",
    0,
    '{"steps": [{"step": 2, "valid": false, "redundant": false}, {"step": 1, "valid": true, "redundant": true}]}',
    { labels: [true, false], redundant: [true, false] },
  ],
  ["prmbench", 0, '{"steps": [{"step": 1, "valid": true, "redundant": false}]}', "output: expected the steps 1 to 2, found 1"],
  ["prmbench", 0, '{"steps": [{"step": 1, "valid": true}]}', "found none in the answer"],
  ["step-alignment", 0, 'So [[1, 1]], or {"links": [[1, 0]]}', { links: [[1, 0]] }],
  ["step-alignment", 0, '{"links": [[1, 2]]}', { links: [[1, 2]] }],
  ["step-alignment", 0, '{"links": [[0, 1]]}', { links: [[0, 1]] }],
  ["step-alignment", 0, '{"links": []}', { links: [] }],
  [
    "step-alignment",
    0,
    '{"links": [[2, 0], [3, 2]]}',
    "output: expected numbers of actions of the source and of the target, found [2, 0], [3, 2]",
  ],
  ["step-order", 0, '{"ordered": false, "order": [1, 0]}', { ordered: false, order: [1, 0] }],
  ["step-order", 0, '{"order": [1, 0]}', "found none in the answer"],
  ["step-order", 1, '{"order": [1, 0]}', { order: [1, 0] }],
  ["step-order", 1, '{"order": [1, 1]}', "output: expected every number from 0 to 1 once, found 1, 1"],
  ["step-order", 1, '{"order": [1, 0, 2]}', "found 1, 0, 2"],
  // Keys are places in the order of the texts: s1 boils the water, s2 is END, s3 pours, s4 is START.
  [
    "task-graph",
    0,
    '{"edges": [["s4", "s1"], ["s3", "s2"]]}',
    {
      edges: [
        ["0", "2"],
        ["1", "3"],
      ],
    },
  ],
  // "0" is START's own key, which no model was told.
  [
    "task-graph",
    0,
    '{"edges": [["s4", "s5"], ["0", "s1"]]}',
    {
      edges: [
        ["0", "no step s5"],
        ["no step 0", "2"],
      ],
    },
  ],
  ["task-graph", 0, '{"edges": []}', { edges: [] }],
  ["task-graph", 0, '{"edges": [["Boil the water", "0"]]}', "output: expected keys from s1 to s4, found Boil the water, 0"],
])("%s, example %i, reads %j", (track, place, answer, expected) => {
  const found = readBy(track, place, answer);
  if (typeof expected === "string") expect(found).toContain(expected);
  else expect(found).toEqual(expected);
});
