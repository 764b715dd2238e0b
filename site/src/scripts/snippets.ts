/** How long a button says that it has copied, in milliseconds. */
const SAID = 2000;

/** Gives every `[data-snippet]` a button that copies its text; where copying is forbidden the text is marked instead. */
function watchSnippets(): void {
  for (const snippet of document.querySelectorAll<HTMLElement>("[data-snippet]")) {
    const code = snippet.querySelector("code");
    if (code === null || snippet.querySelector("button") !== null) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    const say = (word: string): void => {
      button.textContent = word;
    };
    say("Copy");
    button.setAttribute("aria-label", `Copy: ${snippet.dataset.snippet}`);
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(`${code.textContent}\n`);
        say("Copied");
      } catch {
        getSelection()?.selectAllChildren(code);
        say("Marked");
      }
      setTimeout(() => say("Copy"), SAID);
    });
    snippet.querySelector("p")?.append(button);
  }
}

watchSnippets();
