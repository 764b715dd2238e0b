import { expect, type Page, test } from "@playwright/test";
import type { Constraint } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { procedureOf } from "@stepladder/wasm/metrics/checks/loose.ts";
import { checkProcedure } from "@stepladder/wasm/metrics/checks/run.ts";
import { at, expectAccessible, expectNoSideways } from "./site.ts";

const TEXT = "1. Boil the water.\n2. Pour the water over the tea.\n3. Boil the water.";
const CONSTRAINTS: readonly Constraint[] = [
  { kind: "ordered", steps: ["Pour water over tea", "Boil the water"] },
  { kind: "no-duplicates" },
  { kind: "step-count", exactly: 3 },
];
const ASKED = `checks/?${new URLSearchParams({ procedure: TEXT, constraints: JSON.stringify(CONSTRAINTS) })}`;

const verdicts = (page: Page) => page.locator("[data-results] .verdicts > li");
const passed = (page: Page) => verdicts(page).evaluateAll((all) => all.map((one) => one.getAttribute("data-passed")));

test("nothing is fetched for checking before something is checked, and then the kernels once", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(at("checks/"), { waitUntil: "networkidle" });
  expect(asked.filter((address) => /\.wasm|engine/.test(address))).toEqual([]);
  await expect(page.locator("[data-status]")).toContainText("constraints hold");
  await page.getByLabel("Procedure", { exact: true }).fill(TEXT);
  await expect(page.locator("[data-status]")).toContainText("3 steps were read");
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((address) => address.endsWith(".wasm"))).toHaveLength(1);
  expect(asked.filter((address) => !address.startsWith(at("")))).toEqual([]);
});

test("what an address says is checked as in Node, and the address goes with what is written", async ({ page }) => {
  await page.goto(at(ASKED));
  const inNode = checkProcedure(procedureOf(TEXT), CONSTRAINTS, await loadKernels());
  await expect(verdicts(page)).toHaveCount(3);
  expect(await passed(page)).toEqual(inNode.map((one) => String(one.passed)));
  for (const [place, { reason }] of inNode.entries()) await expect(verdicts(page).nth(place)).toContainText(reason);
  await expect(page.locator(".checked-steps mark")).toHaveText(["Boil the water.", "Pour the water over the tea.", "Boil the water."]);
  await verdicts(page).first().getByText("How steps were matched").click();
  await expect(verdicts(page).first().getByRole("row")).toHaveCount(3);
  await page.getByLabel("Procedure", { exact: true }).fill("1. Boil the water.\n2. Pour the water over the tea.");
  await expect(page.locator("[data-status]")).toContainText("1 of 3 constraints hold; 2 steps were read");
  await page.reload();
  await expect(page.locator("[data-status]")).toContainText("1 of 3 constraints hold; 2 steps were read");
});

test("a constraint is added and removed by keyboard", async ({ page }) => {
  await page.goto(at(`checks/?${new URLSearchParams({ procedure: TEXT, constraints: "[]" })}`));
  await expect(page.locator("[data-status]")).toContainText("Add a constraint");
  const tabTo = async (locator: ReturnType<Page["locator"]>): Promise<void> => {
    for (let i = 0; i < 40 && !(await locator.evaluate((one) => one === document.activeElement)); i++) await page.keyboard.press("Tab");
    await expect(locator).toBeFocused();
  };
  await tabTo(page.getByLabel("New constraint"));
  await page.keyboard.type("Forbidden");
  await tabTo(page.getByLabel("Steps, one on each line"));
  await page.keyboard.type("Boil the water");
  await tabTo(page.getByRole("button", { name: "Add" }));
  await page.keyboard.press("Enter");
  await expect(verdicts(page)).toHaveCount(1);
  await expect(verdicts(page)).toContainText('Step 1 says "Boil the water".');
  await tabTo(page.getByRole("button", { name: "Remove constraint 1" }));
  await page.keyboard.press("Enter");
  await expect(verdicts(page)).toHaveCount(0);
  await expect(page.getByLabel("New constraint")).toBeFocused();
});

