// Limit of the detection kernel: ranking by score, matching at all thresholds and mean average precision.
#include "bench.h"

static int32_t count, groups, classes, golds, thresholds;
static const double *limits, *gold_starts, *gold_ends, *starts, *ends;
static const float *scores;
static const int32_t *group_starts, *group_of, *class_of, *wanted;
static uint32_t *keys, *order, *other;
static uint16_t *locks, *hits;
static int32_t *places;

// Falling scores, of equal ones the later first.
static void rank(void) {
  static uint32_t counts[3][2048];
  memset(counts, 0, sizeof counts);
  for (int32_t i = 0; i < count; i++) {
    uint32_t bits;
    memcpy(&bits, scores + i, 4);
    uint32_t key = ~(bits ^ ((uint32_t)((int32_t)bits >> 31) | 0x80000000u));
    keys[i] = key;
    order[count - 1 - i] = (uint32_t)i;
    counts[0][key & 2047]++;
    counts[1][key >> 11 & 2047]++;
    counts[2][key >> 22]++;
  }
  for (int pass = 0; pass < 3; pass++) {
    uint32_t before = 0;
    for (int bucket = 0; bucket < 2048; bucket++) {
      uint32_t own = counts[pass][bucket];
      counts[pass][bucket] = before;
      before += own;
    }
    for (int32_t i = 0; i < count; i++) other[counts[pass][keys[order[i]] >> 11 * pass & 2047]++] = order[i];
    uint32_t *turned = order;
    order = other;
    other = turned;
  }
}

static uint16_t match(uint32_t p) {
  int32_t group = group_of[p];
  if (group < 0) return 0;
  double near[64];
  int32_t names[64], found = 0;
  double length = ends[p] - starts[p];
  for (int32_t g = group_starts[group]; g < group_starts[group + 1]; g++) {
    double start = starts[p] > gold_starts[g] ? starts[p] : gold_starts[g], end = ends[p] < gold_ends[g] ? ends[p] : gold_ends[g];
    double common = end - start;
    if (common <= 0) continue;
    double overlap = common / (gold_ends[g] - gold_starts[g] + length - common);
    if (overlap < limits[0]) continue;
    int32_t to = found++;
    for (; to > 0 && near[to - 1] <= overlap; to--) {
      near[to] = near[to - 1];
      names[to] = names[to - 1];
    }
    near[to] = overlap;
    names[to] = g;
  }
  uint16_t bits = 0;
  for (int t = 0; t < thresholds; t++) {
    for (int32_t i = 0; i < found && near[i] >= limits[t]; i++) {
      if (locks[names[i]] >> t & 1) continue;
      locks[names[i]] |= (uint16_t)(1 << t);
      bits |= (uint16_t)(1 << t);
      break;
    }
  }
  return bits;
}

static double average_precision(const uint16_t *own, int32_t events, int t, double to_find) {
  double right = 0, best = 0, area = 0;
  for (int32_t i = 0; i < events; i++) right += own[i] >> t & 1;
  for (int32_t i = events; i-- > 0;) {
    if (!(own[i] >> t & 1)) continue;
    double precision = right / (i + 1);
    if (precision > best) best = precision;
    area += best;
    right--;
  }
  return area / to_find;
}

static double work(void) {
  memset(locks, 0, sizeof(uint16_t) * (size_t)golds);
  memset(places, 0, sizeof(int32_t) * ((size_t)classes + 1));
  rank();
  for (int32_t i = 0; i < count; i++) places[class_of[i] + 1]++;
  for (int32_t c = 0; c < classes; c++) places[c + 1] += places[c];
  for (int32_t r = 0; r < count; r++) hits[places[class_of[order[r]]]++] = match(order[r]);
  double sum = 0;
  for (int t = 0; t < thresholds; t++) {
    double areas = 0;
    for (int32_t c = 0; c < classes; c++) {
      int32_t first = c == 0 ? 0 : places[c - 1];
      areas += average_precision(hits + first, places[c] - first, t, wanted[c]);
    }
    sum += areas / classes;
  }
  return sum / thresholds;
}

// Counts, then the columns, each from a multiple of 8 bytes on.
static const void *column(Bytes *at, size_t size) {
  const void *here = *at;
  *at += (size + 7) / 8 * 8;
  return here;
}

int main(int argc, char **paths) {
  if (argc != 2) return 2;
  size_t size;
  Bytes at = read_file(paths[1], &size);
  const int32_t *counts = column(&at, 5 * 4);
  count = counts[0], groups = counts[1], classes = counts[2], golds = counts[3], thresholds = counts[4];
  limits = column(&at, (size_t)thresholds * 8);
  group_starts = column(&at, ((size_t)groups + 1) * 4);
  gold_starts = column(&at, (size_t)golds * 8);
  gold_ends = column(&at, (size_t)golds * 8);
  group_of = column(&at, (size_t)count * 4);
  class_of = column(&at, (size_t)count * 4);
  starts = column(&at, (size_t)count * 8);
  ends = column(&at, (size_t)count * 8);
  scores = column(&at, (size_t)count * 4);
  wanted = column(&at, (size_t)classes * 4);
  keys = malloc((size_t)count * 4), order = malloc((size_t)count * 4), other = malloc((size_t)count * 4);
  hits = malloc((size_t)count * 2), locks = malloc((size_t)golds * 2), places = malloc(((size_t)classes + 1) * 4);
  return serve(work);
}
