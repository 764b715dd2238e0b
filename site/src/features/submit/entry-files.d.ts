import { Entry, type Scorecard } from "@stepladder/schema";
import type { ZipFile } from "@stepladder/wasm/intake/write-zip.ts";
/** What a person says of a result; every field as it was typed, and empty where nothing was. */
export interface Facts {
  readonly name: string;
  readonly about: string;
  readonly url: string;
  readonly licence: string;
  /** Whether anybody can have its weights or rules. */
  readonly open: "" | "yes" | "no";
  readonly parameters: string;
  readonly cost: string;
  readonly date: string;
  /** Address of the predictions, and which file there they are. With it the result can be checked, and is recomputed; without it, it is reported. */
  readonly predictions: string;
  readonly where: string;
  /** Address that tells of a result whose predictions cannot be had. */
  readonly source: string;
}
/** An entry with the files that a pull request is made of, or what is missing, by field. */
export type Prepared =
  | {
      readonly ok: true;
      readonly id: string;
      readonly entry: Entry;
      readonly text: string;
      readonly path: string;
      readonly files: readonly ZipFile[];
    }
  | {
      readonly ok: false;
      readonly faults: Readonly<Record<string, string>>;
    };
/** Makes the entry of a scorecard: recomputed only where the predictions' address is given, so that anybody can check it. */
export declare function prepareEntry(facts: Facts, scorecard: Scorecard, ranking: string): Promise<Prepared>;
