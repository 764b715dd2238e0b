/** Pages that are about no one thing of the catalog, with what they are sought by. */
export const PAGES: readonly {
  readonly title: string;
  /** Below the site's base. */
  readonly path: string;
  readonly names?: readonly string[];
  readonly texts: readonly string[];
}[] = [
  {
    title: "Score a file",
    path: "score/",
    names: ["submit", "upload", "evaluate"],
    texts: ["Drop predictions and read the official score; several files of several systems are compared, and sets of results are kept."],
  },
  {
    title: "Boards",
    path: "tracks/",
    names: ["leaderboards", "tracks"],
    texts: ["Every board: task family, items, systems, leader and last change."],
  },
  {
    title: "Compare",
    path: "compare/",
    names: ["head to head"],
    texts: [
      "Two systems head to head, item by item: by how much, whether chance explains it, on which slices, and the items they disagree on.",
    ],
  },
  {
    title: "Explore",
    path: "explore/",
    names: ["viewer", "traces"],
    texts: [
      "Items of a benchmark step by step, an entry of a board item by item, and traces of agents, alignments and step graphs that you drop.",
    ],
  },
  {
    title: "Procedures",
    path: "procedures/",
    names: ["how-to", "mined procedures"],
    texts: [
      "How-to procedures that were mined from pages written for this project: goals, resources, steps. They have a search of their own.",
    ],
  },
  {
    title: "Alignments",
    path: "alignments/",
    names: ["grounded videos", "step grounding", "narration", "timeline"],
    texts: ["Steps of articles found in narrated videos: where, by which sentences, how surely, and where they are marked by hand."],
  },
  {
    title: "Step graphs",
    path: "graphs/",
    names: ["induced graphs", "task graphs", "precedence"],
    texts: ["What has to come before what in a task, induced from many ways of doing it, with a cut to move and the paths to walk."],
  },
  {
    title: "Check a procedure",
    path: "checks/",
    names: ["constraints"],
    texts: [
      "Paste a procedure and constraints, and see which of them hold, why, and where: steps, their order, resources, quantities, form.",
    ],
  },
  {
    title: "Papers",
    path: "papers/",
    texts: ["Papers on step-by-step work, and the figures that are printed of what they are about, each with its source."],
  },
  {
    title: "Published figures",
    path: "benchmarks/",
    names: ["benchmarks"],
    texts: ["Benchmarks with only published figures: what papers print, side by side, and what is missing to score them here."],
  },
  {
    title: "Systems",
    path: "systems/",
    names: ["models", "methods", "baselines"],
    texts: ["Every model, method and baseline with all its results: scored here, quoted on boards, and printed in papers."],
  },
  {
    title: "Map of the field",
    path: "map/",
    names: ["timeline", "task families", "supervision"],
    texts: ["Which papers are on which task, what tells right from wrong in them, and when they came."],
  },
  {
    title: "Credit lab",
    path: "credit/",
    names: ["stepwise credit", "process reward", "advantage"],
    texts: ["Edit a tree of trajectories, and see the credit that methods of papers give each of its steps, side by side."],
  },
  {
    title: "Where each stands",
    path: "standing/",
    names: ["honesty table", "what is missing"],
    texts: ["What works here of each paper, what is missing, and why: counted from the repository."],
  },
  {
    title: "Metrics",
    path: "metrics/",
    texts: ["Every metric of the boards: what it asks, its formula, a worked example, its source, and what fools it."],
  },
  {
    title: "Statistics",
    path: "statistics/",
    names: ["confidence intervals", "bootstrap", "permutation test", "significance", "p value", "rank ranges", "Holm", "McNemar", "Wilson"],
    texts: ["How intervals, rank ranges and tests are computed, and how often they were right where the truth is known."],
  },
  {
    title: "Changes of the boards",
    path: "changes/",
    names: ["ledger", "news", "feed", "RSS"],
    texts: ["Every entry that was added, removed, rescored or amended on a board, when and why."],
  },
  {
    title: "Parity",
    path: "parity/",
    names: ["official scorers"],
    texts: ["Hold the kernels of this site against the official scorers' outputs, value by value, in your own browser."],
  },
  {
    title: "API and downloads",
    path: "api/",
    names: ["JSON", "CSV", "LaTeX", "BibTeX", "badges", "embed"],
    texts: ["Every board as JSON, CSV, Markdown, LaTeX and BibTeX, badges and frames: plain files at fixed addresses."],
  },
];
