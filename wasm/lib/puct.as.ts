/** What PUCT adds to a node's worth for being little known: c * prior * sqrt(visits before it) / (1 + its visits). */
export function unexplored(c: f64, prior: f64, before: f64, visits: f64): f64 {
  return (c * prior * sqrt(before)) / (1 + visits);
}
