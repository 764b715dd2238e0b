import { InvalidArgumentError } from "commander";

/** A whole number from 0 on. Commander turns the error into exit code 2 (usage). */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError("expected a whole number from 0 on");
}

/** A path to write to. Empty is what a shell makes of a variable that is not set. */
export function pathToWrite(text: string): string {
  if (text !== "") return text;
  throw new InvalidArgumentError("expected a path, found nothing");
}

/** Reads a whole number from 0, or from another first one, to a last one. */
export function wholeUpTo(last: number, first = 0): (text: string) => number {
  return (text) => {
    const number = wholeNumber(text);
    if (number >= first && number <= last) return number;
    throw new InvalidArgumentError(`expected a whole number from ${first} to ${last}`);
  };
}

/** A whole number from 1 on. */
export function atLeastOne(text: string): number {
  const number = wholeNumber(text);
  if (number > 0) return number;
  throw new InvalidArgumentError("expected a whole number from 1");
}
