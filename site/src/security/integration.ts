import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { breaches, withPolicy } from "./policy.ts";
import { tagsOf } from "./tags.ts";

/**
 * Gives every page of the built site its policy, and ends the build where a page or a drawing breaks it. `astro dev` serves pages without
 * one: its server puts inline code into them.
 */
export function security(): AstroIntegration {
  return {
    name: "stepladder-security",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const files = await readdir(fileURLToPath(dir), { recursive: true });
        const pages = files.filter((path) => path.endsWith(".html"));
        await Promise.all(pages.map((path) => held(path, () => rewrite(new URL(path, dir)))));
        const drawings = files.filter((path) => path.endsWith(".svg"));
        await Promise.all(drawings.map((path) => held(path, () => inspect(new URL(path, dir)))));
        logger.info(`${pages.length} pages have their policy, ${drawings.length} drawings hold to it`);
      },
    },
  };
}

async function rewrite(page: URL): Promise<void> {
  await writeFile(page, withPolicy(await readFile(page, "utf8")));
}

async function inspect(drawing: URL): Promise<void> {
  const tags = tagsOf(await readFile(drawing, "utf8"));
  const [breach] = tags.some(({ name }) => name === "script") ? ["<script>: expected none in a drawing"] : breaches(tags);
  if (breach !== undefined) throw new Error(breach);
}

async function held(path: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (cause) {
    throw new Error(`${path}: ${(cause as Error).message}`, { cause });
  }
}
