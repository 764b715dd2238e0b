/** How long a button says that it has copied, in milliseconds. */
const SAID = 2000;

/** Gives every `[data-snippet]` a button that copies its text; where copying is forbidden the text is marked instead. */
function watchSnippets(): void {
  for (const snippet of document.querySelectorAll<HTMLElement>("[data-snippet]")) {
    const code = snippet.querySelector("code");
    if (code === null || snippet.querySelector("button") !== null) continue;
    code.textContent = withOwnOrigin(code.textContent);
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

/** A site that was built for no address of its own (SITE_URL) names a made-up one on this machine: where it is read is where it is. */
function withOwnOrigin(text: string): string {
  const built = document.querySelector<HTMLLinkElement>("link[rel=canonical]");
  const { hostname, origin } = new URL(built?.href ?? location.href);
  return hostname === "localhost" ? text.replaceAll(origin, location.origin) : text;
}

watchSnippets();
