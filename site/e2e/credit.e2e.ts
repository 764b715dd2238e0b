import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { type Method, type Tree, trajectoriesOf } from "@stepladder/wasm/credit/contract.ts";
import { example } from "@stepladder/wasm/credit/example.ts";
import { methods } from "@stepladder/wasm/credit/index.ts";
import { loadCreditKernels } from "@stepladder/wasm/host/node.ts";
import { creditOfSteps, formatCredit, plainCredit, valuesOf } from "../src/features/credit/shown.ts";
import { addAfter, edit, inWalkOrder } from "../src/features/credit/tree.ts";
import { writeCreditQuery } from "../src/state/credit.ts";
import { at, expectAccessible, expectNoSideways, expectReadableInDark } from "./site.ts";

const tree = inWalkOrder(example);

/** What a method gives a step in Node, as the page writes it. */
async function inNode(id: string, of: Tree, step: number, trajectory = 0, settings: Record<string, number> = {}): Promise<string> {
  const method = methods.find((one) => one.id === id) as Method;
  const credit = plainCredit(method.run(await loadCreditKernels(), of, valuesOf(method, settings)));
  return formatCredit(creditOfSteps(credit, trajectoriesOf(of), trajectory)[step]);
}

/** The cell of a step and a method in the table, by the step's number. */
const cell = (page: Page, step: number, id: string): Locator =>
  page.locator(`.credits tr[data-step="${step}"]`).first().locator(`td[data-method="${id}"] .value`);
const outline = (page: Page): Locator => page.locator(".outline button");

async function tabTo(page: Page, locator: Locator): Promise<void> {
  for (let i = 0; i < 80 && !(await locator.evaluate((one) => one === document.activeElement)); i++) await page.keyboard.press("Tab");
  await expect(locator).toBeFocused();
}

async function openLab(page: Page, query = ""): Promise<void> {
  await page.goto(at(`credit/${query}`), { waitUntil: "networkidle" });
  await expect(page.locator("astro-island:not([ssr])")).toHaveCount(1);
}

test("a step is edited by keyboard, its credit is that of Node, and the address leads back to it", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await openLab(page);
  expect(asked.filter((address) => /\.wasm|engine/.test(address))).toEqual([]);
  await expect(cell(page, 2, "ppr-renorm")).toHaveText(await inNode("ppr-renorm", tree, 1));
  await tabTo(page, outline(page).nth(1));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Score"));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("0.15");
  const edited = edit(tree, 1, { score: 0.15 });
  expect(await inNode("ppr-renorm", edited, 1)).not.toBe(await inNode("ppr-renorm", tree, 1));
  for (const id of ["ppr-renorm", "spa-rl-paper", "vsrm", "portool-fork"])
    for (const [place, step] of (trajectoriesOf(edited)[0] as number[]).entries())
      await expect(cell(page, step + 1, id), `${id}, step ${place + 1}`).toHaveText(await inNode(id, edited, step));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("7");
  await expect(page.getByText("Expected a number from 0 to 1.")).toBeVisible();
  await expect(page.getByLabel("Score")).toHaveAttribute("aria-invalid", "true");
  await expect(cell(page, 2, "ppr-renorm")).toHaveText(await inNode("ppr-renorm", edited, 1));
  await page.getByLabel("SLATE, truncated advantage").check();
  await page.locator('[data-setting="ppr-renorm.beta"]').fill("0.5");
  const beta = await inNode("ppr-renorm", edited, 1, 0, { beta: 0.5 });
  await expect(cell(page, 2, "ppr-renorm")).toHaveText(beta);
  await expect(page).toHaveURL(/set=ppr-renorm\.beta\.0\.5/);
  await page.reload();
  await expect(cell(page, 2, "ppr-renorm")).toHaveText(beta);
  await expect(cell(page, 2, "slate")).toHaveText(await inNode("slate", edited, 1));
  await expect(page.getByRole("heading", { level: 3, name: "Step 2" })).toBeVisible();
  expect(asked.filter((address) => !address.startsWith(at("")))).toEqual([]);
});

test("steps and ways are added and removed, and the example comes back", async ({ page }) => {
  await openLab(page);
  const count = tree.steps.length;
  await page.getByRole("button", { name: "Add a step after it" }).press("Enter");
  await expect(outline(page)).toHaveCount(count + 1);
  await expect(page.getByLabel("What it says")).toBeFocused();
  await page.keyboard.type("Thinks again");
  await expect(outline(page).nth(1)).toHaveText("2 Thinks again");
  const grown = addAfter(tree, 0);
  await expect(cell(page, 2, "ppr-renorm")).toHaveText(await inNode("ppr-renorm", grown.tree, grown.at));
  const rows = page.locator("#trajectory option");
  const before = await rows.count();
  await page.getByRole("button", { name: "Add another way beside it" }).press("Enter");
  await expect(rows).toHaveCount(before + 1);
  await page.getByLabel("Outcome").fill("1");
  await expect(page.locator("#trajectory option:checked")).toHaveText(/outcome 1$/);
  await page.getByRole("button", { name: "Remove it" }).press("Enter");
  await expect(rows).toHaveCount(before);
  await expect(page.getByText(/^Step \d+ was removed\.$/)).toBeVisible();
  await page.getByText("The tree as JSON").click();
  const json = page.locator(".tree-text textarea");
  await json.fill('{"question": "q", "steps": []}');
  await expect(page.locator(".tree-text [role=alert]")).toHaveText("Expected 1 to 500 steps, found 0.");
  await expect(outline(page)).toHaveCount(count + 1);
  await outline(page).first().click();
  await page.getByLabel("Score").fill("7");
  await expect(page.getByText("Expected a number from 0 to 1.")).toBeVisible();
  const reset = page.getByRole("button", { name: "Reset to the example" });
  await reset.press("Enter");
  await expect(outline(page)).toHaveCount(count);
  await expect(reset).toBeFocused();
  await expect(reset).toBeDisabled();
  await expect(page.getByLabel("Score")).toHaveValue(String(tree.steps[0]?.score));
  await expect(page.getByText("Expected a number from 0 to 1.")).toHaveCount(0);
  await expect(page).toHaveURL(at("credit/"));
});

