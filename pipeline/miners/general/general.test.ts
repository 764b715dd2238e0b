import { describe, expect, it } from "vitest";
import type { Doc, Mined } from "../../core/mining.ts";
import { parsePage } from "../doc.ts";
import { general } from "./index.ts";

function docOf(body: string, lang = "en", title = ""): Doc {
  const text = `<html lang="${lang}"><head><title>${title}</title></head><body>${body}</body></html>`;
  const doc = parsePage({ id: "page", markup: "html", text, sha256: "" });
  if ("kind" in doc) throw new Error(doc.found);
  return doc;
}

const mine = (body: string, lang?: string, title?: string): readonly Mined[] => general.mine(docOf(body, lang, title));
const texts = (one: Mined | undefined): string[] | undefined => one?.steps.map(({ text }) => text);

const BIKE = [
  "Turn the bike upside down.",
  "Loosen the nuts of the wheel and take it out.",
  "Pull the tyre off the rim with two levers.",
  "Press the new tube into the tyre.",
];
const items = (steps: readonly string[]): string => steps.map((step) => `<li>${step}</li>`).join("");

describe("the general miner finds", () => {
  it("an ordered list, its goal and where it is", () => {
    const [found, ...others] = mine(`<h1>Bicycles</h1><p>They need care.</p><h2>Change a tube</h2><ol>${items(BIKE)}</ol>`);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ goal: "Change a tube", resources: [] });
    expect(texts(found)).toEqual(BIKE);
    expect(
      docOf(`<h1>Bicycles</h1><p>They need care.</p><h2>Change a tube</h2><ol>${items(BIKE)}</ol>`)
        .$(found?.steps[2]?.pointer)
        .text(),
    ).toBe(BIKE[2]);
  });

  it("numbered paragraphs, each with what follows it", () => {
    const body = `<h1>Change a tube</h1>${BIKE.map((step, at) => `<p>${at + 1}. ${step}</p>${at === 1 ? "<p>Keep the nuts in a cup.</p>" : ""}`).join("")}<h2>See also</h2>`;
    expect(texts(mine(body)[0])).toEqual([BIKE[0], `${BIKE[1]} Keep the nuts in a cup.`, BIKE[2], BIKE[3]]);
  });

  it("steps under numbered headings, which are their titles", () => {
    const body = BIKE.map((step, at) => `<h3>Step ${at + 1}: Part ${"ABCD"[at]}</h3><p>${step}</p>`).join("");
    const [found] = mine(`<h1>How to change a tube</h1>${body}`);
    expect(found?.steps.map(({ title }) => title)).toEqual(["Part A", "Part B", "Part C", "Part D"]);
    expect(texts(found)).toEqual(BIKE);
  });

  it("paragraphs that a heading announces", () => {
    expect(
      texts(
        mine(
          `<h1>Lentil soup</h1><p>My aunt's.</p><div class="recipe-directions"><h2>Directions</h2>${[
            "Rinse the lentils under cold water.",
            "Chop the onion and fry it in the oil until golden.",
            "Add the lentils and the stock, then simmer for 25 minutes.",
          ]
            .map((step) => `<p>${step}</p>`)
            .join("")}</div>`,
        )[0],
      ),
    ).toHaveLength(3);
  });

  it("a nested list as part of its step", () => {
    const nested = `<ol><li>Turn the bike upside down.</li><li>Take the wheel out:<ol><li>Loosen the nuts.</li><li>Lift the wheel.</li></ol></li><li>Pull the tyre off the rim.</li></ol>`;
    const found = mine(`<h1>Change a tube</h1>${nested}`);
    expect(found).toHaveLength(1);
    expect(texts(found[0])?.[1]).toBe("Take the wheel out: Loosen the nuts. Lift the wheel.");
  });

  it("sections of one procedure, where their numbers go on", () => {
    const body = `<h1>Change a tube</h1><h3>Off</h3><ol>${items(BIKE.slice(0, 2))}</ol><h3>On</h3><ol start="3">${items(BIKE.slice(2))}</ol>`;
    const [found, ...others] = mine(body);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ goal: "Change a tube", sections: ["Off", "On"] });
    expect(found?.steps.map(({ text, section }) => [text, section])).toEqual(BIKE.map((step, at) => [step, at < 2 ? 0 : 1]));
  });

  it("several procedures on a page", () => {
    const found = mine(
      `<h1>Bicycles</h1><h2>Change a tube</h2><ol>${items(BIKE)}</ol><h2>Oil the chain</h2><ol>${items(["Wipe the chain with a rag.", "Put a drop of oil on each link.", "Turn the pedals backwards."])}</ol>`,
    );
    expect(found.map(({ goal }) => goal)).toEqual(["Change a tube", "Oil the chain"]);
  });

  it.each([
    [
      "de",
      "Reifen wechseln",
      [
        "Stellen Sie das Fahrrad auf den Kopf.",
        "Lösen Sie die Muttern und nehmen Sie das Rad heraus.",
        "Ziehen Sie den Mantel von der Felge.",
      ],
    ],
    [
      "fr",
      "Changer une chambre à air",
      ["Retournez le vélo.", "Desserrez les écrous et retirez la roue.", "Retirez le pneu de la jante avec deux leviers."],
    ],
    [
      "es",
      "Cambiar una cámara",
      ["Ponga la bicicleta al revés.", "Afloje las tuercas y saque la rueda.", "Saque la cubierta con dos palancas."],
    ],
    [
      "it",
      "Cambiare una camera d'aria",
      ["Capovolgete la bicicletta.", "Allentate i dadi e togliete la ruota.", "Estraete il copertone dal cerchione."],
    ],
    ["ru", "Замена камеры", ["Переверните велосипед.", "Ослабьте гайки и снимите колесо.", "Снимите покрышку с обода двумя лопатками."]],
    ["tr", "İç lastik değiştirme", ["Bisikleti ters çevirin.", "Somunları gevşetip tekerleği çıkarın.", "Lastiği janttan ayırın."]],
  ])("steps in %s", (lang, title, steps) => {
    const [found] = mine(`<h1>${title}</h1><ol>${items(steps)}</ol>`, lang, title);
    expect(found?.goal).toBe(title);
    expect(texts(found)).toEqual(steps);
  });

  it.each([
    ["How to change a tube", "How to change a tube"],
    ["How to do it", "Tubes"],
    ["Instructions", "Tubes"],
  ])("the goal of steps below the heading %s", (heading, goal) => {
    expect(mine(`<h1>${heading}</h1><ol>${items(BIKE)}</ol>`, "en", "Tubes")[0]?.goal).toBe(goal);
  });
});

