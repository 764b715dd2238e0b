// Limit of the ordered assignment with traceback, one frame per step: one sum per number of steps done, one bit per decision. Reads int32 count, then frames and steps of each video, then all costs as f32.
#include "bench.h"

enum { MOST_STEPS = 63, MOST_FRAMES = 4096 };

static int32_t videos;
static const int32_t *sizes;
static const float *costs;
static uint64_t ended[MOST_FRAMES];
static int32_t assigned[MOST_FRAMES];

static void assign(int32_t frames, int32_t steps, const float *cost) {
  double room[MOST_STEPS + 5], *sums = room + 2;
  for (int32_t k = 0; k < MOST_STEPS + 5; k++) room[k] = __builtin_inf();
  sums[0] = 0;
  int32_t top = steps & ~1;
  for (int32_t t = 0; t < frames - 1; t++, cost += steps) {
    uint64_t bits = 0;
    __m128d own = _mm_loadu_pd(sums + top);
    for (int32_t k = top; k >= 0; k -= 2) {
      __m128d less = _mm_loadu_pd(sums + k - 2);
      __m128d two = _mm_cvtps_pd(_mm_castsi128_ps(_mm_loadl_epi64((const __m128i *)(cost + k - 1))));
      __m128d shown = _mm_add_pd(_mm_shuffle_pd(less, own, 1), two);
      bits = bits << 2 | (uint64_t)_mm_movemask_pd(_mm_cmplt_pd(shown, own));
      _mm_storeu_pd(sums + k, _mm_min_pd(shown, own));
      own = less;
    }
    ended[t] = bits;
  }
  ended[frames - 1] = (uint64_t) !(sums[steps] < sums[steps - 1] + cost[steps - 1]) << steps;
  int32_t k = steps;
  for (int32_t t = frames - 1; t >= 0; t--) {
    int32_t shows = ended[t] >> k & 1;
    assigned[t] = shows * k;
    k -= shows;
  }
}

static double work(void) {
  double sum = 0;
  const float *cost = costs;
  for (int32_t v = 0; v < videos; v++) {
    int32_t frames = sizes[2 * v], steps = sizes[2 * v + 1];
    assign(frames, steps, cost);
    for (int32_t t = 0; t < frames; t++)
      if (assigned[t] > 0) sum += t;
    cost += frames * steps;
  }
  return sum;
}

int main(int count, char **paths) {
  if (count != 2) return 2;
  size_t size;
  Bytes file = read_file(paths[1], &size);
  videos = *(const int32_t *)file;
  sizes = (const int32_t *)file + 1;
  costs = (const float *)(sizes + 2 * videos);
  return serve(work);
}
