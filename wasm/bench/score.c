// Limit of scoring: one pass over gold and predictions side by side (same order, same writer), states compared as text.
#include "states.h"

static Bytes gold, predictions;
static size_t gold_size, predictions_size;
static Record right, told;

static double score(void) {
  double accuracy = 0, sequential = 0, final = 0, ratio = 0;
  long prefix_sum = 0, items = 0;
  for (Bytes p = gold, q = predictions; p < gold + gold_size && q < predictions + predictions_size; items++) {
    p = read_record(p, &right);
    q = read_record(q, &told);
    if (!same(right.id, told.id)) exit(3);
    int shared = right.count < told.count ? right.count : told.count;
    int longest = right.count > told.count ? right.count : told.count;
    int prefix = 0, hits;
    while (prefix < shared && same(right.states[prefix], told.states[prefix])) prefix++;
    hits = prefix;
    for (int s = prefix + 1; s < shared; s++) hits += same(right.states[s], told.states[s]);
    prefix_sum += prefix;
    accuracy += (double)prefix / longest;
    sequential += prefix == longest;
    final += same(right.states[right.count - 1], told.states[told.count - 1]);
    ratio += (double)hits / longest;
  }
  if (sequential + final + ratio + prefix_sum < 0) exit(3);
  return accuracy / items;
}

int main(int count, char **paths) {
  if (count != 3) return 2;
  gold = read_file(paths[1], &gold_size);
  predictions = read_file(paths[2], &predictions_size);
  return serve(score);
}
