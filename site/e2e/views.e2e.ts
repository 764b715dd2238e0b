import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { GroundedVideo, InducedGraph } from "@stepladder/schema";
import { long, mended, unmarked } from "../test/grounded.ts";
import { tea, wide } from "../test/induced.ts";
import { at, expectAccessible, expectNoSideways, longestTask, stepTime, watchTasks } from "./site.ts";

const textOf = (path: string): string => readFileSync(new URL(`../../data/${path}`, import.meta.url), "utf8");
const recordsOf = (text: string): unknown[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const GROUNDED = textOf("alignments/aligned/grounded.jsonl");
const GRAPHS = textOf("graphs/induced/graphs.jsonl");
const videos = recordsOf(GROUNDED).map((record) => GroundedVideo.parse(record));
const graphs = recordsOf(GRAPHS).map((record) => InducedGraph.parse(record));
const [video] = videos as [GroundedVideo];
/** One whose paths do not all keep to it. */
const graph = graphs.find(({ loops }) => loops.length > 0) as InducedGraph;

const said = (page: Page) => page.locator(".said");
const drawing = (page: Page) => page.getByRole("region", { name: "Steps over time" });
const lines = (...records: readonly unknown[]): string =>
  records.map((one) => `${typeof one === "string" ? one : JSON.stringify(one)}\n`).join("");
const drop = (page: Page, name: string, text: string) =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer: Buffer.from(text) });

/** Opens a page and waits until it answers. */
async function openAwake(page: Page, path: string): Promise<void> {
  await page.goto(at(path));
  await expect(page.locator("astro-island[ssr]")).toHaveCount(0);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("alignments are listed, drawn and told in tables", async ({ page }) => {
    await page.goto(at("procedures/"));
    await page.getByRole("link", { name: "Alignments", exact: true }).first().click();
    await expect(page.locator("tbody tr")).toHaveCount(videos.length);
    await page.getByRole("link", { name: `${video.goal} ${video.id}`, exact: true }).click();
    await expect(page.locator(".lede")).toHaveText(/^\d+ of \d+ steps were found; \d+ overlaps? what is marked by hand/);
    await expect(page.locator(".grounding-viewer svg .timeline-row[data-step]")).toHaveCount(video.steps.length);
    await expect(page.locator(".heat path").first()).toBeAttached();
    await expect(page.getByRole("region", { name: "Steps", exact: true }).locator("tbody tr")).toHaveCount(video.steps.length);
    await expect(page.getByRole("slider")).toBeHidden();
    await expect(page.getByRole("button", { name: "Closer" })).toBeHidden();
    await page.getByText("What is said, in").click();
    await expect(page.getByRole("cell", { name: video.sentences[0]?.text as string })).toBeVisible();
    await page.getByRole("link", { name: "The article as it was mined" }).click();
    await expect(page.getByRole("link", { name: `found in the video ${video.id}` })).toBeVisible();
  });

  test("step graphs are listed, drawn and told in tables", async ({ page }) => {
    await page.goto(at("graphs/"));
    await expect(page.locator("tbody tr")).toHaveCount(graphs.length);
    await page.getByRole("link", { name: graph.goal, exact: true }).click();
    await expect(page.locator(".lede")).toContainText(`of ${graph.paths} paths keep to the order of the graph`);
    await expect(page.locator(".induced-viewer .node[data-place]")).toHaveCount(graph.steps.length);
    await expect(page.locator(".induced-viewer .view .edge")).toHaveCount(graph.edges.length + graph.loops.length);
    await expect(page.getByRole("region", { name: "Edges" }).locator("tbody tr")).toHaveCount(graph.edges.length);
    await expect(page.getByRole("slider")).toBeHidden();
  });

  test("records are served as they are", async ({ request }) => {
    expect(await (await request.get(at("alignments/grounded.jsonl"))).text()).toBe(GROUNDED);
    expect(await (await request.get(at("graphs/graphs.jsonl"))).text()).toBe(GRAPHS);
  });
});

