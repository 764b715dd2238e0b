// Graphs as metrics/graphs/abi.ts lays them out, read from a file of int32 sizes and columns.
#include "bench.h"

enum { COLUMNS = 5 };

static const int32_t *nodes, *gold_starts, *gold_arcs, *pred_starts, *pred_arcs;
static int32_t count;

static void read_graphs(const char *path) {
  size_t size;
  Bytes file = read_file(path, &size);
  const int32_t *sizes = (const int32_t *)file, *at = sizes + COLUMNS;
  const int32_t **columns[COLUMNS] = {&nodes, &gold_starts, &gold_arcs, &pred_starts, &pred_arcs};
  for (int c = 0; c < COLUMNS; c++) {
    *columns[c] = at;
    at += sizes[c] / 4;
  }
  count = sizes[0] / 4;
}

// One word per node: its successors.
static void fill(uint64_t *matrix, int n, const int32_t *starts, const int32_t *arcs) {
  memset(matrix, 0, sizeof(uint64_t) * (size_t)n);
  for (int32_t a = starts[0]; a < starts[1]; a++) matrix[(uint32_t)arcs[a] >> 16] |= 1ULL << (arcs[a] & 63);
}
