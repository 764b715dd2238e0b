/** A judge's score as a share of its maximum; 0 where there is none (NaN), or where it lies outside 0 .. maximum. */
function share(score: f64, maximum: f64): f64 {
  return maximum > 0 && score >= 0 && score <= maximum ? score / maximum : 0;
}

/**
 * ReNorm: each of `turns` turns but the last gets the judge's share plus the outcome less `beta`, the last one the outcome. Scores and
 * their maxima are f64, one for each turn but the last; `credit` has room for one f64 for each turn.
 */
export function creditPpr(turns: i32, scores: usize, maxima: usize, outcome: f64, beta: f64, credit: usize): void {
  const last = credit + ((<usize>(turns - 1)) << 3);
  for (; credit < last; credit += 8, scores += 8, maxima += 8) {
    store<f64>(credit, share(load<f64>(scores), load<f64>(maxima)) + outcome - beta);
  }
  store<f64>(last, outcome);
}
