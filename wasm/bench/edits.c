// Limit of the search for edit distance: the branch and bound of metrics/graphs/search.as.ts, for two graphs of one size.
#include "graphs.h"

#define BITS(set) __builtin_popcountll(set)

static uint64_t gold_out[64], gold_in[64], pred_out[64], pred_in[64], twins[64], every;
static int n, most, best, map[64], gold_twin[64];
static int gold_out_counts[65][64], gold_in_counts[65][64], out_counts[64], in_counts[64];

static uint64_t from(int i) { return i >= 64 ? 0 : ~0ULL << i; }

static void tally(uint64_t free, const uint64_t *out, const uint64_t *into, int *outs, int *ins) {
  memset(outs, 0, sizeof(int) * (size_t)most);
  memset(ins, 0, sizeof(int) * (size_t)most);
  for (uint64_t rest = free; rest != 0; rest &= rest - 1) {
    int v = __builtin_ctzll(rest);
    for (int t = BITS(out[v] & free); t-- > 0;) outs[t]++;
    for (int t = BITS(into[v] & free); t-- > 0;) ins[t]++;
  }
}

static int bound(int depth, uint64_t used) {
  uint64_t free_gold = from(depth), free_pred = every & ~used;
  int differ = 0, out = 0, into = 0;
  for (int u = 0; u < depth; u++) {
    differ += abs(BITS(gold_out[u] & free_gold) - BITS(pred_out[map[u]] & free_pred));
    differ += abs(BITS(gold_in[u] & free_gold) - BITS(pred_in[map[u]] & free_pred));
  }
  tally(free_pred, pred_out, pred_in, out_counts, in_counts);
  for (int t = 0; t < most; t++) {
    out += abs(out_counts[t] - gold_out_counts[depth][t]);
    into += abs(in_counts[t] - gold_in_counts[depth][t]);
  }
  return differ + (out > into ? out : into);
}

static void expand(int depth, uint64_t used, int cost) {
  uint64_t out = 0, into = 0, free = every & ~used, allowed = free, open = 0;
  int costs[64], bounds[64];
  for (uint64_t rest = gold_out[depth] & ~from(depth); rest != 0; rest &= rest - 1) out |= 1ULL << map[__builtin_ctzll(rest)];
  for (uint64_t rest = gold_in[depth] & ~from(depth); rest != 0; rest &= rest - 1) into |= 1ULL << map[__builtin_ctzll(rest)];
  if (gold_twin[depth] >= 0) allowed &= ~((2ULL << map[gold_twin[depth]]) - 1);
  for (uint64_t rest = allowed; rest != 0; rest &= rest - 1) {
    int v = __builtin_ctzll(rest);
    if (twins[v] & free) continue;
    map[depth] = v;
    costs[v] = cost + BITS(out ^ (pred_out[v] & used)) + BITS(into ^ (pred_in[v] & used));
    bounds[v] = costs[v] + bound(depth + 1, used | 1ULL << v);
    if (bounds[v] <= best - 2) open |= 1ULL << v;
  }
  while (open != 0) {
    int next = __builtin_ctzll(open);
    for (uint64_t rest = open; rest != 0; rest &= rest - 1)
      if (bounds[__builtin_ctzll(rest)] < bounds[next]) next = __builtin_ctzll(rest);
    if (bounds[next] > best - 2) return;
    open &= ~(1ULL << next);
    map[depth] = next;
    if (depth + 1 == n) best = bounds[next];
    else expand(depth + 1, used | 1ULL << next, costs[next]);
  }
}

static void invert(const uint64_t *out, uint64_t *into) {
  memset(into, 0, sizeof(uint64_t) * (size_t)n);
  for (int u = 0; u < n; u++)
    for (uint64_t rest = out[u]; rest != 0; rest &= rest - 1) into[__builtin_ctzll(rest)] |= 1ULL << u;
}

// Gold's nodes in the order of the search.
static void arrange(const uint64_t *gold) {
  uint64_t into[64], chosen = 0;
  int place[64];
  invert(gold, into);
  for (int k = 0; k < n; k++) {
    int first = -1, heaviest = -1;
    for (int v = 0; v < n; v++) {
      if (chosen >> v & 1) continue;
      int weight = (BITS(gold[v] & chosen) + BITS(into[v] & chosen)) * 128 + BITS(gold[v]) + BITS(into[v]);
      if (weight > heaviest) {
        heaviest = weight;
        first = v;
      }
    }
    chosen |= 1ULL << first;
    place[first] = k;
  }
  for (int u = 0; u < n; u++) {
    uint64_t moved = 0;
    for (uint64_t rest = gold[u]; rest != 0; rest &= rest - 1) moved |= 1ULL << place[__builtin_ctzll(rest)];
    gold_out[place[u]] = moved;
  }
}

static int distance(int32_t i) {
  uint64_t gold[64];
  int edges = 0, hits = 0;
  n = nodes[i];
  every = ~from(n);
  fill(gold, n, gold_starts + i, gold_arcs);
  fill(pred_out, n, pred_starts + i, pred_arcs);
  arrange(gold);
  invert(gold_out, gold_in);
  invert(pred_out, pred_in);
  most = 0;
  for (int u = 0; u < n; u++) {
    edges += BITS(gold[u]) + BITS(pred_out[u]);
    hits += BITS(gold[u] & pred_out[u]);
    int degrees[4] = {BITS(gold_out[u]), BITS(gold_in[u]), BITS(pred_out[u]), BITS(pred_in[u])};
    for (int d = 0; d < 4; d++) most = degrees[d] > most ? degrees[d] : most;
    gold_twin[u] = -1;
    twins[u] = 0;
    for (int w = 0; w < u; w++) {
      if (gold_out[w] == gold_out[u] && gold_in[w] == gold_in[u]) gold_twin[u] = w;
      if (pred_out[w] == pred_out[u] && pred_in[w] == pred_in[u]) twins[u] |= 1ULL << w;
    }
  }
  for (int depth = 0; depth <= n; depth++) tally(every & from(depth), gold_out, gold_in, gold_out_counts[depth], gold_in_counts[depth]);
  best = edges - 2 * hits;
  int least = bound(0, 0);
  least += (least ^ edges) & 1;
  if (least < best) expand(0, 0, 0);
  return best;
}

static double work(void) {
  double sum = 0;
  for (int32_t i = 0; i < count; i++) sum += distance(i);
  return sum / count;
}

int main(int argc, char **paths) {
  if (argc != 2) return 2;
  read_graphs(paths[1]);
  return serve(work);
}
