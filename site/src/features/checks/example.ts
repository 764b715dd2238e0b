import type { Constraint } from "@stepladder/schema";

/** What the page opens with: a procedure that keeps some constraints and breaks others. */
export const EXAMPLE = `Goal: Brew a pot of tea

Resources:
- kettle
- 1 l of water
- 4 g of black tea
- teapot
- milk

Steps:
1. Boil 1 l of water in the kettle.
2. Put 4 g of black tea into the teapot.
3. Pour the water over the tea and cover the teapot.
4. Wait 3 hours.
5. Wait 3 hours!
6. Warm the teapot with a little hot water.`;

export const EXAMPLE_CONSTRAINTS: readonly Constraint[] = [
  { kind: "step-count", min: 4, max: 6 },
  { kind: "required", steps: ["Put the tea into the teapot"] },
  { kind: "ordered", steps: ["Warm the teapot with hot water", "Pour the water over the tea"] },
  { kind: "resources-used" },
  { kind: "no-duplicates" },
  { kind: "one-action" },
  { kind: "quantities", reference: ["1 l", "4 g", "3 minutes"] },
  { kind: "numbering", mark: "1." },
  { kind: "language", lang: "en" },
];
