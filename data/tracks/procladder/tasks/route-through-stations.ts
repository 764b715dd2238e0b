import type { Random } from "../random.ts";
import { defineTask } from "./task.ts";

const NAMES = "ABCDEFGH";
const MODULUS = 100;

interface Station {
  name: string;
  add: number;
  /** What is asked of the number after the addition. */
  test: { kind: "even" } | { kind: "below"; bound: number } | { kind: "last-digit"; least: number };
  yes: string;
  no: string;
}

interface Params {
  stations: Station[];
  start: number;
  steps: number;
}

export default defineTask<Params>({
  id: "route-through-stations",
  title: "Route through stations",
  rule:
    "Carry a number from station to station, beginning at station A. One step is the work of the station you are at: add its number and keep the last two digits of the sum, then answer its question about the new number, and go to the station that stands behind yes or no. " +
    'Stop after the given number of steps. The state is a list of the station you have gone to and the number, like ["C", 17]. The start is station A with the given number.',
  question: ({ stations, start, steps }) => [...stations.map(lineOf), `Number: ${start}`, `Steps: ${steps}`].join("\n"),
  generate(random, steps) {
    for (;;) {
      const params = { stations: drawStations(random), start: random.below(MODULUS), steps };
      const visited = new Set(run(params).map(([name]) => name));
      if (visited.size >= Math.min(steps, 4)) return params;
    }
  },
  solve(params) {
    return { init: ["A", params.start], states: run(params) };
  },
});

function run({ stations, start, steps }: Params): [string, number][] {
  const named = new Map(stations.map((station) => [station.name, station]));
  const states: [string, number][] = [];
  let [name, number] = ["A", start];
  while (states.length < steps) {
    const station = named.get(name)!;
    number = (number + station.add) % MODULUS;
    name = holds(station.test, number) ? station.yes : station.no;
    states.push([name, number]);
  }
  return states;
}

function drawStations(random: Random): Station[] {
  const names = [...NAMES.slice(0, random.between(4, NAMES.length))];
  return names.map((name) => {
    const [yes = name, no = name] = random.sample(
      names.filter((other) => other !== name),
      2,
    );
    return { name, add: random.between(3, 49), test: drawTest(random), yes, no };
  });
}

function drawTest(random: Random): Station["test"] {
  const kind = random.pick(["even", "below", "last-digit"] as const);
  if (kind === "even") return { kind };
  return kind === "below" ? { kind, bound: random.between(30, 70) } : { kind, least: random.between(3, 7) };
}

function holds(test: Station["test"], number: number): boolean {
  if (test.kind === "even") return number % 2 === 0;
  return test.kind === "below" ? number < test.bound : number % 10 >= test.least;
}

function lineOf({ name, add, test, yes, no }: Station): string {
  const asked = {
    even: "is it even",
    below: test.kind === "below" ? `is it below ${test.bound}` : "",
    "last-digit": test.kind === "last-digit" ? `is its last digit ${test.least} or more` : "",
  }[test.kind];
  return `Station ${name}: add ${add}; ${asked}? yes ${yes}, no ${no}`;
}