test("an address that cannot be followed is told once, and the example stands", async ({ page }) => {
  await openLab(page, "?step=_7&methods=nobody");
  await expect(page.getByRole("alert").filter({ hasText: "The address" })).toHaveText(
    "The address could not be followed, so the example stands here. Step 1: expected score to be a number from 0 to 1, found 7.",
  );
  await expect(outline(page)).toHaveCount(tree.steps.length);
});

test("text of strangers is shown as text, and kernels that cannot be fetched are asked for again", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  const strange = edit(tree, 0, { text: "<img src=x onerror=document.title=1>" });
  await openLab(page, writeCreditQuery({ tree: strange }) as string);
  await expect(outline(page).first()).toHaveText("1 <img src=x onerror=document.title=1>");
  await expect(page.locator("main img")).toHaveCount(0);
  await expect(page.getByText("What computes the credit could not be fetched.")).toBeVisible();
  await expect(cell(page, 2, "ppr-renorm")).toHaveText("…");
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "try again" }).press("Enter");
  await expect(cell(page, 2, "ppr-renorm")).toHaveText(await inNode("ppr-renorm", strange, 1));
  await expect(page.locator("[role=alert]:focus")).toHaveText("");
});

test("a slider of a method's page changes its credit", async ({ page }) => {
  await page.goto(at("credit/portool-fork/"), { waitUntil: "networkidle" });
  await expect(page.locator("h1")).toHaveText("PORTool, relative to the fork our reading");
  const first = await inNode("portool-fork", tree, 1);
  await expect(cell(page, 2, "portool-fork")).toHaveText(first);
  await page.locator('[data-setting="portool-fork.gamma"]').focus();
  await page.keyboard.press("Home");
  const gamma = await inNode("portool-fork", tree, 1, 0, { gamma: 0 });
  await expect(page.locator("output").first()).toHaveText("0");
  await expect(cell(page, 2, "portool-fork")).toHaveText(gamma);
  await page.getByRole("button", { name: "To the defaults" }).click();
  await expect(cell(page, 2, "portool-fork")).toHaveText(first);
});

test("the lab's own code is small, and a page of a method and its paper lead to each other", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await openLab(page);
  const own = asked.filter((path) => /CreditLab[^/]*\.js$/.test(path));
  expect(own).toHaveLength(1);
  const file = (path: string): Buffer => readFileSync(new URL(`../dist/${path.slice(new URL(at("")).pathname.length)}`, import.meta.url));
  expect(gzipSync(file(own[0] as string)).length).toBeLessThanOrEqual(20_000);
  await page.goto(at("papers/portool/"));
  await page.getByRole("link", { name: "PORTool, relative to the fork (our reading)" }).click();
  await expect(page).toHaveURL(at("credit/portool-fork/"));
  await page.locator("main").getByRole("link", { name: "PORTool", exact: true }).click();
  await expect(page).toHaveURL(at("papers/portool/"));
});

test.describe("320 px", () => {
  test.use({ viewport: { width: 320, height: 800 }, colorScheme: "light" });

  test("the lab fits and is accessible with all methods shown and all opened", async ({ page }) => {
    await openLab(
      page,
      writeCreditQuery({ methods: methods.map(({ id }) => id), tree: edit(tree, 0, { text: "W".repeat(80) }) }) as string,
    );
    await expect(page.locator(".credits thead th")).toHaveCount(methods.length + 1);
    for (const summary of await page.locator("main summary").all()) await summary.click();
    await expectNoSideways(page);
    await expectAccessible(page);
    await expectReadableInDark(page);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the lab and a method read as explanations with the credit that was computed", async ({ page }) => {
    await page.goto(at("credit/"));
    for (const id of ["ppr-renorm", "portool-fork"]) await expect(cell(page, 2, id)).toHaveText(await inNode(id, tree, 1));
    await expect(page.locator(".outline li").first()).toContainText(tree.steps[0]?.text as string);
    await expect(page.getByRole("button")).toHaveCount(0);
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await page.goto(at("credit/vsrm/"));
    await expect(cell(page, 2, "vsrm")).toHaveText(await inNode("vsrm", tree, 1));
    await expect(page.getByRole("slider")).toHaveCount(0);
  });
});
