import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Reader } from "../../core/mining.ts";
import { namedLike } from "../file.ts";
import { unitsByHost } from "./hosts.ts";
import { url } from "./url.ts";

/** A file of addresses, one in a line; empty lines and those that begin with # say nothing. */
export const list: Reader = {
  id: "list",
  title: "Lists of addresses, one in a line (.urls, or a file named urls.txt)",
  remote: true,
  accepts: namedLike(/\.urls$|(^|[/\\])urls\.txt$/i),
  async *split(path, name) {
    yield* unitsByHost(name, await addressesOf(path));
  },
  // Its units are read by the readers of addresses.
  read: url.read,
};

async function addressesOf(path: string): Promise<string[]> {
  const addresses: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const address = line.trim();
    if (address !== "" && !address.startsWith("#")) addresses.push(address);
  }
  return addresses;
}