test("with a keyboard alone a person walks the steps of an alignment, reads its heat, and hides what is less sure", async ({ page }) => {
  await openAwake(page, `alignments/${video.id}/`);
  await expect(said(page)).toContainText(`1. “${video.steps[0]}”`);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(said(page)).toContainText(`2. “${video.steps[1]}”`);
  await expect(page).toHaveURL(/\?step=2$/);
  await page.keyboard.press("]");
  await expect(page.locator(".timeline-row[data-current=true]")).toHaveAttribute("data-step", "3");

  // In the drawing arrow keys go from cell to cell.
  await drawing(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  const cell = page.locator(".at-time");
  await expect(cell).toContainText(`“${video.sentences[1]?.text}”; similarity to step 3: ${video.similarity?.[2]?.[1]?.toFixed(2)}`);
  await page.keyboard.press("ArrowUp");
  await expect(cell).toContainText(`similarity to step 2: ${video.similarity?.[1]?.[1]?.toFixed(2)}`);
  const range = page.locator(".number", { hasText: "minutes:seconds" });
  const whole = (await range.textContent()) as string;
  await page.keyboard.press("+");
  await expect(range).not.toHaveText(whole);
  await page.keyboard.press("-");
  await expect(range).toHaveText(whole);

  // What is less sure than is asked for goes, and the address says so.
  const marks = page.locator(".grounding-viewer .view :is(.predicted, .wrong)");
  const all = await marks.count();
  await page.getByRole("slider").focus();
  await page.keyboard.press("End");
  await expect(marks).toHaveCount(video.segments.filter(({ confidence }) => confidence >= 1).length);
  await expect(page).toHaveURL(/least=1$/);
  await page.reload();
  await expect(page.getByRole("slider")).toHaveValue("1");
  await page.getByRole("button", { name: "As it was" }).press("Enter");
  await expect(marks).toHaveCount(all);
  await expect(page).toHaveURL(/\?step=2$/);
});

test("a sentence leads to the step that it told of, by keyboard and by pointer", async ({ page }) => {
  const teller = video.segments.find(({ sentences }) => sentences.length > 0);
  const place = teller?.sentences[0] as number;
  await openAwake(page, `alignments/${video.id}/?step=${video.steps.length}`);
  await drawing(page).focus();
  await page.keyboard.press("Home");
  for (let i = 0; i < place; i++) await page.keyboard.press("ArrowRight");
  const button = page.getByRole("region", { name: "What is said" }).getByRole("button", { pressed: true });
  await expect(button).toContainText(video.sentences[place]?.text as string);
  await button.press("Enter");
  await expect(page.locator(".timeline-row[data-current=true]")).toHaveAttribute("data-step", String((teller?.step ?? 0) + 1));
  await expect(button).toContainText("told of this step");
  await page.locator(".timeline-row[data-step='1'] .name").click();
  await expect(page.locator(".timeline-row[data-current=true]")).toHaveAttribute("data-step", "1");
});

test("with a keyboard alone a person walks paths through a graph and moves its cut", async ({ page }) => {
  await openAwake(page, `graphs/${graph.id}/`);
  await expect(page.locator(".step-told")).toHaveText(`Path 1 of ${graph.seen.length}, step 1 of ${graph.seen[0]?.path.length}.`);
  await page.keyboard.press("]");
  await page.keyboard.press("]");
  await page.keyboard.press("[");
  await expect(page).toHaveURL(/\?step=2$/);
  await expect(said(page)).toContainText("✓ The path keeps to the order here.");
  await expect(page.locator(".node[data-done=true]")).toHaveCount(1);
  await page.keyboard.press("e");
  await expect(said(page)).toContainText("✗ The path leaves the order here:");
  await expect(page.locator(".edge[data-verdict=broken]").first()).toBeAttached();

  // From the second path on, by its name.
  await page.getByLabel("Walk").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".step-told")).toContainText("Path 2 of");

  const edges = page.locator(".induced-viewer .view .edge:not([data-verdict=loop])");
  await expect(edges).toHaveCount(graph.edges.length);
  await page.getByRole("slider").focus();
  await page.keyboard.press("Home");
  await expect(page).toHaveURL(/least=0\.5/);
  const words = page.locator(".least [role=status]");
  await expect(words).toHaveText(/^\d+ edges: (\d+ goe?s? \(“|\d+ comes? \(“)/);
  const [, told] = /^(\d+) edges/.exec((await words.textContent()) ?? "") ?? [];
  expect(Number(told)).not.toBe(graph.edges.length);
  await expect(edges).toHaveCount(Number(told));
  await expect(page.locator(".edge[data-verdict=come]").first()).toBeAttached();
  await page.reload();
  await expect(page.getByRole("slider")).toHaveValue("0.5");
  await expect(edges).toHaveCount(Number(told));
  await page.getByRole("button", { name: "As it was" }).press("Enter");
  await expect(edges).toHaveCount(graph.edges.length);
  await expect(words).toHaveText(`${graph.edges.length} edges, as induced.`);

  // From node to node, and to the step of one.
  await page.locator('.node[tabindex="0"]').focus();
  const before = await page.locator(".step-told").textContent();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator(".step-told")).not.toHaveText(before ?? "");
});

