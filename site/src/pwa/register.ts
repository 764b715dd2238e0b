import { whenIdle } from "../scripts/idle.ts";

/** Has the site kept for use without a network, once the page itself is done. Only where it was built, and is served by its own origin. */
export function keepOffline(base: string): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  if (document.readyState === "complete") whenIdle(() => register(base));
  else addEventListener("load", () => whenIdle(() => register(base)), { once: true });
}

async function register(base: string): Promise<void> {
  const { serviceWorker } = navigator;
  try {
    const registration = await serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: "none" });
    const tell = (): void => {
      if (registration.waiting !== null && serviceWorker.controller !== null) offer(registration);
    };
    tell();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", tell));
  } catch {
    // Storage may be forbidden or full, and the address not trusted; the site then needs its network, as any other.
  }
}

/** Says that a new version waits; nothing changes until the reader wants it. */
function offer(registration: ServiceWorkerRegistration): void {
  if (document.querySelector("[data-update]") !== null) return;
  const note = document.createElement("div");
  note.dataset.update = "";
  note.className = "update no-print";
  note.setAttribute("role", "status");
  const reload = button("Reload", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("activate");
  });
  note.append(
    "A new version is ready. ",
    reload,
    button("Later", () => note.remove()),
  );
  document.body.append(note);
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
