import { shown } from "@stepladder/wasm/intake/check.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";

/**
 * Arcs of a networkx multiline adjacency list with `;` between fields, as `read_multiline_adjlist` reads it: `node;degree`, then
 * one line for each neighbour; `#` starts a comment wherever it stands. Throws RecordProblem with the line at fault.
 */
export function readAdjlist(text: string, id: string): [from: string, to: string][] {
  const lines = text
    .split("\n")
    .map((line, i) => ({ number: i + 1, text: (line.split("#", 1)[0] as string).replace(/\r$/, "") }))
    .filter(({ text }) => text !== "");
  const arcs: [string, string][] = [];
  let left = 0;
  let node = "";
  for (const { number, text } of lines) {
    if (left > 0) {
      arcs.push([node, text.split(";", 1)[0] as string]);
      left--;
      continue;
    }
    const [name, degree, ...more] = text.split(";");
    if (degree === undefined || more.length > 0 || !/^\s*\d{1,6}\s*$/.test(degree)) {
      throw wrong(id, `line ${number}`, "a node and the number of its neighbours, as node;degree", shown(text));
    }
    node = name as string;
    left = Number(degree);
  }
  if (left > 0) throw wrong(id, `line ${text.split("\n").length}`, `${left} more neighbours of "${shown(node)}"`, "the end of the file");
  return arcs;
}

function wrong(id: string, field: string, expected: string, found: string): RecordProblem {
  return new RecordProblem({
    kind: "wrong-adjlist",
    severity: "error",
    id,
    field,
    expected,
    found,
    fix: 'write the graph again with networkx.write_multiline_adjlist(graph, path, delimiter=";")',
  });
}
