import { expect, type Page, test } from "@playwright/test";
import { at, expectAccessible, expectNoSideways, longestTask, scoreSample, stepTime, watchTasks } from "./site.ts";

const explorer = (page: Page) => page.locator("[data-explorer]");
const rows = (page: Page) => explorer(page).locator(".item-row");
const step = (page: Page) => page.locator(".step-row[aria-current=step]");

async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const link = page.getByRole("link", { name });
  for (let i = 0; i < 60 && !(await link.evaluate((one) => one === document.activeElement)); i++) await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
}

function json(name: string, ...records: unknown[]) {
  return { name, mimeType: "", buffer: Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join("")) };
}

test("with a keyboard alone a person walks from a score to an item, its first error and the next one", async ({ page }) => {
  await scoreSample(page);
  await tabTo(page, "Look at it item by item.");
  await page.keyboard.press("Enter");
  await expect(explorer(page).getByRole("listbox")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(rows(page).and(page.locator("[aria-selected=true]"))).toHaveAttribute("aria-posinset", "2");
  await page.keyboard.press("k");
  await expect(rows(page).and(page.locator("[aria-selected=true]"))).toHaveAttribute("aria-posinset", "1");
  // From the keys of the page to those of the list, to an item that was answered wrongly.
  await explorer(page).getByLabel("Show").focus();
  await page.keyboard.type("where points");
  await explorer(page).getByRole("listbox").focus();
  await page.keyboard.press("Home");
  await expect(rows(page).and(page.locator("[aria-selected=true]"))).toHaveAttribute("aria-posinset", "1");
  await page.keyboard.press("Enter");
  await expect(page.locator("article.item-place")).toBeFocused();
  // The focus is there before the item is read; its steps can be walked from then on.
  await expect(page.locator(".step-told")).toHaveText(/^Step 1 of \d+/);
  await page.keyboard.press("e");
  await expect(page.locator(".step-told")).toHaveText(/^Step \d+ of \d+: the first error\.$/);
  await expect(step(page)).toContainText("first divergence");
  const first = await step(page).getAttribute("aria-posinset");
  await page.keyboard.press("e");
  await expect(page.locator(".step-told")).toHaveText(/: an error\.$/);
  await page.keyboard.press("[");
  await expect(step(page)).toHaveAttribute("aria-posinset", first ?? "");
  await expectAccessible(page, "[data-explorer]");
  // What is looked at stands in the address, and the address leads back to it.
  const address = new URL(page.url());
  address.searchParams.set("sample", "");
  expect(address.searchParams.get("show")).toBe("lost");
  await page.goto(address.href);
  await expect(step(page)).toHaveAttribute("aria-posinset", first ?? "");
  await expect(rows(page).and(page.locator("[aria-selected=true]"))).toContainText(address.searchParams.get("item") ?? "?");
});

test("items are found by how they fail, by their first failing step, and where an entry of the board differs", async ({ page }) => {
  await page.goto(at("score/?track=procladder&sample&sort=step:desc"));
  await expect(rows(page).first()).toContainText("first fails at");
  await explorer(page).getByLabel("Failing by").selectOption("A state left out");
  await expect(explorer(page).locator(".item-list [role=status]")).toHaveText(/^\d of 1,800 items/);
  await explorer(page).getByRole("button", { name: "Show all items" }).click();
  await explorer(page)
    .getByText(/^More: metric/)
    .click();
  await explorer(page).getByLabel("Held against").selectOption("Stay put");
  await expect(rows(page).first()).toContainText("(+");
});

test("a procedure of 1,000 steps stays fluid", async ({ page }) => {
  const states = Array.from({ length: 1_000 }, (_, i) => `state ${i} ${"abcdefghij".repeat(20)}`);
  const run = { intermediate: states.slice(0, -1), final: states.at(-1) };
  const gold = { id: "pl-1-00000", task: "long", split: "hard", prompt: "Go on.", init: "", ...run };
  const prediction = { ...run, intermediate: run.intermediate.map((state, i) => (i % 50 === 49 ? state.replaceAll("e", "x") : state)) };
  await page.goto(at("score/?track=procladder"));
  await watchTasks(page);
  await page.locator("[data-choose]").setInputFiles([json("gold.jsonl", gold), json("mine.jsonl", { id: "pl-1-00000", prediction })]);
  await page.getByRole("link", { name: "Look at it item by item." }).click();
  await rows(page).click();
  await expect(page.locator(".step-told")).toHaveText("Step 1 of 1000.");
  await explorer(page).getByRole("button", { name: "Last step" }).click();
  await expect(step(page)).toHaveAttribute("aria-posinset", "1000");
  await expect(step(page)).toBeInViewport();
  expect(await page.locator(".step-row").count()).toBeLessThan(40);
  const time = await stepTime(page, ["e", "]", "e", "]", "[", "e", "e"]);
  const longest = await longestTask(page);
  console.log(`1,000 steps: ${time.toFixed(0)} ms from a key to its step in the middle of seven, longest task ${longest} ms`);
  expect(time).toBeLessThan(200);
  // Wide, as other tests share the machine.
  expect(longest).toBeLessThan(1000);
});

test("playing stops where it is told to: at a mismatch, a state of another length, a word", async ({ page }) => {
  const states = Array.from({ length: 30 }, (_, i) => (i < 9 ? "short" : i < 20 ? "longer" : "a magic word"));
  const run = { intermediate: states.slice(0, -1), final: states.at(-1) };
  const gold = { id: "pl-1-00000", task: "played", split: "hard", prompt: "Go on.", init: "", ...run };
  const prediction = { ...run, intermediate: run.intermediate.map((state, i) => (i === 4 || i === 14 ? state.replace("o", "x") : state)) };
  await page.goto(at("score/?track=procladder&item=pl-1-00000"));
  await page.locator("[data-choose]").setInputFiles([json("gold.jsonl", gold), json("mine.jsonl", { id: "pl-1-00000", prediction })]);
  const told = page.locator(".step-told");
  const press = (name: string) => explorer(page).getByRole("button", { name, exact: true }).press("Enter");
  await expect(told).toHaveText("Step 1 of 30.");
  // Step by step, until somebody pauses it.
  await press("Play");
  await expect(told).toHaveText("Step 2 of 30.");
  await press("Pause");
  await expect(explorer(page).getByRole("button", { name: "Play", exact: true })).toBeFocused();
  await press("First step");
  // Where motion is not wanted, playing is a run to the next stop.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await explorer(page).getByText("Stop playing at…").press("Enter");
  await explorer(page).getByLabel("a mismatch").press("Space");
  await press("Play");
  await expect(told).toHaveText("Step 5 of 30: the first error. Stopped: it differs from gold.");
  await explorer(page).getByLabel("a mismatch").press("Space");
  await explorer(page).getByLabel("a state whose length changes").press("Space");
  await press("Play");
  await expect(told).toHaveText("Step 10 of 30. Stopped: the length of the state changes.");
  await explorer(page).getByLabel("a state whose length changes").press("Space");
  await explorer(page).getByLabel("text that contains").fill("MAGIC");
  await press("Play");
  await expect(told).toHaveText("Step 21 of 30. Stopped: it holds “MAGIC”.");
  await press("Step back");
  await expect(step(page)).toHaveAttribute("aria-posinset", "20");
});

test("labels stand at their steps, with where errors begin by gold and as predicted", async ({ page }) => {
  await page.goto(at("score/?track=agentprocessbench&sample&item=hotpotqa%3A0%3A0"));
  await expect(page.locator(".labels-viewer")).toContainText("By gold the last step is the first wrong one.");
  await expect(page.locator(".step-row")).toHaveCount(3);
  await expect(page.locator(".step-row").nth(2)).toContainText("first wrong step, by gold");
  await page.keyboard.press("]");
  await expect(step(page)).toContainText("gold 1 correct");
  await expectAccessible(page, ".item-place");
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSideways(page);
});

test("items of a track are browsed without a submission, and an entry by its figures", async ({ page }) => {
  await page.goto(at("tracks/procladder/"));
  await page.getByRole("link", { name: "Explore items" }).click();
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.locator(".step-row").first()).toContainText("gold");
  await expect(page.getByRole("button", { name: "Next error" })).toBeDisabled();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSideways(page);
  await page.goto(at("tracks/procladder/empty/"));
  await page.getByRole("link", { name: "Explore it item by item" }).click();
  await expect(page.locator("main")).toContainText("what the systems said is not in the packs");
  await expect(rows(page).first()).toContainText("0.0");
  await page.keyboard.press("j");
  await explorer(page).getByText("Measured of this item").click();
  await expect(explorer(page).getByRole("table")).toContainText("States in gold");
  await expectNoSideways(page);
  await explorer(page)
    .getByText(/^More: metric/)
    .click();
  await explorer(page).getByLabel("Held against").selectOption("Stay put");
  await expect(explorer(page).locator(".item-list [role=status]")).toHaveText(/^[\d,]+ of 1,800 items/);
  await expect(rows(page).first()).toContainText("(−");
});

