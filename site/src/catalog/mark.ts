/** The colours of the light theme, for pictures that leave the page (styles/tokens.css). */
export const PAPER = "#fbfaf7";
export const INK = "#1b1d1f";
export const MUTED = "#5a6067";
export const LINE = "#8d8a82";
export const RULE = "#e0ddd5";
export const ACCENT = "#0b5fa5";

/** The mark as a drawing of its own: a ladder whose rungs are the steps of a rising curve. `room` is the part of each side left free. */
export function markSvg({ ground, room = 0 }: { readonly ground?: string; readonly room?: number } = {}): string {
  const pad = (32 * room) / (1 - 2 * room);
  const side = 32 + 2 * pad;
  const box = `${-pad} ${-pad} ${side} ${side}`;
  const rect = ground === undefined ? "" : `<rect x="${-pad}" y="${-pad}" width="${side}" height="${side}" fill="${ground}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" fill="none">${rect}` +
    `<path d="M4 28V22H11V16H18V10H25V4H29" stroke="${ACCENT}" stroke-width="2.6"/>` +
    `<path d="M11 28V22M18 28V16M25 28V10M4 28H29M29 28V4M11 22H29M18 16H29M25 10H29" stroke="${INK}" stroke-width="1.4"/></svg>`
  );
}