test("what is no constraint is told, and the last results stay, marked as earlier", async ({ page }) => {
  await page.goto(at(ASKED));
  await expect(verdicts(page)).toHaveCount(3);
  await page.getByLabel("New constraint").selectOption("step-count");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("alert")).toHaveText("This constraint cannot be added: expected min, max or exactly.");
  const earlier = page.getByText("This is the result of what was checked before the error");
  await expect(earlier).toBeHidden();
  await page.getByText("Constraints as JSON").click();
  const json = page.locator("[data-json]");
  for (const [typed, told] of [
    ["[{", "The constraints are no JSON"],
    ['{"kind": "json"}', "Expected a list of constraints"],
    ['[{"kind": "json"}, {"kind": "ordered", "steps": ["a"]}]', "Constraint 2: steps: expected 2 or more steps"],
    [
      '[{"kind": "resources-used", "name": ["kettle"]}]',
      'Constraint 1: expected no field "name": the fields of resources-used are kind, id, names.',
    ],
    ['[{"kind": "step-count", "min": 9, "max": 2}]', "Constraint 1: expected bounds that a number of steps can keep"],
    ['[{"kind": "<img src=x onerror=alert(1)>"}]', "json; found <img src=x onerror=alert(1)>."],
  ] as const) {
    await json.fill(typed);
    await expect(page.getByRole("alert")).toContainText(told);
    await expect(json).toHaveAttribute("aria-invalid", "true");
    await expect(verdicts(page)).toHaveCount(3);
    await expect(earlier).toBeVisible();
    await expect(page.getByRole("button", { name: "Remove constraint 1" })).toBeDisabled();
  }
  await expectAccessible(page);
  await json.fill('{"constraints": [{"kind": "json"}]}');
  await expect(page.getByRole("alert")).toBeEmpty();
  await expect(verdicts(page)).toHaveCount(1);
  await expect(earlier).toBeHidden();
});

test("a procedure that is broken JSON is told, not read as one step", async ({ page }) => {
  await page.goto(at(ASKED));
  await expect(verdicts(page)).toHaveCount(3);
  const procedure = page.getByLabel("Procedure", { exact: true });
  await procedure.fill('{"steps": ["Boil the water.",');
  await expect(page.getByRole("alert")).toContainText("The procedure begins as JSON does, but is broken");
  await expect(procedure).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("This is the result of what was checked before the error")).toBeVisible();
  await procedure.fill('{"steps": ["Boil the water."]}');
  await expect(page.locator("[data-status]")).toContainText("1 step was read");
  await expect(page.getByRole("alert")).toBeEmpty();
});

test("the quantities that are compared with are shown", async ({ page }) => {
  const constraints = JSON.stringify([{ kind: "quantities", reference: ["1 l of water", "4 g"] }]);
  await page.goto(at(`checks/?${new URLSearchParams({ procedure: TEXT, constraints })}`));
  // Until the page's script has read the address, the example stands there.
  await expect(verdicts(page)).toHaveCount(1);
  await expect(verdicts(page)).toContainText("They are those of: 1 l of water; 4 g.");
});

test("text of strangers is shown as text, and what is too long stays out of the address", async ({ page }) => {
  await page.goto(at("checks/"));
  const procedure = page.getByLabel("Procedure", { exact: true });
  await procedure.fill("1. <img src=x onerror=document.title=1> Boil.\n2. Wait\u202e.");
  await expect(page.locator(".checked-steps li").first()).toContainText("<img src=x");
  await expect(page.locator(".checked-steps img")).toHaveCount(0);
  await procedure.fill(Array.from({ length: 500 }, (_, i) => `${i + 1}. Turn dial number ${i}.`).join("\n"));
  await expect(page.locator("[data-status]")).toContainText("500 steps were read");
  await expect(page).toHaveURL(at("checks/"));
});

test("without a network it says so, and works once there is one", async ({ page, context }) => {
  await page.goto(at("checks/"), { waitUntil: "networkidle" });
  await context.setOffline(true);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("could not be fetched");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText("How steps were matched").first()).toBeVisible();
  await expect(page.getByRole("alert")).toBeEmpty();
});

test("kernels that could not be fetched are asked for again", async ({ page }) => {
  await page.goto(at("checks/"), { waitUntil: "networkidle" });
  await page.route("**/*.wasm", (route) => route.abort());
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("could not be fetched");
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText("How steps were matched").first()).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 320]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test("results fit and are accessible", async ({ page }) => {
        await page.goto(at(ASKED));
        await expect(verdicts(page)).toHaveCount(3);
        for (const summary of await page.locator("summary").all()) await summary.click();
        await expectNoSideways(page);
        await expectAccessible(page);
      });
    });
  }
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("it reads as an explanation with a worked example", async ({ page }) => {
    await page.goto(at("checks/"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check a procedure");
    expect(new Set(await passed(page))).toEqual(new Set(["true", "false"]));
    await expect(page.locator(".checked-steps mark").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Check", exact: true })).toBeHidden();
  });
});
