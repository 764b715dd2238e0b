// Limit of step discovery: the search of metrics/frames/split.as.ts, two dimensions at a time.
#include <math.h>

#include "bench.h"

enum { MOST_FRAMES = 4096, MOST_STEPS = 8, MOST_DIMS = 256 };

static int32_t sequences, frames, dims, steps, least;
static const double *features;
static double costs[MOST_STEPS][MOST_FRAMES + 1];
static int32_t ends[MOST_STEPS][MOST_FRAMES + 1];
static double means[MOST_DIMS], squares[MOST_DIMS];

static inline __m128d moved(const double *frame, int d, __m128d part) {
  __m128d x = _mm_loadu_pd(frame + d), before = _mm_loadu_pd(means + d);
  __m128d off = _mm_sub_pd(x, before);
  __m128d mean = _mm_add_pd(before, _mm_mul_pd(off, part));
  __m128d square = _mm_add_pd(_mm_loadu_pd(squares + d), _mm_mul_pd(off, _mm_sub_pd(x, mean)));
  _mm_storeu_pd(means + d, mean);
  _mm_storeu_pd(squares + d, square);
  return square;
}

static void take(const double *frame, int n) {
  __m128d part = _mm_set1_pd(1.0 / n);
  for (int d = 0; d < dims; d += 2) moved(frame, d, part);
}

static double take_costing(const double *frame, int n) {
  __m128d part = _mm_set1_pd(1.0 / n), sum = _mm_setzero_pd();
  for (int d = 0; d < dims; d += 2) sum = _mm_add_pd(sum, _mm_sqrt_pd(_mm_mul_pd(moved(frame, d, part), part)));
  return _mm_cvtsd_f64(sum) + _mm_cvtsd_f64(_mm_unpackhi_pd(sum, sum));
}

static void clear(void) {
  memset(means, 0, sizeof(double) * (size_t)dims);
  memset(squares, 0, sizeof(double) * (size_t)dims);
}

static double average_std(const double *own, int from, int to) {
  double all = 0;
  for (int d = 0; d < dims; d++) {
    double sum = 0, square = 0;
    for (int f = from; f < to; f++) sum += own[f * dims + d];
    double mean = sum / (to - from);
    for (int f = from; f < to; f++) square += (own[f * dims + d] - mean) * (own[f * dims + d] - mean);
    all += _mm_cvtsd_f64(_mm_sqrt_pd(_mm_set1_pd(square / (to - from))));
  }
  return all / dims;
}

static double split(const double *own) {
  clear();
  for (int i = frames - 1; i >= 0; i--) costs[0][i] = take_costing(own + i * dims, frames - i);
  for (int i = frames - 2 * least; i >= 0; i--) {
    int fewest = i == 0 ? (steps > 2 ? steps : 2) : 2, most = i == 0 ? steps : steps - 1;
    if (i > 0 && most > (frames - i) / least) most = (frames - i) / least;
    if (fewest > most || (i > 0 && i < least)) continue;
    for (int k = fewest; k <= most; k++) costs[k - 1][i] = INFINITY;
    clear();
    for (int j = i + 1; j < i + least; j++) take(own + (j - 1) * dims, j - i);
    for (int j = i + least; j <= frames - (fewest - 1) * least; j++) {
      double cost = take_costing(own + (j - 1) * dims, j - i);
      for (int k = fewest; k <= most && j <= frames - (k - 1) * least; k++) {
        double all = cost + costs[k - 2][j];
        if (all >= costs[k - 1][i]) continue;
        costs[k - 1][i] = all;
        ends[k - 1][i] = j;
      }
    }
  }
  double sum = 0;
  for (int k = steps, from = 0; k >= 1; k--) {
    int to = k == 1 ? frames : ends[k - 1][from];
    sum += average_std(own, from, to);
    from = to;
  }
  return sum / steps;
}

static double work(void) {
  double sum = 0;
  for (int s = 0; s < sequences; s++) sum += split(features + (size_t)s * frames * dims);
  return sum / sequences;
}

int main(int argc, char **paths) {
  if (argc != 2) return 2;
  size_t size;
  Bytes file = read_file(paths[1], &size);
  const int32_t *head = (const int32_t *)file;
  sequences = head[0], frames = head[1], dims = head[2], steps = head[3], least = head[4];
  if (frames > MOST_FRAMES || dims > MOST_DIMS || dims % 2 != 0 || steps > MOST_STEPS) return 2;
  features = (const double *)(file + 32);
  return serve(work);
}
