// Logarithm and exponential as correctly rounded as anybody can tell: computed in pairs of doubles (error below 2^-90) and rounded
// once. Libraries differ in the last bit of these (glibc with and without fused multiply-add, browsers); this is the bit that the
// better ones give. A pair is left in `high` and `low`: functions here return one number.

let high: f64 = 0;
let low: f64 = 0;

// ln 2 in three parts; the first has 32 zero bits at its end, so that a whole multiple of it is exact.
const LN2_HIGH: f64 = 0.6931467056274414;
const LN2_MIDDLE: f64 = 4.7493250390316726e-7;
const LN2_LOW: f64 = -2.3407938865678234e-23;
const PER_LN2: f64 = 1.4426950408889634;

/** a + b exactly (Knuth). */
function twoSum(a: f64, b: f64): void {
  const sum = a + b;
  const own = sum - a;
  low = a - (sum - own) + (b - own);
  high = sum;
}

/** a * b exactly (Dekker), both of moderate size. */
function twoProduct(a: f64, b: f64): void {
  const splitA = 134217729 * a;
  const splitB = 134217729 * b;
  const aHigh = splitA - (splitA - a);
  const bHigh = splitB - (splitB - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  const product = a * b;
  low = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  high = product;
}

/** The pair times another. */
function multiply(a: f64, aLow: f64): void {
  const cross = high * aLow + low * a;
  twoProduct(high, a);
  twoSum(high, low + cross);
}

/** The pair plus another. */
function add(a: f64, aLow: f64): void {
  const tail = low + aLow;
  twoSum(high, a);
  twoSum(high, low + tail);
}

/** e^x without its power of two, as a pair; returns that power. Between -745 and 709. */
function power(x: f64): i32 {
  const k = nearest(x * PER_LN2);
  twoProduct(k, LN2_MIDDLE);
  const middle = high;
  const rest = low + k * LN2_LOW;
  twoSum(x - k * LN2_HIGH, -middle);
  add(-rest, 0);
  // Eight squarings give back what is divided by 2^8 here; the series ends below 2^-100.
  const r = high / 256;
  const rLow = low / 256;
  high = 1;
  low = 0;
  for (let n: f64 = 10; n > 0; n--) {
    multiply(r, rLow);
    divide(n);
    add(1, 0);
  }
  for (let i = 0; i < 8; i++) multiply(high, low);
  return <i32>k;
}

/** The pair over a small whole number. */
function divide(n: f64): void {
  const quotient = high / n;
  const first = high;
  const rest = low;
  twoProduct(quotient, n);
  const left = first - high - low + rest;
  twoSum(quotient, left / n);
}

function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((<i64>(k + 1023)) << 52);
}

/** e^x, rounded once, for x from -700 to 700. */
export function exp(x: f64): f64 {
  const k = power(x);
  return high * powerOfTwo(k);
}

/** The natural logarithm, rounded once, of a positive normal number. */
export function log(x: f64): f64 {
  const near = Math.log(x);
  // ln x = near + ln(x e^-near), of which the latter is nearly 0.
  const k = power(-near);
  multiply(x * powerOfTwo(k), 0);
  const off = high - 1 + low;
  return near + (off - (off * off) / 2);
}

/** x^n for n >= 0, rounded once. */
export function wholePower(x: f64, n: i32): f64 {
  high = 1;
  low = 0;
  for (let i = 0; i < n; i++) multiply(x, 0);
  return high;
}
