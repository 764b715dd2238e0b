const OFF = "stepladder.keys";
/** Two keys belong together when they follow within this time, in milliseconds. */
const CHORD = 1200;

/** Single-key shortcuts; they rest while someone types, and can be switched off in their own list. */
export function watchKeys(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#keys");
  const open = (): void => dialog?.showModal();
  document.querySelector("[data-open-keys]")?.addEventListener("click", open);
  watchSwitch();

  const shortcuts: Record<string, () => void> = {
    "?": open,
    s: () => go("score/"),
    // A page that knows what to compare has a link for it.
    c: () => go("compare/", document.querySelector<HTMLAnchorElement>("a[data-compare]")?.href),
    "g b": () => go("tracks/"),
    "g h": () => go(""),
    "g /": () => go("search/"),
    // A page that has something to search in, or takes files, has a field for it.
    "/": () => {
      const field = document.querySelector<HTMLElement>("[data-search], [data-choose]");
      if (field === null) go("search/");
      else field.focus();
    },
  };
  let last = { key: "", at: 0 };
  document.addEventListener("keydown", (event) => {
    if (rest(event)) return;
    const chord = event.timeStamp - last.at < CHORD ? `${last.key} ${event.key}` : "";
    last = { key: event.key, at: event.timeStamp };
    const action = shortcuts[chord] ?? shortcuts[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}

/** Whether single keys mean nothing now: with a modifier, while someone types or reads the list of keys, and where they are switched off. */
export function rest({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || isOff() || isTyping(target) || document.querySelector("#keys[open]") !== null;
}

function go(path: string, instead?: string): void {
  location.href = instead ?? (document.body.dataset.base ?? "/") + path;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=file])");
}

function watchSwitch(): void {
  const box = document.querySelector<HTMLInputElement>("[data-keys-on]");
  if (box === null) return;
  box.checked = !isOff();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(OFF, box.checked ? "on" : "off");
    } catch {
      // Storage may be forbidden; the shortcuts then stay on.
    }
  });
}

function isOff(): boolean {
  try {
    return localStorage.getItem(OFF) === "off";
  } catch {
    return false;
  }
}
