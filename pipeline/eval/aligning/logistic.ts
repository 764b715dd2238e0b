/** One thing with what is known of it, and whether it is so. */
export interface Example {
  readonly features: Float64Array;
  readonly right: boolean;
}

/** What keeps weights small that few examples speak of. */
const RIDGE = 1;

/** Weights of logistic regression with a ridge, by Newton's method. */
export function logistic(examples: readonly Example[], features: number): number[] {
  const weights = new Float64Array(features);
  for (let round = 0; round < 25; round++) {
    const gradient = weights.map((weight) => RIDGE * weight);
    const hessian = Array.from({ length: features }, (_, f) => Float64Array.from({ length: features }, (_, g) => (f === g ? RIDGE : 0)));
    for (const { features: own, right } of examples) {
      const share = 1 / (1 + Math.exp(-dot(weights, own)));
      for (let f = 0; f < features; f++) {
        gradient[f] = (gradient[f] as number) + (share - Number(right)) * (own[f] as number);
        const row = hessian[f] as Float64Array;
        for (let g = 0; g < features; g++) row[g] = (row[g] as number) + share * (1 - share) * (own[f] as number) * (own[g] as number);
      }
    }
    const step = solved(hessian, gradient);
    for (let f = 0; f < features; f++) weights[f] = (weights[f] as number) - (step[f] as number);
    if (step.every((one) => Math.abs(one) < 1e-8)) break;
  }
  return [...weights];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Solves a positive definite system by elimination; both are changed. */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  for (let p = 0; p < n; p++)
    for (let i = p + 1; i < n; i++) {
      const factor = (matrix[i]?.[p] as number) / (matrix[p]?.[p] as number);
      for (let j = p; j < n; j++) (matrix[i] as Float64Array)[j] = (matrix[i]?.[j] as number) - factor * (matrix[p]?.[j] as number);
      right[i] = (right[i] as number) - factor * (right[p] as number);
    }
  for (let i = n - 1; i >= 0; i--) {
    let sum = right[i] as number;
    for (let j = i + 1; j < n; j++) sum -= (matrix[i]?.[j] as number) * (right[j] as number);
    right[i] = sum / (matrix[i]?.[i] as number);
  }
  return right;
}
