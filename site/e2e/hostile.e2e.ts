import { expect, type Page, test } from "@playwright/test";
import { differences, type Manner, type Told } from "../../data/tracks/broken/differences.ts";
import { type Broken, fixture, sound } from "../../data/tracks/broken/row.ts";
import { table } from "../../data/tracks/broken/table.ts";
import { kindTitle } from "../src/features/scoring/problem-words.ts";
import { formatCount } from "../src/format.ts";
import { at } from "./site.ts";

/** The manner of the page, which drops the folder that was given from the names of files. */
const ON_PAGE: Manner = {
  place: (file, line) => {
    const name = file.replace(/^(?:folder|pictures)\//, "");
    return line === undefined ? name : `${name}, line ${formatCount(line)}`;
  },
  kind: kindTitle,
};

/** What a page never has where it scores, unless it was made of a stranger's text. */
const MADE = "[data-scoring] :is(img, script, iframe, object, [onerror])";

// A trace would keep each submission and what the page looked like after it.
test.use({ trace: "off" });

/** What the page needs to try one submission: all that crosses over to it. */
interface Tried {
  readonly track: string;
  readonly files: readonly { readonly name: string; readonly base64: string; readonly role: "prediction" | "gold" }[];
}

async function triedOf(row: Broken): Promise<Tried> {
  const base64 = (data: string | Uint8Array): string => Buffer.from(data as string).toString("base64");
  const predictions = (await row.files()).map(({ name, data }) => ({
    name: name.split("/").at(-1) as string,
    base64: base64(data),
    role: "prediction" as const,
  }));
  return {
    track: row.track,
    files: [...predictions, { name: "gold.jsonl", base64: base64(fixture(row.track, "gold.jsonl")), role: "gold" }],
  };
}

/** Runs in the page: drops the files, says of each what it is where that was not seen, scores, and reads what the page tells. */
async function tryIt({ track, files }: Tried): Promise<Told> {
  const scoring = document.querySelector("[data-scoring]") as HTMLElement;
  const until = (isThere: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`still ${scoring.dataset.phase} after a minute`)), 60_000);
      const look = (): void => {
        if (!isThere()) return;
        observer.disconnect();
        clearTimeout(late);
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      look();
    });
  const isSettled = (): boolean => !["empty", "recognising", "scoring"].includes(scoring.dataset.phase as string);
  const choose = (select: HTMLSelectElement, value: string): void => {
    if (select.value === value) return;
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const transfer = new DataTransfer();
  for (const { name, base64 } of files) {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
    transfer.items.add(new File([bytes], name));
  }
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  await until(() => [...document.querySelectorAll("tbody th")].some(({ textContent }) => textContent === files[0]?.name) && isSettled());
  choose(document.querySelector("section[aria-labelledby=recognised] .row select") as HTMLSelectElement, track);
  for (const { name, role } of files) {
    const select = [...document.querySelectorAll<HTMLSelectElement>("tbody select")].find(
      (one) => one.getAttribute("aria-label") === `Read ${name} as`,
    );
    choose(select as HTMLSelectElement, role);
  }
  const button = [...document.querySelectorAll<HTMLButtonElement>("section[aria-labelledby=recognised] button.primary")][0];
  if (scoring.dataset.phase === "ready") button?.click();
  await until(() => scoring.dataset.phase === "done" || scoring.dataset.phase === "failed");
  const groups = [...document.querySelectorAll(".problem-group")];
  const kinds = groups.map((group) => {
    const heading = group.querySelector("h3") as HTMLElement;
    const severity = heading.querySelector(".badge")?.textContent ?? "";
    const count = /×\s*([\d,]+)$/.exec(heading.textContent ?? "")?.[1] ?? "1";
    const title = (heading.textContent ?? "")
      .slice(severity.length)
      .replace(/×\s*[\d,]+$/, "")
      .trim();
    return [title, Number(count.replaceAll(",", ""))] as const;
  });
  const worst = groups.some((group) => group.querySelector(".badge")?.textContent === "error") ? "errors" : "warnings";
  const scored = groups.length === 0 ? ("scored" as const) : (`scored with ${worst}` as const);
  return {
    verdict: scoring.dataset.phase === "failed" ? "refused" : (scored as Told["verdict"]),
    kinds: Object.fromEntries(kinds),
    lines: [...document.querySelectorAll(".problem-group ol.problems > li")].map(({ textContent }) => textContent ?? ""),
  };
}

async function openPage(page: Page): Promise<void> {
  await page.goto(at("score/"), { waitUntil: "networkidle" });
  await expect(page.locator("[data-scoring]")).toBeVisible();
}

test("every broken submission gets its messages, as text, and the page goes on", async ({ page }) => {
  test.setTimeout(180_000);
  const errors: Error[] = [];
  const elsewhere: string[] = [];
  page.on("pageerror", (error) => errors.push(error));
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(at(""))) elsewhere.push(request.url());
  });
  await openPage(page);
  const title = await page.title();
  const wrong: string[] = [];
  for (const row of table) {
    const told = await page.evaluate(tryIt, await triedOf(row));
    wrong.push(...differences(row, told, ON_PAGE).map((one) => `${row.name}: ${one}`));
    if ((await page.locator(MADE).count()) > 0) wrong.push(`${row.name}: elements made of its text`);
  }
  console.log(`${table.length} broken submissions, ${wrong.length === 0 ? "all as expected" : `${wrong.length} differences`}`);
  expect(wrong).toEqual([]);
  expect(await page.title()).toBe(title);
  expect({ errors, elsewhere }).toEqual({ errors: [], elsewhere: [] });
  const good = sound("procladder")
    .map((record) => JSON.stringify(record))
    .join("\n");
  await page.locator("[data-choose]").setInputFiles([{ name: "good.jsonl", mimeType: "", buffer: Buffer.from(good) }]);
  await expect(page.locator("#result")).toHaveText(/prefix accuracy \d+\.\d.%/);
});
