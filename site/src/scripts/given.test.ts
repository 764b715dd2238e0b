import { expect, test } from "vitest";
import { givenByInput } from "./given.ts";

function input(...paths: string[]): HTMLInputElement {
  const files = paths.map((path) =>
    Object.assign(new File([""], path.split("/").at(-1) ?? ""), { webkitRelativePath: path.includes("/") ? path : "" }),
  );
  return { files } as unknown as HTMLInputElement;
}

const names = (...paths: string[]): string[] => givenByInput(input(...paths)).map(({ name }) => name);

test("files are named below the folder given, in code-unit order, as the command line names them", () => {
  expect(names("run/b.jsonl", "run/a/c.jsonl", "run/B.jsonl")).toEqual(["B.jsonl", "a/c.jsonl", "b.jsonl"]);
  expect(names("z.jsonl", "a.jsonl")).toEqual(["a.jsonl", "z.jsonl"]);
});

test("what starts with a dot is passed over, as on the command line", () => {
  expect(names("run/.DS_Store", "run/.git/x", "run/a.jsonl")).toEqual(["a.jsonl"]);
});