test("a trace that is dropped opens message by message, as text", async ({ page }) => {
  await page.goto(at("explore/"));
  const messages = [
    { role: "user", content: "<img src=x onerror=document.title='run'> How is the weather?" },
    { role: "assistant", content: null, tool_calls: [{ id: "c", type: "function", function: { name: "weather", arguments: "{}" } }] },
    { role: "tool", tool_call_id: "c", content: "sunny ".repeat(200) },
  ];
  const files = page.locator("[data-takes-files] input[type=file]");
  await files.setInputFiles(json("run.jsonl", ...messages));
  await rows(page).click();
  await expect(page.locator(".step-row")).toHaveCount(3);
  await expect(page.locator(".step-row").nth(1)).toContainText("[calls] weather({})");
  await page.getByRole("button", { name: "All 1,200 characters" }).click();
  await expect(page.locator(".step-row").nth(2).locator(".step-text")).toHaveText(/(?:sunny ){200}/);
  await expect(page.locator("main img")).toHaveCount(0);
  expect(await page.title()).not.toBe("run");
  await expectAccessible(page);
  // A log of Inspect holds a trace for each sample.
  const sample = (id: string) => ({
    id,
    epoch: 1,
    target: "yes",
    messages: [...messages.slice(0, 1), { role: "assistant", content: "Yes." }],
  });
  await files.setInputFiles(json("log.json", { version: 2, status: "success", eval: { task: "w" }, samples: [sample("a"), sample("b")] }));
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(page.locator("article.item-place")).toContainText("b, epoch 1");
  await expect(page.locator("article.item-place")).toContainText("Target");
  await expect(page.locator(".step-row").nth(1)).toContainText("Yes.");
});