test("an address may say what there is not", async ({ page }) => {
  await openAwake(page, `alignments/${video.id}/?step=900&least=7`);
  await expect(said(page)).toContainText(`${video.steps.length}. “`);
  await openAwake(page, `graphs/${graph.id}/?step=99999999&least=-1`);
  await expect(page.locator(".step-told")).toContainText(`Path ${graph.seen.length} of ${graph.seen.length}`);
});

test("alignments that are dropped in the explorer are listed and drawn, and broken lines told", async ({ page }) => {
  await page.goto(at("explore/"));
  await drop(page, "grounded.jsonl", lines(mended, '{"id": ', unmarked("tube-2"), { ...mended, id: "odd", shown: [1] }));
  await expect(page.getByRole("heading", { name: "2 alignments" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "2 problems in the input" })).toBeVisible();
  await expect(page.locator(".problems .place")).toHaveText(["grounded.jsonl, line 2", "grounded.jsonl, line 4 · odd · shown"]);
  await page.getByRole("listbox").waitFor();
  await page.keyboard.press("j");
  await expect(page.locator(".item-place")).toContainText("6 of 8 steps were found; 5 overlap what is marked by hand");
  await page.keyboard.press("]");
  await expect(said(page)).toContainText("2. “Let the air out of the tyre.”");
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/step=4/);
  await page.getByRole("slider").focus();
  await page.keyboard.press("End");
  await expect(page).toHaveURL(/least=1/);
  await page.locator("summary", { hasText: "Steps and where" }).press("Enter");
  await expect(page.getByRole("cell", { name: "1. “Take the wheel out of the frame.”" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.locator(".item-place")).toContainText("nobody marked by hand where they are");
});

test("step graphs that are dropped in the explorer are listed and walked", async ({ page }) => {
  await page.goto(at("explore/?track=procladder"));
  await drop(page, "mine.jsonl", lines(tea, wide("wide", 12)));
  await expect(page.getByRole("heading", { name: "2 step graphs" })).toBeVisible();
  await page.getByRole("listbox").waitFor();
  await page.keyboard.press("j");
  await expect(page.locator(".item-place")).toContainText("23 of 26 paths keep to the order of the graph");
  await page.keyboard.press("e");
  await expect(said(page)).toContainText("“Boil the water” should come before");
  const edges = page.locator(".induced-viewer .view .edge:not([data-verdict=loop])");
  // With the one that is broken, which follows from others.
  await expect(edges).toHaveCount(tea.edges.length + 1);
  await page.keyboard.press("j");
  await expect(page.locator(".item-place")).toContainText("How to do much in many orders");
});

test("a file with none that can be read says what is wrong with each", async ({ page }) => {
  await page.goto(at("explore/"));
  await drop(page, "grounded.jsonl", lines({ ...mended, shown: undefined }, { ...mended, goal: "" }));
  await expect(page.getByRole("heading", { name: "2 problems in the input" })).toBeVisible();
  await expect(page.locator(".problems > li")).toContainText(["add the field shown", "text that is not empty"]);
  await expect(page.getByRole("listbox")).toHaveCount(0);
});

test("10,000 videos open quickly, and stay in their file", async ({ page }, info) => {
  test.slow();
  const path = info.outputPath("many.jsonl");
  const file = openSync(path, "w");
  for (let i = 0; i < 10_000; i++) writeSync(file, lines(long(`v-${i}`, 40, 9)));
  closeSync(file);
  await page.goto(at("explore/"));
  const start = Date.now();
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByRole("heading", { name: "10,000 alignments" })).toBeVisible({ timeout: 60_000 });
  const listed = Date.now() - start;
  await page.getByRole("listbox").focus();
  const looked = Date.now();
  await page.keyboard.press("End");
  await expect(page.locator(".item-place")).toContainText("v-9999");
  const shown = Date.now() - looked;
  console.log(`10,000 videos: listed in ${listed} ms, the last one shown in ${shown} ms`);
  expect(await page.locator(".item-row").count()).toBeLessThan(60);
  expect(shown).toBeLessThan(10_000);
});

