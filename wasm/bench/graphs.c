// Limit of the graphs kernel for graphs of up to 64 nodes: closure and reduction of both, and three F1.
#include "graphs.h"

static int close_graph(int n, const uint64_t *arcs, uint64_t *closure, uint64_t *reduction) {
  uint64_t done = 0;
  for (int left = n; left > 0;) {
    int before = left;
    for (int u = n - 1; u >= 0; u--) {
      if (done >> u & 1 || arcs[u] & ~done) continue;
      uint64_t beyond = 0;
      for (uint64_t rest = arcs[u]; rest != 0; rest &= rest - 1) beyond |= closure[__builtin_ctzll(rest)];
      closure[u] = arcs[u] | beyond;
      reduction[u] = arcs[u] & ~beyond;
      done |= 1ULL << u;
      left--;
    }
    if (left == before) return 0;
  }
  return 1;
}

static double f1(int n, const uint64_t *gold, const uint64_t *pred) {
  int hits = 0, right = 0, told = 0;
  for (int u = 0; u < n; u++) {
    hits += __builtin_popcountll(gold[u] & pred[u]);
    right += __builtin_popcountll(gold[u]);
    told += __builtin_popcountll(pred[u]);
  }
  if (hits == 0) return 0;
  double precision = (double)hits / told, recall = (double)hits / right;
  return 2 * precision * recall / (precision + recall);
}

static double work(void) {
  static uint64_t matrices[6][64];
  double sum = 0;
  for (int32_t i = 0; i < count; i++) {
    int n = nodes[i];
    fill(matrices[0], n, gold_starts + i, gold_arcs);
    fill(matrices[3], n, pred_starts + i, pred_arcs);
    if (!close_graph(n, matrices[0], matrices[1], matrices[2]) || !close_graph(n, matrices[3], matrices[4], matrices[5])) return -1;
    for (int m = 0; m < 3; m++) sum += f1(n, matrices[m], matrices[m + 3]);
  }
  return sum / count / 3;
}

int main(int argc, char **paths) {
  if (argc != 2) return 2;
  read_graphs(paths[1]);
  return serve(work);
}
