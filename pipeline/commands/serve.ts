import { type Command, InvalidArgumentError } from "commander";
import { wholeNumber } from "../core/arguments.ts";
import { serveSite } from "../core/serve.ts";

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port <= 65_535) return port;
  throw new InvalidArgumentError("expected a port from 0 to 65535");
}

/** `stepladder serve`: the built site on this machine. */
export function serveCommand(program: Command): void {
  program
    .command("serve")
    .description("serve the built site on this machine, until Ctrl-C")
    .option("--port <number>", "port to listen on; 0 takes a free one", portNumber, 4321)
    .action(async ({ port }: { port: number }) => {
      const { url, close } = await serveSite(port);
      process.stdout.write(`Stepladder is served at ${url}\n`);
      await new Promise<void>((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
      });
      await close();
    });
}
