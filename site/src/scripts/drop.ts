import { type GivenFile, givenByDrop, givenByInput } from "./given.ts";
import { deliver } from "./inbox.ts";

/** Files dropped anywhere on any page go to scoring, unless the page itself takes files, and so do those chosen in a `[data-choose]` field outside of it. */
export function watchDrops(): void {
  const root = document.documentElement;
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    root.dataset.dragging = "";
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) delete root.dataset.dragging;
  });
  document.addEventListener("drop", (event) => {
    delete root.dataset.dragging;
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    void givenByDrop(event.dataTransfer).then(handOver);
  });
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-hand-over]")) {
    input.addEventListener("change", () => {
      void handOver(givenByInput(input));
      input.value = "";
    });
  }
}

/** On the pages of scoring and exploring these take the files; elsewhere the panel opens in place, since a new page would lose them. */
async function handOver(files: readonly GivenFile[]): Promise<void> {
  if (files.length === 0) return;
  deliver(files);
  if (document.querySelector("[data-scoring], [data-takes-files]") !== null) return;
  const base = document.body.dataset.base ?? "/";
  try {
    const { openScoring } = await import("../features/scoring/open.tsx");
    await openScoring(base);
  } catch {
    // The panel could not be fetched; its own page can say so, and how to score without it.
    location.href = `${base}score/`;
  }
}
