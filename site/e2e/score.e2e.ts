import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { at, scoreSample } from "./site.ts";

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    [name, text] as const,
  );
}

const record = (id: string): string => `${JSON.stringify({ id, prediction: { intermediate: [], final: "x" } })}\n`;

test("the sample scores, with tables, charts and downloads", async ({ page }) => {
  await scoreSample(page);
  await expect(page.locator("#result")).toHaveText(/prefix accuracy \d+\.\d.%/);
  await expect(page.locator("#result")).toBeFocused();
  await expect(page.locator("figure svg[role=img]")).toHaveCount(2);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-download=json]").click()]);
  const scorecard = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(scorecard.schema).toBe("stepladder/scorecard/1");
  expect(scorecard.items).toHaveLength(scorecard.coverage.items);
});

test("a person with a keyboard gets from home to a scored sample", async ({ page }) => {
  await page.goto(at(""));
  await page.keyboard.press("s");
  await page.waitForURL(at("score/"), { waitUntil: "load" });
  const sample = page.getByRole("button", { name: /Try a sample/ });
  for (let i = 0; i < 20 && !(await sample.evaluate((button) => button === document.activeElement)); i++) await page.keyboard.press("Tab");
  await expect(sample).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#result")).toBeFocused();
});

test("a sample of a benchmark whose gold is not served brings gold of its own", async ({ page }) => {
  await page.goto(at("score/"));
  await page.getByLabel("Sample of").selectOption("Task graphs");
  await page.getByRole("button", { name: /Try a sample/ }).click();
  await expect(page.locator("#result")).toHaveText(/^Task graphs: edge F1 \d+\.\d.%/);
  await expect(page).toHaveURL(at("score/?track=task-graph"));
});

test("a chart is a table one key away", async ({ page }) => {
  await scoreSample(page);
  const figure = page.locator("figure").first();
  await figure.getByRole("button", { name: "Table" }).focus();
  await page.keyboard.press("t");
  await expect(figure.getByRole("table")).toBeVisible();
  await page.keyboard.press("t");
  await expect(figure.getByRole("table")).toBeHidden();
  for (const ending of ["SVG", "PNG", "CSV"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), figure.getByRole("button", { name: ending }).click()]);
    expect(download.suggestedFilename()).toBe(`procladder-by-length.${ending.toLowerCase()}`);
  }
});

test("a file dropped on the home page is scored in place, and Back leads home", async ({ page }) => {
  await page.goto(at(""));
  await drop(page, "mine.jsonl", record("pl-1-00000"));
  await expect(page.locator("[data-result]")).toBeVisible();
  await expect(page).toHaveURL(at("score/?track=procladder"));
  await expect(page.locator(".drop .target")).toHaveCSS("display", "grid");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Boards" })).toBeVisible();
});

test("a bad file is told about, as text, and the next one scores", async ({ page }) => {
  await page.goto(at("score/?track=procladder"));
  await expect(page.locator("[data-scoring]")).toBeVisible();
  await drop(page, "<img src=x onerror=document.title='run'>.jsonl", "{not json\n");
  await page.getByRole("button", { name: "Score", exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("#problems")).toBeVisible();
  await expect(page.locator("main img")).toHaveCount(0);
  expect(await page.title()).not.toBe("run");
  await drop(page, "good.jsonl", record("pl-1-00000"));
  await expect(page.locator("[data-result]")).toBeVisible();
});

test("what is wrong with a file stands below its name at once", async ({ page }) => {
  await page.goto(at("score/"));
  await expect(page.locator("[data-scoring]")).toBeVisible();
  await drop(page, "empty.jsonl", "");
  await expect(page.locator("tr.reason")).toContainText("an empty file");
  await expect(page.locator("main")).not.toContainText("of no benchmark here");
  await drop(page, "foreign.jsonl", record("nothing-1"));
  await expect(page.locator("main")).toContainText("of no benchmark here");
});

test("gold dropped first names the benchmark and asks for predictions", async ({ page }) => {
  await page.goto(at("score/"));
  await expect(page.locator("[data-scoring]")).toBeVisible();
  const gold = { id: "task01_0000", task: "task01", prompt: "go", init: "a", intermediate: ["b"], final: "x" };
  await drop(page, "gold.jsonl", `${JSON.stringify(gold)}\n`);
  await expect(page.locator("main")).toContainText("Only gold was given");
  await drop(page, "mine.jsonl", record("task01_0000"));
  await expect(page.locator("[data-result]")).toBeVisible();
  await expect(page.locator("[data-result]")).toContainText("computed on other gold");
});

test("a benchmark whose gold is not ours asks for it", async ({ page }) => {
  await page.goto(at("score/"));
  await expect(page.locator("[data-scoring]")).toBeVisible();
  await drop(page, "mine.jsonl", record("task01_0000"));
  await expect(page.locator("main")).toContainText("ProcBench needs its gold");
  const gold = { id: "task01_0000", task: "task01", prompt: "go", init: "a", intermediate: ["b"], final: "x" };
  await drop(page, "gold.jsonl", `${JSON.stringify(gold)}\n`);
  await expect(page.locator("[data-result]")).toBeVisible();
});
