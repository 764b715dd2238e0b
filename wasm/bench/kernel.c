// Limit of the states kernel: the same columns (metrics/states/abi.ts), read from a file of int32 sizes and columns.
#include "bench.h"

enum { COLUMNS = 7, ROW = 7 };

static const int32_t *items, *gold_lists, *gold_states, *lists, *states;
static Bytes gold_bytes, bytes;
static int32_t count;
static double *rows;

static int same(const int32_t *gold, const int32_t *told) {
  int32_t size = gold[1] - gold[0];
  if (size != told[1] - told[0]) return 0;
  // Most states are shorter than what a call of memcmp costs.
  Bytes a = gold_bytes + gold[0], b = bytes + told[0];
  for (; size > 0; a += 16, b += 16, size -= 16) {
    __m128i equal = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)a), _mm_loadu_si128((const __m128i *)b));
    int wanted = size >= 16 ? 0xffff : (1 << size) - 1;
    if ((_mm_movemask_epi8(equal) & wanted) != wanted) return 0;
  }
  return 1;
}

static void match(void) {
  for (int32_t p = 0; p < count; p++) {
    const int32_t *gold = gold_states + gold_lists[items[p]], *told = states + lists[p];
    int32_t right = gold_lists[items[p] + 1] - gold_lists[items[p]], predicted = lists[p + 1] - lists[p] - 1;
    int32_t shared = right < predicted ? right : predicted, longest = right > predicted ? right : predicted;
    int32_t prefix = 0, hits;
    while (prefix < shared && same(gold + prefix, told + prefix)) prefix++;
    hits = prefix;
    for (int32_t s = prefix + 1; s < shared; s++) hits += same(gold + s, told + s);
    double *row = rows + p * ROW;
    row[0] = prefix;
    row[1] = longest == 0 ? 0 : (double)prefix / longest;
    row[2] = longest > 0 && prefix == longest;
    row[3] = right > 0 && same(gold + right - 1, told + predicted);
    row[4] = longest == 0 ? 0 : (double)hits / longest;
    row[5] = right;
    row[6] = predicted;
  }
}

static double work(void) {
  match();
  double sum = 0;
  for (int32_t p = 0; p < count; p++) sum += rows[p * ROW + 1];
  return sum / count;
}

int main(int argc, char **paths) {
  if (argc != 2) return 2;
  size_t size;
  Bytes file = read_file(paths[1], &size);
  const int32_t *sizes = (const int32_t *)file;
  Bytes at = file + COLUMNS * 4;
  Bytes column[COLUMNS];
  for (int c = 0; c < COLUMNS; c++) {
    // Each column starts at a multiple of 4.
    column[c] = at;
    at += (sizes[c] + 3) / 4 * 4;
  }
  items = (const int32_t *)column[0];
  gold_lists = (const int32_t *)column[1];
  gold_states = (const int32_t *)column[2];
  gold_bytes = column[3];
  lists = (const int32_t *)column[4];
  states = (const int32_t *)column[5];
  bytes = column[6];
  count = sizes[0] / 4;
  rows = malloc(sizeof(double) * ROW * (size_t)count);
  return serve(work);
}
