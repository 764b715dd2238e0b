/** Official names of the 23 tasks, in order (evaluate.py). */
const TASKS = [
  "Sort",
  "Gather",
  "Count",
  "Search",
  "Copy",
  "Substitute",
  "Encode",
  "Split1",
  "Split2",
  "Compose",
  "Decompose",
  "Rhythm",
  "Compare",
  "Count2",
  "Decode",
  "PushPop",
  "Rotate",
  "FillWord",
  "DeleteChar",
  "DeleteWord",
  "Cumulate",
  "MoveCyclic",
  "FindCyclic",
] as const;

/** Name of the task of a problem such as `task07_0012`; the id itself where it has no such form. */
export function taskName(problem: string): string {
  const number = Number(/^task(\d{2})/.exec(problem)?.[1]);
  return TASKS[number - 1] ?? problem;
}
