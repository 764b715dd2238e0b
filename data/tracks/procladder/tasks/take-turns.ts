import { ALPHANUMERICS } from "./alphabets.ts";
import { defineTask } from "./task.ts";

const MODULUS = 100;

interface Params {
  /** Whose turn it is, P or Q; repeated for as long as there are steps. */
  schedule: string;
  steps: number;
  start: number;
  /** What P does, one operation per turn, from the first one again after the last. */
  operations: { multiply: boolean; by: number }[];
  circle: string;
  from: string;
  /** How far Q goes, one number per turn, from the first one again after the last. */
  jumps: number[];
}

export default defineTask<Params>({
  id: "take-turns",
  title: "Take turns",
  rule:
    "Two procedures run side by side, P on a number and Q on a circle of characters; each keeps its own place, and goes on there when its turn comes. The schedule says whose turn each step is; after its last letter it begins again with the first. " +
    "At a turn of P, carry out P's next operation on the number, +n adds and *n multiplies, and keep the last two digits. At a turn of Q, go as many characters to the right on the circle as Q's next jump says; right of the last one comes the first one. Behind the last operation or jump comes the first one again. " +
    'Stop after the given number of steps. The state is a list of the number and the character Q is at, like [42, "k"].',
  question: ({ schedule, steps, start, operations, circle, from, jumps }) =>
    [
      `Schedule: ${[...schedule].join(" ")}`,
      `Number: ${start}`,
      `Operations of P: ${operations.map(({ multiply, by }) => `${multiply ? "*" : "+"}${by}`).join(", ")}`,
      `Circle: ${circle}`,
      `Q is at: ${from}`,
      `Jumps of Q: ${jumps.join(", ")}`,
      `Steps: ${steps}`,
    ].join("\n"),
  generate(random, steps) {
    const circle = random.sample([...ALPHANUMERICS], random.between(7, 16)).join("");
    // Both letters are among the first two, so that both procedures run in the shortest problem.
    const schedule = random.pick(["PQ", "QP"]) + random.text("PQ", random.between(1, 4));
    return {
      schedule,
      steps,
      start: random.between(1, 99),
      operations: random.list(random.between(2, 5), () => ({ multiply: random.chance(1, 4), by: random.between(2, 9) })),
      circle,
      from: random.pick(circle),
      jumps: random.list(random.between(2, 5), () => random.between(1, 6)),
    };
  },
  solve({ schedule, steps, start, operations, circle, from, jumps }) {
    let [number, place] = [start, circle.indexOf(from)];
    const turns = { P: 0, Q: 0 };
    const states = Array.from({ length: steps }, (_, step) => {
      if (schedule[step % schedule.length] === "P") {
        const { multiply, by } = operations[turns.P++ % operations.length]!;
        number = (multiply ? number * by : number + by) % MODULUS;
      } else place = (place + jumps[turns.Q++ % jumps.length]!) % circle.length;
      return [number, circle[place]!];
    });
    return { init: [start, from], states };
  },
});
