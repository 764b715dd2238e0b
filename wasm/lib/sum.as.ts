/**
 * The sum of `n` doubles, rounded once (Shewchuk 1997; Python's math.fsum). Overwrites them with partial sums that hold it exactly.
 */
export function exactSum(terms: usize, n: i32): f64 {
  let partials = 0;
  for (let t = 0; t < n; t++) {
    let x = load<f64>(terms + ((<usize>t) << 3));
    let kept = 0;
    for (let p = 0; p < partials; p++) {
      let y = load<f64>(terms + ((<usize>p) << 3));
      if (abs(x) < abs(y)) {
        const larger = y;
        y = x;
        x = larger;
      }
      const high = x + y;
      const low = y - (high - x);
      if (low != 0) {
        store<f64>(terms + ((<usize>kept) << 3), low);
        kept++;
      }
      x = high;
    }
    store<f64>(terms + ((<usize>kept) << 3), x);
    partials = kept + 1;
  }
  return rounded(terms, partials);
}

/** The sum of partial sums in rising order that do not overlap; half-way cases go by the sign of what lies below. */
function rounded(partials: usize, n: i32): f64 {
  if (n == 0) return 0;
  n--;
  let high = load<f64>(partials + ((<usize>n) << 3));
  let low: f64 = 0;
  while (n > 0 && low == 0) {
    n--;
    const x = high;
    const y = load<f64>(partials + ((<usize>n) << 3));
    high = x + y;
    low = y - (high - x);
  }
  if (n == 0 || low == 0) return high;
  const below = load<f64>(partials + ((<usize>(n - 1)) << 3));
  if (low < 0 != below < 0 || below == 0) return high;
  const twice = low * 2;
  const other = high + twice;
  return other - high == twice ? other : high;
}
