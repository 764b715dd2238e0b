import { mountScoring } from "../features/scoring/open.tsx";

const panel = document.querySelector("#score-panel");
if (panel !== null) {
  mountScoring(panel, document.body.dataset.base ?? "/").catch((error: Error) => {
    // Into the element that is there: what it says is announced.
    (panel.querySelector("[role=status]") ?? panel).textContent =
      `The page could not be made ready: ${error.message}. Reload it, or score on the command line.`;
  });
}
