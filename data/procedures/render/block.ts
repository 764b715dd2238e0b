import type { Procedure } from "@stepladder/schema";

/** A procedure as it stands on a page. */
export interface Block {
  readonly body: string;
  /** What goes into the page's head. */
  readonly head?: string;
  /** Whether its steps' own titles are shown. */
  readonly titled?: boolean;
}

/** Writes a procedure in one of the ways of the web. Pure. */
export type Markup = (procedure: Procedure) => Block;

export function esc(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

export function lines(...parts: readonly (string | undefined | readonly string[])[]): string {
  return parts.flatMap((part) => part ?? []).join("\n");
}

/** Steps by section; one group without a title where there are no sections. */
export function groups({ sections, steps }: Procedure): { title?: string; steps: Procedure["steps"] }[] {
  if (sections === undefined) return [{ steps }];
  return sections.map((title, k) => ({ title, steps: steps.filter((step) => step.section === k) }));
}

export const isTool = ({ kind }: Procedure["resources"][number]): boolean => kind === "tool";

/** A procedure's id as a number, for what differs between pages and means nothing. */
export function number(procedure: Procedure): number {
  return [...procedure.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) + 1000;
}

/** A title as it stands in an address. */
export function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
