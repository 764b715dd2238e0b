// Values of systems in draws, "higher is better": `worths`, f64, one row of `room` draws (a multiple of 8) for each system, NaN where a
// system has no value and behind the last draw.

/** Each value, or less than all where there is none. */
function known(value: v128): v128 {
  return v128.bitselect(value, f64x2.splat(-Infinity), f64x2.eq(value, value));
}

function countPlaces(shares: usize, places: v128): void {
  const first = shares + ((<usize>i64x2.extract_lane(places, 0)) << 2);
  store<u32>(first, load<u32>(first) + 1);
  const second = shares + ((<usize>i64x2.extract_lane(places, 1)) << 2);
  store<u32>(second, load<u32>(second) + 1);
}

/**
 * How often each system takes each place: `places`, u32, systems x systems, cleared before. Its place in a draw is the number of systems
 * that are better there. Draws behind the last one, to a multiple of 8, are counted as place 0 of every system: the host takes them off.
 */
export function statsPlaces(systems: i32, room: usize, worths: usize, places: usize): void {
  const size = room << 3;
  const end = worths + <usize>systems * size;
  for (let at: usize = 0; at < size; at += 64) {
    let shares = places;
    for (let own = worths + at; own < end; own += size) {
      const w0 = known(v128.load(own));
      const w1 = known(v128.load(own, 16));
      const w2 = known(v128.load(own, 32));
      const w3 = known(v128.load(own, 48));
      let p0 = i64x2.splat(0);
      let p1 = p0;
      let p2 = p0;
      let p3 = p0;
      for (let other = worths + at; other < end; other += size) {
        p0 = i64x2.sub(p0, f64x2.gt(v128.load(other), w0));
        p1 = i64x2.sub(p1, f64x2.gt(v128.load(other, 16), w1));
        p2 = i64x2.sub(p2, f64x2.gt(v128.load(other, 32), w2));
        p3 = i64x2.sub(p3, f64x2.gt(v128.load(other, 48), w3));
      }
      countPlaces(shares, p0);
      countPlaces(shares, p1);
      countPlaces(shares, p2);
      countPlaces(shares, p3);
      shares += (<usize>systems) << 2;
    }
  }
}

/** Draws that all pairs look at before the next ones: their rows stay in the cache. Bytes. */
const TILE: usize = 2048;

function square(own: usize, other: usize, gap: v128): v128 {
  const off = f64x2.sub(f64x2.sub(v128.load(own), v128.load(other)), gap);
  // Of two with a NaN the first: a draw in which one of both has no value counts as no difference.
  return f64x2.pmax(f64x2.splat(0), f64x2.mul(off, off));
}

/**
 * Adds up how far each pair's difference strays from its point over all draws, squared: `squares[a * systems + b]` for a < b, f64, cleared
 * before. `points` are the systems' worths, f64.
 */
export function statsSquares(systems: i32, room: usize, worths: usize, points: usize, squares: usize): void {
  const size = room << 3;
  for (let tile: usize = 0; tile < size; tile += TILE) {
    const length = min(TILE, size - tile);
    for (let a = 0; a < systems; a++) {
      const first = worths + <usize>a * size + tile;
      for (let b = a + 1; b < systems; b++) {
        const gap = f64x2.splat(load<f64>(points + ((<usize>a) << 3)) - load<f64>(points + ((<usize>b) << 3)));
        let other = worths + <usize>b * size + tile;
        let s0 = f64x2.splat(0);
        let s1 = s0;
        let s2 = s0;
        let s3 = s0;
        for (let own = first; own < first + length; own += 64) {
          s0 = f64x2.add(s0, square(own, other, gap));
          s1 = f64x2.add(s1, square(own + 16, other + 16, gap));
          s2 = f64x2.add(s2, square(own + 32, other + 32, gap));
          s3 = f64x2.add(s3, square(own + 48, other + 48, gap));
          other += 64;
        }
        const sum = f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3));
        const at = squares + ((<usize>a * <usize>systems + <usize>b) << 3);
        store<f64>(at, load<f64>(at) + (f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)));
      }
    }
  }
}

function larger(most: v128, own: v128, other: v128, gap: v128, scale: v128): v128 {
  // Of two with a NaN the first, as above.
  return f64x2.pmax(most, f64x2.mul(f64x2.abs(f64x2.sub(f64x2.sub(own, other), gap)), scale));
}

/** The largest of all pairs' differences from their points, each times its `scales[a * systems + b]`, in every draw: `largest`, f64. */
export function statsLargest(systems: i32, room: usize, worths: usize, points: usize, scales: usize, largest: usize): void {
  const size = room << 3;
  const end = worths + <usize>systems * size;
  for (let at: usize = 0; at < size; at += 64) {
    let m0 = f64x2.splat(0);
    let m1 = m0;
    let m2 = m0;
    let m3 = m0;
    let pair = scales;
    let point = points;
    for (let own = worths + at; own < end; own += size) {
      const w0 = v128.load(own);
      const w1 = v128.load(own, 16);
      const w2 = v128.load(own, 32);
      const w3 = v128.load(own, 48);
      const mine = load<f64>(point);
      point += 8;
      let theirs = point;
      let scaleAt = pair + (theirs - points);
      for (let other = own + size; other < end; other += size) {
        const gap = f64x2.splat(mine - load<f64>(theirs));
        const scale = v128.load64_splat(scaleAt);
        m0 = larger(m0, w0, v128.load(other), gap, scale);
        m1 = larger(m1, w1, v128.load(other, 16), gap, scale);
        m2 = larger(m2, w2, v128.load(other, 32), gap, scale);
        m3 = larger(m3, w3, v128.load(other, 48), gap, scale);
        theirs += 8;
        scaleAt += 8;
      }
      pair += (<usize>systems) << 3;
    }
    v128.store(largest + at, m0);
    v128.store(largest + at, m1, 16);
    v128.store(largest + at, m2, 32);
    v128.store(largest + at, m3, 48);
  }
}
