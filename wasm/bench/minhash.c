// Limit of near-duplicates: the algorithm of mining/minhash, on texts that lie in memory one line each. Reads the coefficients of the
// permutations, then the lines.
#include <smmintrin.h>

#include "bench.h"

enum { BANDS = 16, PERMUTATIONS = 64, WINDOW = 5, LARGEST = 1 << 16 };
static const double LEAST = 0.8;
static const uint32_t NONE = 0xffffffff, FACTOR = 0x9e3779b1;

static const uint32_t *coefficients;
static Bytes text;
static size_t size;
static uint32_t count, *starts, *sketches, slots;
static uint64_t *table;
static unsigned char *marks, plain[LARGEST * 16];
static uint32_t own[LARGEST * 8];

static inline uint32_t mixed(uint32_t hash, uint32_t bits) {
  uint32_t next = (hash ^ bits) * 0x85ebca6bu;
  return next ^ (next >> 15);
}

static inline uint32_t word_hash(Bytes at, uint32_t length) {
  uint32_t hash = 0;
  uint64_t bytes;
  for (; length > 8; length -= 8, at += 8) {
    memcpy(&bytes, at, 8);
    hash = mixed(mixed(hash, (uint32_t)bytes), (uint32_t)(bytes >> 32));
  }
  memcpy(&bytes, at, 8);
  int beyond = (8 - (int)length) * 8;
  bytes = (bytes << beyond) >> beyond;
  return mixed(mixed(hash, (uint32_t)bytes), (uint32_t)(bytes >> 32));
}

static inline __m128i below(__m128i x, char first, char many) {
  __m128i off = _mm_sub_epi8(x, _mm_set1_epi8(first));
  return _mm_cmpeq_epi8(_mm_min_epu8(off, _mm_set1_epi8(many - 1)), off);
}

static uint32_t shingles_of(Bytes from, uint32_t length, uint32_t *out) {
  const uint32_t leaving = FACTOR * FACTOR * FACTOR * FACTOR * FACTOR;
  uint32_t w[WINDOW] = {0}, sum = 0, words = 0, made = 0, start = 0, inside = 0, open = 0;
  for (uint32_t block = 0; block <= length; block += 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(from + block));
    __m128i small = _mm_or_si128(bytes, _mm_and_si128(below(bytes, 'A', 26), _mm_set1_epi8(32)));
    _mm_storeu_si128((__m128i *)(plain + block), small);
    uint32_t word = (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(below(small, 'a', 26), below(bytes, '0', 10)), bytes));
    if (length - block < 16) word &= (1u << (length - block)) - 1;
    uint32_t edges = (word ^ ((word << 1) | inside)) & 0xffff;
    inside = word >> 15;
    for (; edges != 0; edges &= edges - 1) {
      uint32_t edge = block + (uint32_t)__builtin_ctz(edges);
      open = !open;
      if (open) {
        start = edge;
        continue;
      }
      uint32_t hash = word_hash(plain + start, edge - start);
      sum = sum * FACTOR + hash - w[0] * leaving;
      w[0] = w[1], w[1] = w[2], w[2] = w[3], w[3] = w[4], w[4] = hash;
      if (++words >= WINDOW) out[made++] = mixed(sum >> 16, sum);
    }
  }
  if (words > 0 && words < WINDOW) out[made++] = mixed(sum >> 16, sum);
  return made;
}

static inline uint32_t key(__m128i smallest) {
  uint32_t v[4];
  _mm_storeu_si128((__m128i *)v, smallest);
  return mixed(mixed(mixed(mixed(0, v[0]), v[1]), v[2]), v[3]);
}

static void sketch(const uint32_t *shingles, uint32_t made, uint32_t *keys) {
  for (int p = 0; p < PERMUTATIONS; p += 16) {
    __m128i smallest[4];
    for (int k = 0; k < 4; k++) smallest[k] = _mm_set1_epi32(-1);
    for (uint32_t s = 0; s < made; s++) {
      __m128i x = _mm_set1_epi32((int)shingles[s]);
      for (int k = 0; k < 4; k++) {
        __m128i by = _mm_loadu_si128((const __m128i *)(coefficients + p + 4 * k));
        __m128i plus = _mm_loadu_si128((const __m128i *)(coefficients + PERMUTATIONS + p + 4 * k));
        smallest[k] = _mm_min_epu32(smallest[k], _mm_add_epi32(_mm_mullo_epi32(x, by), plus));
      }
    }
    for (int k = 0; k < 4; k++) keys[p / 4 + k] = key(smallest[k]);
  }
}

static uint32_t length_of(uint32_t i) { return starts[i + 1] - starts[i] - 1; }

