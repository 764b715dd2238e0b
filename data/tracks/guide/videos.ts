import type { GuideRecord } from "./records.ts";

type Step = readonly [start: number, end: number, part: number, caption: string];

/** A record in GUIDE's layout; a step names the step of the guideline that it belongs to by its number. */
function record(
  query: string,
  category: string,
  guideline: readonly string[],
  videos: Readonly<Record<string, readonly Step[]>>,
): GuideRecord {
  const told = (steps: readonly Step[]) => ({
    specific_step: Object.fromEntries(
      steps.map(([start, end, part, title], i) => [`${i}`, { title, guideline_step: guideline[part - 1] as string, bounds: [start, end] }]),
    ),
  });
  return {
    query,
    category,
    guideline_steps_num: guideline.length,
    guideline_steps: Object.fromEntries(guideline.map((step, i) => [`${i + 1}`, step])),
    videos: Object.fromEntries(Object.entries(videos).map(([id, steps]) => [id, told(steps)])),
  };
}

/** Nine videos that nobody filmed: written for this repository, so that the track has gold of its own. */
export const ownRecords: readonly GuideRecord[] = [
  record(
    "How to repot a houseplant",
    "Garden",
    ["Prepare the new pot.", "Take the plant out of its old pot.", "Plant it in fresh soil.", "Water the plant."],
    {
      "own-repot-1": [
        [4, 15, 1, "Put a layer of clay pebbles into the new pot"],
        [16, 27, 1, "Fill the new pot to a third with potting soil"],
        [30, 44, 2, "Squeeze the old pot and pull the plant out"],
        [45, 62, 2, "Loosen the roots with your fingers"],
        [64, 90, 3, "Set the plant into the middle and fill soil around it"],
        [91, 99, 3, "Press the soil down gently"],
        [102, 118, 4, "Water the plant until it drips from the bottom"],
      ],
      "own-repot-2": [
        [10, 22, 1, "Cover the hole of the pot with a shard of clay"],
        [25, 41, 2, "Turn the pot upside down and slide the plant out"],
        [42, 58, 2, "Cut off the brown roots with clean scissors"],
        [60, 85, 3, "Hold the plant upright and pour fresh soil around the roots"],
        [90, 104, 4, "Pour water around the stem"],
      ],
      "own-repot-3": [
        [2, 9, 2, "Tap the rim of the pot on the table and lift the plant out"],
        [12, 30, 2, "Shake the old soil off the roots"],
        [33, 48, 1, "Mix sand and soil for the new pot"],
        [50, 71, 3, "Plant the cactus with a folded newspaper around it"],
        [75, 80, 4, "Wait a week before you water it"],
      ],
    },
  ),
  record(
    "How to patch a bicycle tube",
    "Repair",
    ["Take the tube out of the tyre.", "Find the hole.", "Patch the hole.", "Put the tyre back on."],
    {
      "own-tube-1": [
        [6, 20, 1, "Let out the air and lever the tyre off the rim"],
        [21, 33, 1, "Pull the tube out from under the tyre"],
        [36, 55, 2, "Pump up the tube and hold it under water to see bubbles"],
        [58, 74, 3, "Roughen the rubber around the hole with sandpaper"],
        [75, 88, 3, "Spread glue over the hole and let it dry"],
        [90, 101, 3, "Press the patch onto the glue"],
        [105, 131, 4, "Put the tube back and push the tyre over the rim"],
      ],
      "own-tube-2": [
        [0, 18, 1, "Open the quick release and take the wheel off"],
        [20, 39, 1, "Lift the tyre off the rim with two levers"],
        [40, 61, 2, "Listen for hissing air along the tube"],
        [62, 70, 2, "Mark the hole with chalk"],
        [72, 95, 3, "Stick a patch that needs no glue over the hole"],
        [99, 125, 4, "Work the tyre back over the rim by hand"],
      ],
      "own-tube-3": [
        [8, 26, 1, "Unhook the brake and lever the tyre off"],
        [29, 47, 2, "Run a finger inside the tyre to find the thorn"],
        [50, 66, 3, "Sand the hole and spread glue over it"],
        [70, 82, 3, "Press the patch on with your thumb"],
        [86, 110, 4, "Fit the tyre and pump it up"],
      ],
    },
  ),
  record("How to make a paper lantern", "Crafts", ["Cut and fold the paper.", "Join the paper into a lantern.", "Hang the lantern up."], {
    "own-lantern-1": [
      [3, 17, 1, "Fold a sheet of coloured paper in half lengthwise"],
      [19, 46, 1, "Cut slits from the fold to a finger from the edge"],
      [48, 60, 2, "Unfold the sheet and roll it into a tube"],
      [61, 73, 2, "Glue the two short edges together"],
      [76, 90, 3, "Staple a strip of paper to the top as a handle"],
    ],
    "own-lantern-2": [
      [5, 24, 1, "Draw lines across the paper with a ruler"],
      [26, 58, 1, "Cut along the lines with scissors"],
      [60, 79, 2, "Roll the paper and close it with tape"],
      [83, 97, 3, "Thread a string through two holes in the rim"],
      [98, 109, 3, "Hang the lantern from a branch"],
    ],
    "own-lantern-3": [
      [1, 30, 1, "Fold the paper back and forth into an accordion"],
      [33, 49, 2, "Glue the first fold to the last one"],
      [50, 64, 2, "Press the folds together until the glue holds"],
      [68, 80, 3, "Put a small electric light inside"],
      [81, 92, 3, "Hang the lantern up by a thread"],
    ],
  }),
];
