import { ScriptItem } from "@stepladder/schema";
import type { Format, GatheredFormat, Gathering } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import type { Raw } from "@stepladder/wasm/intake/raw.ts";
import { fault, fieldsOf } from "../records.ts";
import { checkLibrary, checkObserved, checkSteps, itemsOf, type Procedure, subtaskOf } from "./items.ts";

const ARRAY = /(?:^|[/_])(input_sequences|output_sequences|reference_step_libraries)\.json(?:\.gz)?$/;
type ArrayName = "input_sequences" | "output_sequences" | "reference_step_libraries";

function arrayOf({ file }: Raw): ArrayName | undefined {
  return ARRAY.exec(file)?.[1] as ArrayName | undefined;
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === "string");

/** Ends each step of an official sequence. */
const END = " <-> ";

/** The steps of a sequence such as `mix it. <-> bake it. <-> `. */
function stepsIn(sequence: string): string[] {
  return sequence.split(END).filter((step) => step !== "");
}

/** Gold as released, or in short; where both lie together they have to agree. */
export const releasedPaths: GatheredFormat<ScriptItem> = {
  id: "released-paths",
  title:
    "The released arrays: *_output_sequences.json with *_reference_step_libraries.json (and *_input_sequences.json); or in short an array of procedures: task_index, step_library and paths",
  accepts: (raw) => arrayOf(raw) !== undefined || isProcedure(raw),
  gather() {
    const [arrays, short] = [gatherArrays(), gatherShort()];
    return {
      add: (raw) => (isProcedure(raw) || arrayOf(raw) === undefined ? short : arrays).add(raw),
      *items() {
        const [released, shortened] = [arrays.procedures(), short.procedures()];
        if (released.length > 0 && shortened.length > 0 && JSON.stringify(released) !== JSON.stringify(shortened)) {
          throw fault(undefined, "paths", "the paths of the released arrays", "others in the short form", "give one of the two");
        }
        yield* numbered(released.length > 0 ? released : shortened);
      },
    };
  },
};

/** What records of one form come to. */
interface Gathered extends Pick<Gathering<ScriptItem>, "add"> {
  procedures(): readonly Procedure[];
}

/** Three arrays of the same length, a place in each of them for every video. */
function gatherArrays(): Gathered {
  const held: Record<ArrayName, unknown[]> = { input_sequences: [], output_sequences: [], reference_step_libraries: [] };
  return {
    add(raw) {
      const name = arrayOf(raw) as ArrayName;
      const isLibrary = name === "reference_step_libraries";
      if (isLibrary ? !isTexts(raw.value) : typeof raw.value !== "string") {
        throw fault(
          undefined,
          name,
          isLibrary ? "a list of steps" : "a sequence of steps, as text",
          shown(raw.value),
          "give the released files",
        );
      }
      held[name].push(raw.value);
    },
    procedures() {
      const { input_sequences: inputs, output_sequences: paths, reference_step_libraries: libraries } = held;
      if (libraries.length !== paths.length || (inputs.length > 0 && inputs.length !== paths.length)) {
        const found = `${paths.length} output sequences, ${libraries.length} step libraries, ${inputs.length} input sequences`;
        throw fault(undefined, "output_sequences", "arrays of one length", found, "give the files of one release together");
      }
      return proceduresOf(paths as string[], libraries as (readonly string[])[], inputs as string[]);
    },
  };
}

/** Videos of the same step library are of one procedure; procedures are numbered as they first come. */
function proceduresOf(paths: readonly string[], libraries: readonly (readonly string[])[], inputs: readonly string[]): Procedure[] {
  const found = new Map<string, { library: string[]; paths: number[][] }>();
  for (const [video, path] of paths.entries()) {
    const sequence = (libraries[video] as readonly string[]).join("");
    const input = inputs[video] ?? sequence;
    if (input !== sequence)
      throw fault(
        undefined,
        `input_sequences[${video}]`,
        "the steps of its library in their order",
        shown(input),
        "give the files of one release together",
      );
    const procedure = found.get(sequence) ?? { library: stepsIn(sequence), paths: [] };
    found.set(sequence, procedure);
    procedure.paths.push(stepsIn(path).map((step) => placeIn(procedure.library, step, video)));
  }
  return [...found.values()];
}

function placeIn(library: readonly string[], step: string, video: number): number {
  const place = library.indexOf(step);
  if (place === -1)
    throw fault(undefined, `output_sequences[${video}]`, "steps of its library", shown(step), "give the files of one release together");
  return place;
}

function* numbered(procedures: readonly Procedure[]): Generator<ScriptItem> {
  for (const [number, procedure] of procedures.entries()) {
    checkLibrary(procedure.library, "step_library", `task ${number}`);
    checkObserved(procedure.paths, procedure.library, "paths", `task ${number}`);
    yield* itemsOf(number, procedure);
  }
}

const isPath = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((step) => Number.isInteger(step) && step >= 0);

function isProcedure({ value }: Raw): boolean {
  const fields = fieldsOf(value);
  return Array.isArray(fields?.step_library) && Array.isArray(fields.paths);
}

/** An object per procedure. */
function gatherShort(): Gathered {
  const procedures: Procedure[] = [];
  return {
    add({ value }) {
      const { task_index: number, step_library: library, paths } = fieldsOf(value) ?? {};
      const id = `task ${shown(number)}`;
      if (number !== procedures.length)
        throw fault(id, "task_index", `${procedures.length}`, shown(number), "give all procedures in their order, from 0");
      if (!isTexts(library)) throw fault(id, "step_library", "a list of texts", shown(library), "give the steps in their order");
      if (!Array.isArray(paths) || !paths.every(isPath))
        throw fault(id, "paths", "lists of places in step_library", shown(paths), "number steps from 0");
      procedures.push({ library, paths });
    },
    procedures: () => procedures,
  };
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it: one item per line. */
export const goldFormat: Format<ScriptItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one item per line with id, subtask, task, library, prefix, observed",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && Array.isArray(fields.library) && Array.isArray(fields.observed);
  },
  read({ value }) {
    const item = check(ScriptItem, value, "");
    const { id, subtask, library, prefix, observed } = item;
    const asks = subtaskOf(id);
    if (asks !== undefined && asks !== subtask) throw fault(id, "subtask", asks, subtask, "give each item the id of what it asks");
    checkLibrary(library, "library", id);
    checkSteps(prefix, library, "prefix", id);
    checkObserved(observed, library, "observed", id);
    return item;
  },
};
