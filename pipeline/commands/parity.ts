import type { Command } from "commander";

/** placeholder until the page exists */
export function parityCommand(program: Command): void {
  program.command("parity");
}