for (const [name, record, steps] of [
  ["1,000 sentences and 30 steps", long("long", 1_000, 30), 30],
  ["a graph of 60 steps", wide("wide", 60), 240],
] as const)
  test(`${name} stay fluid`, async ({ page }) => {
    await page.goto(at("explore/"));
    await watchTasks(page);
    await drop(page, "one.jsonl", lines(record));
    await page.getByRole("listbox").waitFor();
    const start = Date.now();
    await page.keyboard.press("j");
    await expect(page.locator(".item-place .view svg")).toBeVisible();
    const drawn = Date.now() - start;
    await expect(page.locator(".step-told")).toContainText(name.includes("graph") ? "Path 1 of 4" : `Step 1 of ${steps}`);
    const time = await stepTime(page, ["]", "]", "[", "]", "]", "[", "]"]);
    const longest = await longestTask(page);
    console.log(`${name}: drawn ${drawn} ms after its key, a step in ${time.toFixed(0)} ms, longest task ${longest} ms`);
    expect(time).toBeLessThan(200);
    // Wide, as other tests share the machine.
    expect(longest).toBeLessThan(1000);
    expect(await page.locator(".narration li").count()).toBeLessThan(40);
  });

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [1280, 320])
    test(`both views fit and are accessible in the explorer, ${colorScheme}, ${width} px, without motion`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      for (const record of [mended, tea]) {
        await page.goto(at("explore/"));
        await drop(page, "one.jsonl", lines(record, "{"));
        await page.getByRole("listbox").waitFor();
        await page.keyboard.press("j");
        await expect(page.locator(".item-place .view svg")).toBeVisible();
        await page.keyboard.press("e");
        for (const summary of await page.locator(".item-place summary").all()) await summary.click();
        await expectNoSideways(page);
        await expectAccessible(page);
      }
    });

test("both views are whole on paper", async ({ page }) => {
  for (const path of [`alignments/${video.id}/`, `graphs/${graph.id}/`]) {
    await openAwake(page, path);
    await page.emulateMedia({ media: "print" });
    const view = page.locator(".view");
    const cut = await view.evaluate((one) => one.scrollHeight - one.clientHeight);
    expect(cut).toBeLessThanOrEqual(1);
    await expect(page.getByRole("slider")).toBeHidden();
    await page.emulateMedia({ media: "screen" });
  }
});
