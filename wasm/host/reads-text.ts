import type { AnyTrack } from "./track.ts";

/** Whether a track reads what a model said, `{id, output}`: it then takes the logs of other harnesses too. */
export function readsText({ formats }: Pick<AnyTrack, "formats">): boolean {
  return formats.some((format) => format.accepts({ value: { id: "an-id", output: "said" }, file: "said.jsonl" }));
}
