import type { Command } from "commander";
import { serveSite } from "../core/serve.ts";
import { wholeNumber } from "./score.ts";

/** `stepladder serve`: the built site on this machine. */
export function serveCommand(program: Command): void {
  program
    .command("serve")
    .description("serve the built site on this machine, until Ctrl-C")
    .option("--port <number>", "port to listen on; 0 takes a free one", wholeNumber, 4321)
    .action(async ({ port }: { port: number }) => {
      const { url, close } = await serveSite(port);
      process.stdout.write(`Stepladder is served at ${url}\n`);
      await new Promise<void>((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
      });
      await close();
    });
}
