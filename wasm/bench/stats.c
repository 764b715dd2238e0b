// Limit of resampling. Reads int32 sizes (kind, systems, items, draws), then a column of f64 for each system. Kinds: 0 the 2.5 % point
// of bootstrapped means of one column, summed as they are drawn; 1 rank ranges of columns of 0 and 1 by bit planes; 2 how many
// permutations of a paired difference reach the one seen. SplitMix64 as a counter throughout.
#include "bench.h"
#include <math.h>

static int32_t kind, systems, items, draws;
static const double *columns;
static double *values;
static uint64_t state;

static inline uint64_t word(void) {
  uint64_t z = state += 0x9e3779b97f4a7c15;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

static int rising(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double bootstrap(void) {
  uint64_t n = items;
  state = 1;
  for (int32_t d = 0; d < draws; d++) {
    double a = 0, b = 0, c = 0, e = 0;
    for (int32_t i = 0; i < items; i += 4) {
      uint64_t one = word(), two = word();
      a += columns[(uint32_t)one * n >> 32];
      b += columns[(one >> 32) * n >> 32];
      c += columns[(uint32_t)two * n >> 32];
      e += columns[(two >> 32) * n >> 32];
    }
    values[d] = (a + b + c + e) / items;
  }
  qsort(values, draws, sizeof *values, rising);
  return values[draws / 40];
}

static uint64_t *bits, *planes;
static uint8_t *counts;
static uint32_t *places;
static int32_t *sums;

static int cut(int32_t words) {
  uint8_t any = 0;
  for (int32_t i = 0; i < words * 64; i++) any |= counts[i];
  int number = 0;
  while (any >> number) number++;
  for (int p = 0; p < number; p++) {
    uint16_t *plane = (uint16_t *)(planes + (size_t)p * words);
    for (int32_t i = 0; i < words * 4; i++) {
      __m128i own = _mm_slli_epi16(_mm_loadu_si128((const __m128i *)(counts + i * 16)), 7 - p);
      plane[i] = (uint16_t)_mm_movemask_epi8(own);
    }
  }
  return number;
}

static double ranks(void) {
  int32_t words = (items + 63) / 64;
  uint64_t n = items;
  state = 1;
  memset(places, 0, (size_t)systems * systems * 4);
  for (int32_t d = 0; d < draws; d++) {
    memset(counts, 0, (size_t)words * 64);
    for (int32_t i = 0; i < items; i += 2) {
      uint64_t one = word();
      counts[(uint32_t)one * n >> 32]++;
      counts[(one >> 32) * n >> 32]++;
    }
    int number = cut(words);
    for (int32_t s = 0; s < systems; s++) {
      int32_t sum = 0;
      for (int p = 0; p < number; p++) {
        uint64_t found = 0;
        const uint64_t *own = bits + (size_t)s * words, *plane = planes + (size_t)p * words;
        for (int32_t w = 0; w < words; w++) found += (uint64_t)__builtin_popcountll(own[w] & plane[w]);
        sum += (int32_t)found << p;
      }
      sums[s] = sum;
    }
    for (int32_t s = 0; s < systems; s++) {
      int32_t place = 0;
      for (int32_t o = 0; o < systems; o++) place += sums[o] > sums[s];
      places[s * systems + place]++;
    }
  }
  return places[(systems - 1) * systems] / (double)draws;
}

static double permutations(void) {
  double seen = 0;
  for (int32_t i = 0; i < items; i++) seen += values[i] = columns[i] - columns[items + i];
  state = 2;
  int32_t reached = 1;
  for (int32_t d = 0; d < draws; d++) {
    double lanes[8] = {0};
    for (int32_t i = 0; i < items; i += 64) {
      uint64_t swaps = word();
      for (int j = 0; j < 64; j += 8) {
        for (int z = 0; z < 8; z++) {
          uint64_t own;
          memcpy(&own, values + i + j + z, 8);
          own ^= (swaps >> (j + z) & 1) << 63;
          double turned;
          memcpy(&turned, &own, 8);
          lanes[z] += turned;
        }
      }
    }
    double sum = 0;
    for (int z = 0; z < 8; z++) sum += lanes[z];
    reached += fabs(sum) >= fabs(seen) - 1e-12;
  }
  return reached / (draws + 1.0);
}

static double work(void) { return kind == 0 ? bootstrap() : kind == 1 ? ranks() : permutations(); }

int main(int count, char **paths) {
  if (count != 2) return 2;
  size_t size;
  Bytes file = read_file(paths[1], &size);
  const int32_t *sizes = (const int32_t *)file;
  kind = sizes[0], systems = sizes[1], items = sizes[2], draws = sizes[3];
  columns = (const double *)(file + 16);
  int32_t words = (items + 63) / 64;
  values = calloc((size_t)(draws > items ? draws : items) + 64, 8);
  counts = calloc((size_t)words, 64);
  planes = calloc((size_t)words * 8, 8);
  bits = calloc((size_t)words * systems, 8);
  places = calloc((size_t)systems * systems, 4);
  sums = calloc((size_t)systems, 4);
  if (!values || !counts || !planes || !bits || !places || !sums) return 2;
  for (int32_t s = 0; s < systems; s++) {
    for (int32_t i = 0; i < items; i++) {
      if (columns[(size_t)s * items + i] == 1) bits[(size_t)s * words + i / 64] |= 1ull << i % 64;
    }
  }
  return serve(work);
}
