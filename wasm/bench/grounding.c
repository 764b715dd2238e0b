// Limit of grounding: five segments per query against the windows of its text. Reads int32 sizes (queries, windows), where each query's
// windows start (int32, one more than queries, even), whether it is the first of its text (int32), then f64 from a multiple of 8 on:
// starts of windows, their ends, and five segments per query, start and end side by side.
#include "bench.h"

static int32_t queries, windows;
static const int32_t *lists, *onces;
static const double *starts, *ends, *segments;
static double *rows;
enum { ROW = 13, DEEPEST = 5 };

static double most(__m128d both) {
  return _mm_cvtsd_f64(_mm_max_sd(both, _mm_unpackhi_pd(both, both)));
}

static void write_hits(double *at, double first, double any) {
  at[0] = first > 0.3;
  at[1] = first > 0.5;
  at[2] = any > 0.3;
  at[3] = any > 0.5;
}

static double work(void) {
  const __m128d none = _mm_setzero_pd();
  double sum = 0, texts = 0;
  for (int32_t q = 0; q < queries; q++) {
    double first = 0, any = 0, own_first = 0, own_any = 0;
    for (int s = 0; s < DEEPEST; s++) {
      const double *segment = segments + ((size_t)q * DEEPEST + s) * 2;
      __m128d start = _mm_set1_pd(segment[0]), end = _mm_set1_pd(segment[1]), best = none;
      double own = 0;
      for (int32_t w = lists[q]; w < lists[q + 1]; w += 2) {
        __m128d from = _mm_loadu_pd(starts + w), to = _mm_loadu_pd(ends + w);
        __m128d shared = _mm_max_pd(none, _mm_sub_pd(_mm_min_pd(end, to), _mm_max_pd(start, from)));
        __m128d spanned = _mm_sub_pd(_mm_max_pd(end, to), _mm_min_pd(start, from));
        __m128d overlap = _mm_div_pd(shared, spanned);
        if (w == lists[q]) own = _mm_cvtsd_f64(overlap);
        best = _mm_max_pd(best, overlap);
      }
      double greatest = most(best);
      if (s == 0) {
        first = greatest;
        own_first = own;
      }
      if (greatest > any) any = greatest;
      if (own > own_any) own_any = own;
    }
    double *row = rows + (size_t)q * ROW;
    row[0] = row[1] = 1;
    row[2] = onces[q];
    write_hits(row + 3, first, any);
    write_hits(row + 7, own_first, own_any);
    row[11] = first;
    row[12] = own_first;
    sum += onces[q] ? row[3] : 0;
    texts += onces[q];
  }
  return sum / texts;
}

int main(int count, char **paths) {
  if (count != 2) return 2;
  size_t size;
  Bytes file = read_file(paths[1], &size);
  queries = ((const int32_t *)file)[0];
  windows = ((const int32_t *)file)[1];
  lists = (const int32_t *)file + 2;
  onces = lists + queries + 1;
  starts = (const double *)(file + ((size_t)(2 * queries + 3) * 4 + 7) / 8 * 8);
  ends = starts + windows;
  segments = ends + windows;
  rows = malloc(sizeof(double) * ROW * (size_t)queries);
  return serve(work);
}
