// Limit of ranking by score: one relevant candidate per query, of equal scores the candidate with the lower number first. Reads
// int32 sizes (queries, candidates), the relevant candidates and the scores as f64; f32 decides but for those that it makes equal.
#include "bench.h"

static int32_t queries, candidates;
static const int32_t *relevant;
static const double *scores;
static float *near;
static double *rows;
enum { ROW = 18 };

static int32_t place_exactly(const double *own, int32_t wanted) {
  int32_t before = 0;
  for (int32_t c = 0; c < wanted; c++) before += own[c] >= own[wanted];
  for (int32_t c = wanted + 1; c < candidates; c++) before += own[c] > own[wanted];
  return before;
}

static int32_t place(int32_t query, int32_t wanted) {
  const float *own = near + (size_t)query * candidates;
  float limit = own[wanted];
  int32_t above = 0, equal = 0;
  for (int32_t c = 0; c < candidates; c++) {
    above += own[c] > limit;
    equal += own[c] == limit;
  }
  return equal == 1 ? above : place_exactly(scores + (size_t)query * candidates, wanted);
}

static double work(void) {
  static const int32_t cutoff[] = {1, 3, 5};
  static const double discount[] = {1, 0.6309297535714575, 0.5, 0.43067655807339306, 0.38685280723454163};
  double sum = 0;
  for (int32_t q = 0; q < queries; q++) {
    int32_t at = place(q, relevant[q]);
    double *row = rows + (size_t)q * ROW;
    row[0] = row[1] = 1;
    row[2] = 1.0 / (at + 1);
    for (int c = 0; c < 3; c++) {
      double hit = at < cutoff[c];
      row[3 + c] = row[6 + c] = hit;
      row[9 + c] = hit / cutoff[c];
      row[12 + c] = 2 * hit / (cutoff[c] + 1);
      row[15 + c] = hit ? discount[at] : 0;
    }
    sum += row[2];
  }
  return sum / queries;
}

int main(int count, char **paths) {
  if (count != 2) return 2;
  size_t size;
  Bytes file = read_file(paths[1], &size);
  queries = ((const int32_t *)file)[0];
  candidates = ((const int32_t *)file)[1];
  relevant = (const int32_t *)file + 2;
  // Scores start at a multiple of 8.
  scores = (const double *)(file + ((size_t)queries * 4 + 15) / 8 * 8);
  size_t all = (size_t)queries * candidates;
  near = malloc(sizeof(float) * all);
  for (size_t i = 0; i < all; i++) near[i] = (float)scores[i];
  rows = malloc(sizeof(double) * ROW * (size_t)queries);
  return serve(work);
}
