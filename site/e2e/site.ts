import { readdirSync, readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Address of a page of the served site: `at("score/")`. */
export function at(path: string): string {
  const base = process.env.BASE_URL;
  if (base === undefined) throw new Error("BASE_URL: expected the address that global setup serves the site at");
  return base + path;
}

/** Pages of all boards of the built site, and the lines of each. */
export function boards(): { path: string; lines: { id: string; kind: string; evidence: string }[] }[] {
  const tracks = JSON.parse(readFileSync(new URL("../dist/tracks.json", import.meta.url), "utf8"));
  return tracks.map(({ id, board }: { id: string; board: [] }) => ({ path: `tracks/${id}/`, lines: board }));
}

/** Pages of entries: one of every kind, baselines and quoted figures among them. */
export function entryPages(): string[] {
  const lines = boards().flatMap(({ path, lines: own }) => own.map((line) => ({ path, ...line })));
  return [...new Map(lines.map(({ path, id, kind, evidence }) => [`${kind} ${evidence}`, `${path}${id}/`])).values()];
}

/** The path of the first of the pages of a folder; none where there is none. */
export function oneBelow(folder: string): string[] {
  return allPages()
    .filter((path) => path.startsWith(`${folder}/`) && path !== `${folder}/`)
    .sort()
    .slice(0, 1);
}

/** Paths of all pages of the built site but the frames that stand on other pages, and what stands in for a page that is not there. */
export function allPages(): string[] {
  const files = readdirSync(new URL("../dist", import.meta.url), { recursive: true, encoding: "utf8" });
  const pages = files.filter((file) => file === "index.html" || file.endsWith("/index.html"));
  return pages.map((file) => file.slice(0, -"index.html".length)).filter((path) => !path.startsWith("embed/"));
}

/** Expects that nothing but tables in their own places scrolls sideways. */
export async function expectNoSideways(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll, "width of the page's content").toBeLessThanOrEqual(client);
}

/** Expects a page, or a part of it, without violations of WCAG 2.2 A and AA that axe can see. */
export async function expectAccessible(page: Page, part = "html"): Promise<void> {
  await expectNoViolations(axe(page).include(part).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]));
}

/** The page in dark: of all rules those of colour alone look at it. */
export async function expectReadableInDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolations(axe(page).withRules(["color-contrast", "link-in-text-block"]));
}

/** Telling of what holds, element by element, would take most of the time; frames of other origins, which the mode leaves out, there are none. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
}

async function expectNoViolations(rules: AxeBuilder): Promise<void> {
  const { violations } = await rules.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
}

/** Opens the scoring page, stirs the pointer as somebody does who is about to drop a file, and waits until all code is at hand. */
export async function openWarm(page: Page): Promise<void> {
  await page.goto(at("score/"), { waitUntil: "networkidle" });
  await page.mouse.move(40, 40);
  await expect(page.locator("[data-warm]")).toBeAttached();
}

/** Opens the scoring page with the sample of a generated track and waits for its score. */
export async function scoreSample(page: Page): Promise<void> {
  await page.goto(at("score/?track=procladder&sample"));
  await expect(page.locator("[data-result]")).toBeVisible();
}

/** Starts to note how long the page's thread is held up. */
export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ["longtask"],
    });
  });
}

/** From a key to the frame after the explorer tells another step, in milliseconds: the middle of the keys given. */
export async function stepTime(page: Page, keys: readonly string[]): Promise<number> {
  const pressed = (key: string) =>
    page.evaluate(async (key) => {
      const before = document.querySelector(".step-told")?.textContent;
      const start = performance.now();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      while (document.querySelector(".step-told")?.textContent === before) await new Promise(requestAnimationFrame);
      return performance.now() - start;
    }, key);
  const times: number[] = [];
  for (const key of keys) times.push(await pressed(key));
  return times.sort((a, b) => a - b)[Math.floor(keys.length / 2)] as number;
}

/** The longest time that the page's thread was held up since this was last asked, in milliseconds; tasks below 50 ms are not noted. */
export async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks.splice(0)));
}
