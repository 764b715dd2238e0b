import type { Apart, CompareTrack } from "../../catalog/compare.ts";
import { mineName } from "../../state/compare.ts";
import type { Mine } from "../../state/mine.ts";

/** A chosen row by its name, and why it cannot be compared item by item, where it cannot. */
export interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly mine?: Mine;
  readonly apart?: Apart;
  readonly predictions?: string;
}

/** The rows of a choice that there are: entries of the track, and results that are kept here. */
export function chosenRows(rows: readonly string[], track: CompareTrack, kept: readonly Mine[]): Chosen[] {
  const chosen = eachRow(rows, track, kept);
  // What stands apart from the board may stand together.
  return isOfOneSet(chosen) ? chosen.map(({ apart: _, ...row }) => row) : chosen;
}

/** Whether all rows are the reader's own, of the same items and kernels, and say what is known of the items. */
export function isOfOneSet(rows: readonly Chosen[]): boolean {
  const [first] = rows;
  const { hashes } = first?.mine ?? {};
  return (
    rows.length > 1 &&
    rows.every(({ mine }) => mine?.index !== undefined && mine.hashes.items === hashes?.items && mine.hashes.kernels === hashes.kernels)
  );
}

function eachRow(rows: readonly string[], track: CompareTrack, kept: readonly Mine[]): Chosen[] {
  return rows.flatMap((id): Chosen[] => {
    const name = mineName(id);
    if (name === undefined) return track.rows.filter((row) => row.id === id);
    const mine = kept.find((one) => one.name === name);
    if (mine === undefined) return [];
    const apart = apartOfMine(mine.hashes, track.shared);
    return [{ id, name, mine, ...(apart === undefined ? {} : { apart }) }];
  });
}

/** Why a result of the reader's own cannot be put beside the board's packs. */
export function apartOfMine(hashes: Mine["hashes"], shared: CompareTrack["shared"]): Apart | undefined {
  if (shared === undefined || hashes.items !== shared.items) return "items";
  return hashes.kernels === shared.kernels ? undefined : "kernels";
}

const WHY: Record<Apart, string> = {
  quoted: "is a quoted figure: its source prints a number and tells nothing of the items behind it",
  items: "was measured on other items of gold than the board’s entries (its hash of the items differs)",
  kernels:
    "was measured by other kernels than the board’s entries (its hash of the code differs): score the predictions again to compare them",
};

/** Why a row is refused, in a sentence; `undefined` where it is not. */
export function refusal({ name, apart }: Pick<Chosen, "name" | "apart">): string | undefined {
  return apart === undefined ? undefined : `${name} ${WHY[apart]}.`;
}