static void mark_suspects(void) {
  for (int band = 0; band < BANDS; band++) {
    memset(table, 255, sizeof(uint64_t) * slots);
    for (uint32_t i = 0; i < count; i++) {
      uint32_t k = sketches[(size_t)i * BANDS + band], slot = k & (slots - 1);
      while ((uint32_t)table[slot] != NONE && table[slot] >> 32 != k) slot = (slot + 1) & (slots - 1);
      if ((uint32_t)table[slot] == NONE) table[slot] = (uint64_t)k << 32 | i;
      else marks[(uint32_t)table[slot]] = marks[i] = 1;
    }
  }
}

static uint64_t seen_shingles[LARGEST];
static inline uint32_t shingle_slot(uint32_t shingle, uint32_t stamp) {
  uint32_t slot = shingle & (LARGEST - 1);
  while ((uint32_t)seen_shingles[slot] == stamp && seen_shingles[slot] >> 32 != shingle) slot = (slot + 1) & (LARGEST - 1);
  return slot;
}

static uint32_t *lists, *sizes, *heads, *chains, *seen, *all_shingles;
static size_t room;

static int alike(uint32_t other, uint32_t i) {
  uint32_t a = sizes[other], b = sizes[i], both = 0;
  if ((double)(a < b ? a : b) / (a < b ? b : a) < LEAST) return 0;
  for (uint32_t s = 0; s < a; s++) both += (uint32_t)seen_shingles[shingle_slot(all_shingles[lists[other] + s], i)] == i;
  return (double)both / (a + b - both) >= LEAST;
}

static int has_twin(uint32_t i, uint32_t buckets) {
  const uint32_t *keys = sketches + (size_t)i * BANDS;
  for (uint32_t band = 0; band < BANDS; band++)
    for (uint32_t link = heads[mixed(band, keys[band]) & (buckets - 1)]; link != NONE; link = chains[link]) {
      uint32_t other = link / BANDS;
      if (link % BANDS != band || sketches[link] != keys[band] || seen[other] == i) continue;
      seen[other] = i;
      if (alike(other, i)) return 1;
    }
  return 0;
}

static double work(void) {
  memset(marks, 0, count);
  for (uint32_t i = 0; i < count; i++) sketch(own, shingles_of(text + starts[i], length_of(i), own), sketches + (size_t)i * BANDS);
  mark_suspects();
  uint32_t buckets = slots, twins = 0;
  memset(heads, 255, sizeof(uint32_t) * buckets);
  memset(seen, 255, sizeof(uint32_t) * count);
  memset(seen_shingles, 255, sizeof seen_shingles);
  size_t top = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (!marks[i]) continue;
    uint32_t made = shingles_of(text + starts[i], length_of(i), own), kept = 0;
    if (top + made > room) exit(2);
    lists[i] = (uint32_t)top;
    for (uint32_t s = 0; s < made; s++) {
      uint32_t slot = shingle_slot(own[s], i);
      if ((uint32_t)seen_shingles[slot] == i) continue;
      seen_shingles[slot] = (uint64_t)own[s] << 32 | i;
      all_shingles[top + kept++] = own[s];
    }
    sizes[i] = kept;
    if (has_twin(i, buckets)) {
      twins++;
      continue;
    }
    top += kept;
    for (uint32_t link = i * BANDS; link < (i + 1) * BANDS; link++) {
      uint32_t *head = heads + (mixed(link % BANDS, sketches[link]) & (buckets - 1));
      chains[link] = *head;
      *head = link;
    }
  }
  return twins;
}

int main(int argc, char **paths) {
  if (argc != 2) return 2;
  coefficients = (const uint32_t *)read_file(paths[1], &size);
  text = (Bytes)(coefficients + 2 * PERMUTATIONS);
  size -= sizeof(uint32_t) * 2 * PERMUTATIONS;
  for (size_t at = 0; at < size; at++) count += text[at] == '\n';
  starts = malloc(sizeof(uint32_t) * (count + 1ul));
  starts[0] = 0;
  for (size_t at = 0, i = 0; at < size; at++)
    if (text[at] == '\n') starts[++i] = (uint32_t)at + 1;
  for (slots = 1; slots < 2 * count;) slots *= 2;
  for (uint32_t i = 0; i < count; i++)
    if (length_of(i) > LARGEST) return 2;
  table = malloc(sizeof(uint64_t) * slots);
  marks = malloc(count);
  sketches = malloc(sizeof(uint32_t) * BANDS * count);
  lists = malloc(sizeof(uint32_t) * count), sizes = malloc(sizeof(uint32_t) * count), seen = malloc(sizeof(uint32_t) * count);
  heads = malloc(sizeof(uint32_t) * slots), chains = malloc(sizeof(uint32_t) * BANDS * count);
  room = size / 2;
  all_shingles = malloc(sizeof(uint32_t) * room);
  return serve(work);
}