describe("the general miner leaves out", () => {
  it.each([
    ["a menu", `<ul>${["Home page", "Our products", "About the shop"].map((text) => `<li><a href="#">${text}</a></li>`).join("")}</ul>`],
    ["navigation", `<nav><ol>${items(BIKE)}</ol></nav>`],
    [
      "a ranking",
      `<h1>The highest mountains</h1><ol>${items(["Mount Everest, 8,849 m, Nepal and China", "K2, 8,611 m, Pakistan and China", "Kangchenjunga, 8,586 m, Nepal and India"])}</ol>`,
    ],
    ["ingredients", `<h2>Ingredients</h2><ul>${items(["200 g red lentils", "1 onion, chopped", "2 tbsp olive oil"])}</ul>`],
    [
      "a legend",
      `<p>The window has these parts:</p><ol>${items(["Title bar: the name of the file", "Toolbar: buttons for common tasks", "Canvas: the area for the picture"])}</ol>`,
    ],
    ["a page without lists", "<h1>News</h1><p>It rained.</p><p>It will rain again.</p>"],
  ])("%s", (_, body) => {
    expect(mine(`<h1>Page</h1>${body}`)).toEqual([]);
  });
});

describe("hostile pages", () => {
  it("a list of very many items is passed by", () => {
    expect(mine(`<ol>${"<li>Press the button.</li>".repeat(100_000)}</ol>`)).toEqual([]);
  });

  it("very many short lists take time that grows with their number, not faster", () => {
    const time = (lists: number): number => {
      const doc = docOf(`<div>${`<div><h2>Instructions</h2><ol>${items(BIKE)}</ol></div>`.repeat(lists)}</div>`);
      const before = process.cpuUsage().user;
      general.mine(doc);
      return process.cpuUsage().user - before;
    };
    time(500);
    expect(time(8000) / time(1000)).toBeLessThan(32);
  });
});
