/** The mean of `n` doubles. */
export function mean(values: usize, n: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; i++) sum += load<f64>(values + ((<usize>i) << 3));
  return sum / n;
}

/** The variance of `n` doubles about their mean, over n - 1; NaN for one. */
export function variance(values: usize, n: i32): f64 {
  const middle = mean(values, n);
  let squares: f64 = 0;
  for (let i = 0; i < n; i++) {
    const off = load<f64>(values + ((<usize>i) << 3)) - middle;
    squares += off * off;
  }
  return squares / (n - 1);
}
