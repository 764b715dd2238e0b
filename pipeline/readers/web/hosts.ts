import type { Failure, Unit } from "../../core/mining.ts";

/** Addresses as units, one for each host and way of reading, in the order of their names; each address once. */
export function* unitsByHost(name: string, addresses: Iterable<string>): Generator<Unit> {
  const hosts = new Map<string, Set<string>>();
  for (const address of addresses) {
    const reader = address.startsWith("browser+") ? "browser" : "url";
    const key = `${reader} ${hostOf(address)}`;
    const known = hosts.get(key) ?? new Set();
    known.add(address);
    hosts.set(key, known);
  }
  for (const key of [...hosts.keys()].sort()) {
    const [reader = "", host] = key.split(" ");
    yield {
      reader,
      id: `${name}#${host}${reader === "browser" ? "#browser" : ""}`,
      size: 0,
      at: { addresses: [...(hosts.get(key) ?? [])].join("\n") },
    };
  }
}

/** The host of an address; empty where it is none, which reading it then tells. */
function hostOf(address: string): string {
  const url = address.replace(/^browser\+/, "");
  return URL.canParse(url) ? new URL(url).host : "";
}

/** A unit that tells what went wrong before there was any. */
export function failedUnit(name: string, failure: Failure): Unit {
  return { reader: "url", id: `${name}#failed`, size: 0, at: { failure: JSON.stringify(failure) } };
}
