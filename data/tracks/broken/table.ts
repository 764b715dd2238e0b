import { encodings } from "./encodings.ts";
import { fixtures } from "./fixtures.ts";
import { found } from "./found.ts";
import { hostile } from "./hostile.ts";
import { ids } from "./ids.ts";
import { json } from "./json.ts";
import { packed } from "./packed.ts";
import type { Broken } from "./row.ts";
import { strange } from "./strange.ts";
import { tables } from "./tables.ts";
import { values } from "./values.ts";

/** All broken submissions. */
export const table: readonly Broken[] = [encodings, json, packed, tables, ids, values, hostile, strange, found, fixtures].flat();
