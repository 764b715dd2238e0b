// Limit of caption metrics from text: words by number, BLEU-4, ROUGE-L and CIDEr-D of pairs of at most 64 words a side, which are bits
// of a word. Reads one pair a line, a tab between reference and caption, a space between words.
#include "bench.h"
#include <math.h>

enum { MOST_PAIRS = 1 << 15, MOST_WORDS = 1 << 20, SLOT_BITS = 20, SLOTS = 1 << SLOT_BITS };

static Bytes text;
static size_t size;
static int pairs;
static uint16_t words[MOST_WORDS];
static uint32_t starts[2 * MOST_PAIRS + 1];

// A table of words: where each begins, its length, its number.
static uint32_t word_start[65536], word_length[65536];
static uint16_t word_number[65536];

static void read_words(void) {
  memset(word_length, 0, sizeof word_length);
  uint32_t numbers = 0, count = 0, sides = 0;
  size_t i = 0;
  starts[0] = 0;
  while (i < size) {
    for (;;) {
      size_t start = i;
      uint32_t hash = 2166136261u;
      while (text[i] > ' ') hash = (hash ^ text[i++]) * 16777619u;
      uint32_t length = i - start;
      if (length > 0) {
        hash ^= hash >> 15;
        uint32_t slot = hash & 65535;
        while (word_length[slot] && (word_length[slot] != length || memcmp(text + word_start[slot], text + start, length))) slot = (slot + 1) & 65535;
        if (!word_length[slot]) {
          word_length[slot] = length;
          word_start[slot] = start;
          word_number[slot] = numbers++;
        }
        words[count++] = word_number[slot];
      }
      if (text[i] != ' ') break;
      i++;
    }
    i++;
    starts[++sides] = count;
  }
  pairs = sides / 2;
}

static uint64_t places[65536], own_places[65536];

static double bleu_and_rouge(void) {
  double hits[4] = {0}, all[4] = {0}, right = 0, told = 0, rouge = 0;
  for (int p = 0; p < pairs; p++) {
    const uint16_t *r = words + starts[2 * p], *h = words + starts[2 * p + 1];
    int m = starts[2 * p + 1] - starts[2 * p], n = starts[2 * p + 2] - starts[2 * p + 1];
    right += m;
    told += n;
    for (int i = 0; i < m; i++) places[r[i]] |= 1ull << i;
    uint64_t match[70], used[4] = {0}, column = ~0ull;
    for (int i = 0; i < n; i++) match[i] = places[h[i]];
    match[n] = match[n + 1] = match[n + 2] = 0;
    for (int i = 0; i < n; i++) {
      uint64_t run = ~0ull;
      for (int k = 0; k < 4; k++) {
        run &= match[i + k] >> k;
        uint64_t free = run & ~used[k];
        hits[k] += free != 0;
        used[k] |= free & -free;
      }
      uint64_t u = column & match[i];
      column = (column + u) | (column - u);
    }
    for (int k = 0; k < 4; k++) all[k] += n > k ? n - k : 0;
    int common = __builtin_popcountll(~column & (m == 64 ? ~0ull : (1ull << m) - 1));
    double precision = (double)common / n, recall = (double)common / m;
    if (common) rouge += 2.44 * precision * recall / (recall + 1.44 * precision);
    for (int i = 0; i < m; i++) places[r[i]] = 0;
  }
  double product = 1;
  for (int k = 0; k < 4; k++) product *= hits[k] / all[k];
  return pow(product, .25) * (told < right ? exp(1 - right / told) : 1) + rouge / pairs;
}

static uint64_t keys[SLOTS];
static uint32_t having[SLOTS], last[SLOTS];
static double logs[MOST_PAIRS + 1];

static uint32_t slot_of(uint64_t key) {
  uint32_t slot = (key * 0x9E3779B97F4A7C15ull) >> (64 - SLOT_BITS);
  while (keys[slot] && keys[slot] != key) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

static uint64_t key_of(const uint16_t *run, int n) {
  uint64_t key = 0;
  for (int i = 0; i < n; i++) key |= (uint64_t)(run[i] + 1) << (16 * i);
  return key;
}

static double cider(void) {
  memset(keys, 0, sizeof keys);
  memset(having, 0, sizeof having);
  memset(last, 0, sizeof last);
  for (int i = 1; i <= pairs; i++) logs[i] = log(i);
  for (int p = 0; p < pairs; p++) {
    const uint16_t *r = words + starts[2 * p];
    int m = starts[2 * p + 1] - starts[2 * p];
    for (int n = 1; n <= 4; n++) {
      for (int i = 0; i + n <= m; i++) {
        uint64_t key = key_of(r + i, n);
        uint32_t slot = slot_of(key);
        keys[slot] = key;
        if (last[slot] != (uint32_t)p + 1) {
          last[slot] = p + 1;
          having[slot]++;
        }
      }
    }
  }
  double total = 0;
  for (int p = 0; p < pairs; p++) {
    const uint16_t *r = words + starts[2 * p], *h = words + starts[2 * p + 1];
    int m = starts[2 * p + 1] - starts[2 * p], n = starts[2 * p + 2] - starts[2 * p + 1];
    for (int i = 0; i < m; i++) places[r[i]] |= 1ull << i;
    for (int i = 0; i < n; i++) own_places[h[i]] |= 1ull << i;
    uint64_t in_reference[72], in_caption[72], of_reference[72], a[72], b[72], c[72];
    for (int i = 0; i < n; i++) in_reference[i] = places[h[i]], in_caption[i] = own_places[h[i]];
    for (int i = 0; i < m; i++) of_reference[i] = places[r[i]];
    for (int z = 0; z < 4; z++) in_reference[n + z] = in_caption[n + z] = of_reference[m + z] = 0;
    memcpy(a, in_reference, 8 * n);
    memcpy(b, in_caption, 8 * n);
    memcpy(c, of_reference, 8 * m);
    double apart = n - m, sum = 0;
    for (int g = 1; g <= 4; g++) {
      double product = 0, own = 0, wanted = 0;
      if (g > 1) {
        for (int i = 0; i < n; i++) a[i] &= in_reference[i + g - 1] >> (g - 1), b[i] &= in_caption[i + g - 1] >> (g - 1);
        for (int i = 0; i < m; i++) c[i] &= of_reference[i + g - 1] >> (g - 1);
      }
      for (int i = 0; i + g <= n; i++) {
        if (b[i] & ((1ull << i) - 1)) continue;
        uint32_t slot = slot_of(key_of(h + i, g));
        double weight = logs[pairs] - logs[keys[slot] && having[slot] ? having[slot] : 1];
        double x = __builtin_popcountll(b[i]) * weight, y = __builtin_popcountll(a[i]) * weight;
        own += x * x;
        product += (x < y ? x : y) * y;
      }
      for (int i = 0; i + g <= m; i++) {
        if (c[i] & ((1ull << i) - 1)) continue;
        double y = __builtin_popcountll(c[i]) * (logs[pairs] - logs[having[slot_of(key_of(r + i, g))]]);
        wanted += y * y;
      }
      if (own > 0 && wanted > 0) sum += product / (sqrt(own) * sqrt(wanted));
    }
    total += sum * exp(-apart * apart / 72) / 4 * 10;
    for (int i = 0; i < m; i++) places[r[i]] = 0;
    for (int i = 0; i < n; i++) own_places[h[i]] = 0;
  }
  return total / pairs;
}

static double work(void) {
  read_words();
  return bleu_and_rouge() + cider();
}

int main(int count, char **paths) {
  if (count != 2) return 2;
  text = read_file(paths[1], &size);
  return serve(work);
}
