import { withoutThinking } from "@stepladder/wasm/intake/extract.ts";
import { jsonrepair } from "jsonrepair";
import type * as z from "zod/mini";

/** An answer that does not hold what was asked for. The message says what is wrong with it, to the model and to a person. */
export class Unreadable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Unreadable";
  }
}

/** The JSON object in a model's answer, thinking and fences left out. Throws Unreadable where there is none of that form. */
export function readAnswer<T>(text: string, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(objectIn(text));
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0] ?? { path: [], message: "not of the form that was asked for" };
  throw new Unreadable(path.length === 0 ? message : `${path.join(".")}: ${message}`);
}

function objectIn(text: string): unknown {
  const said = withoutThinking(text);
  const from = said.indexOf("{");
  const to = said.lastIndexOf("}");
  if (from < 0 || to < from) throw new Unreadable("expected a JSON object, found none");
  const written = said.slice(from, to + 1);
  try {
    return JSON.parse(written);
  } catch {
    return repaired(written);
  }
}

/** Models leave a comma too many or a quote too few. */
function repaired(written: string): unknown {
  try {
    return JSON.parse(jsonrepair(written));
  } catch (error) {
    throw new Unreadable("expected a JSON object, found text that cannot be read as one", { cause: error });
  }
}
