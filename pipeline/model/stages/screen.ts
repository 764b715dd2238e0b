import * as z from "zod/mini";
import { readAnswer } from "../json.ts";
import { passed, request, type Stage, shown } from "./stage.ts";

/** The six kinds of procedures that How2Mine leaves out, in our words. */
const KINDS = {
  "named-entity": "it is about one particular product, company, person, place or web site and useless elsewhere",
  "pure-maths": "it is a calculation or a derivation",
  "user-interface": "it is carried out by clicking and typing in a program or on a web site",
  "open-ended": "it is creative work with no outcome that could be judged",
  "non-sequential": "its steps are tips or alternatives whose order does not matter",
  unreasonable: "it is harmful, absurd, or does not make sense as a procedure",
} as const;

const Answer = z.object({ kind: z.nullable(z.enum(Object.keys(KINDS) as [keyof typeof KINDS, ...(keyof typeof KINDS)[]])) });

/** Drops what is no procedure of general use. */
export const screen: Stage = {
  id: "screen",
  title: "Drop procedures of six kinds",
  ask: (procedure) =>
    request(
      `Tell whether this procedure is of one of these kinds:\n${Object.entries(KINDS)
        .map(([kind, says]) => `- ${kind}: ${says}`)
        .join("\n")}\nIf several fit, name the first. If none does, the kind is null.`,
      shown(procedure),
      '{"kind": "named-entity"} or {"kind": null}',
      64,
    ),
  read(answer, procedure) {
    const { kind } = readAnswer(answer, Answer);
    return kind === null ? { kept: passed(procedure, "screen") } : { dropped: { reason: kind, detail: KINDS[kind] } };
  },
};
