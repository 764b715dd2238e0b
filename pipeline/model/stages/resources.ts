import { Resource } from "@stepladder/schema";
import * as z from "zod/mini";
import { readAnswer } from "../json.ts";
import { passed, request, type Stage, shown } from "./stage.ts";

const Answer = z.object({ resources: z.array(Resource) });

/** Lists what is needed to carry the steps out. */
export const resources: Stage = {
  id: "resources",
  title: "List what the steps need",
  ask: (procedure) =>
    request(
      "List what a person needs to carry out these steps: supplies that are used up, with their quantities where the procedure tells them, and tools. Name only what a step uses; what a step makes is no resource.",
      shown(procedure),
      '{"resources": [{"text": "2 cups of flour", "kind": "supply"}, {"text": "an oven", "kind": "tool"}]}',
      512,
    ),
  read: (answer, procedure) => ({
    kept: passed({ ...procedure, resources: readAnswer(answer, Answer).resources }, "resources", `${procedure.resources.length} before`),
  }),
};
