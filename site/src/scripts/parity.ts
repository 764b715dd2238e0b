import type { ParityCase } from "@stepladder/wasm/host/parity.ts";
import { proxy, wrap } from "comlink";
import type { ParityApi } from "../workers/parity.worker.ts";

const input = document.querySelector<HTMLInputElement>("#parity-files");
const select = document.querySelector<HTMLSelectElement>("#parity-track");
const rows = document.querySelector<HTMLTableSectionElement>("#parity-rows");
const status = document.querySelector<HTMLElement>("#parity-status");

const asked = new URLSearchParams(location.search).get("track");
if (select !== null && asked !== null) select.value = asked;

input?.addEventListener("change", () => void run([...(input.files ?? [])]));

async function run(files: readonly File[]): Promise<void> {
  if (rows === null || status === null || select === null) return;
  rows.replaceChildren();
  status.textContent = "Comparing …";
  const worker = new Worker(new URL("../workers/parity.worker.ts", import.meta.url), { type: "module" });
  try {
    const named = files.map((file) => [file.webkitRelativePath.split("/").slice(1).join("/") || file.name, file] as const);
    const cases = await wrap<ParityApi>(worker).compare(
      select.value,
      named,
      proxy((one) => rows.append(row(one))),
    );
    status.textContent = sentence(cases);
    publish(cases);
  } catch (error) {
    status.textContent = `Nothing could be compared: ${(error as Error).message}`;
    publish({ failed: status.textContent });
  } finally {
    worker.terminate();
  }
}

function sentence(cases: readonly ParityCase[]): string {
  const compared = cases.reduce((sum, one) => sum + one.compared, 0);
  const different = cases.reduce((sum, one) => sum + one.different.length, 0);
  const absent = cases.filter((one) => one.absent !== undefined).length;
  return `${compared - different} of ${compared} values equal the official ones to the last bit; ${absent} of ${cases.length} cases could not be run.`;
}

function row({ name, compared, different, absent }: ParityCase): HTMLTableRowElement {
  const line = document.createElement("tr");
  const verdict =
    absent === undefined
      ? different.length === 0
        ? "equal"
        : `${different.length} differ, first: ${different[0]?.name}`
      : `absent: ${absent}`;
  for (const [i, text] of [name, String(compared), verdict].entries()) {
    const cell = document.createElement(i === 0 ? "th" : "td");
    if (i === 0) cell.scope = "row";
    if (i === 1) cell.className = "num";
    cell.textContent = text;
    line.append(cell);
  }
  return line;
}

/** Leaves the outcome in the page, where `stepladder parity` reads it. */
function publish(outcome: readonly ParityCase[] | { failed: string }): void {
  document.querySelector("#parity-cases")?.remove();
  const told = document.createElement("pre");
  told.hidden = true;
  told.id = "parity-cases";
  told.textContent = JSON.stringify(outcome);
  document.body.append(told);
}
