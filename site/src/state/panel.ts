/** What is looked at in a panel that a viewer draws. */
export interface PanelPlace {
  /** Which of its steps, from 0 on. */
  readonly step: number;
  /** How sure something must at least be to be drawn, 0 to 1; absent: as the viewer has it. */
  readonly least?: number | undefined;
}

/** Reads `?step=3&least=0.5`; steps count from 1, what is malformed counts as absent. */
export function readPanelPlace(query: URLSearchParams): PanelPlace {
  const least = Number(query.get("least") || Number.NaN);
  return { step: place(query.get("step")), ...(least >= 0 && least <= 1 ? { least } : {}) };
}

/** Writes the place into a query; the first step is not said. */
export function writePanelPlace(query: URLSearchParams, { step, least }: PanelPlace): void {
  if (step > 0) query.set("step", String(step + 1));
  if (least !== undefined) query.set("least", String(least));
}

/** The address of a page that shows one panel. */
export function panelAddress(search: string, at: PanelPlace): string {
  const query = new URLSearchParams(search);
  query.delete("step");
  query.delete("least");
  writePanelPlace(query, at);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** A place that counts from 1, from 0 on. */
export function place(text: string | null): number {
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number > 0 ? number - 1 : 0;
}
