// Limit of the segments kernel: frames to the five figures of MS-TCN, for videos of up to 64 runs in gold. Frames are right where runs of
// one label overlap. Reads int32 offsets of
// videos (one more than there are) behind their number, then the bytes of gold and of predictions; label 0 is background.
#include "bench.h"

enum { MOST = 64 };

static int32_t videos;
static const int32_t *starts;
static Bytes gold_frames, pred_frames;

static int32_t run_end(Bytes frames, int32_t i, int32_t n) {
  unsigned char label = frames[i++];
  __m128i same = _mm_set1_epi8((char)label);
  for (; i + 64 <= n; i += 64) {
    const __m128i *at = (const __m128i *)(frames + i);
    __m128i one = _mm_and_si128(_mm_cmpeq_epi8(_mm_loadu_si128(at), same), _mm_cmpeq_epi8(_mm_loadu_si128(at + 1), same));
    __m128i other = _mm_and_si128(_mm_cmpeq_epi8(_mm_loadu_si128(at + 2), same), _mm_cmpeq_epi8(_mm_loadu_si128(at + 3), same));
    if (_mm_movemask_epi8(_mm_and_si128(one, other)) != 0xffff) break;
  }
  for (; i + 16 <= n; i += 16) {
    int other = _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(frames + i)), same)) ^ 0xffff;
    if (other != 0) return i + __builtin_ctz(other);
  }
  while (i < n && frames[i] == label) i++;
  return i;
}

static double f1(double hits, double predicted, double gold) {
  double precision = hits / predicted, recall = hits / gold;
  return 2 * (precision * recall) / (precision + recall);
}

static double work(void) {
  static int32_t labels[MOST], begin[MOST], end[MOST], hit[MOST];
  static uint64_t vectors[256];
  double right = 0, edit = 0, told = 0, wanted = 0, hits[3] = {0};
  for (int32_t v = 0; v < videos; v++) {
    Bytes gold = gold_frames + starts[v], pred = pred_frames + starts[v];
    int32_t n = starts[v + 1] - starts[v], runs = 0, count = 0, same = 0;
    for (int32_t i = 0; i < n; runs++) {
      if (runs == MOST) return -1;
      labels[runs] = gold[i];
      begin[runs] = i;
      end[runs] = run_end(gold, i, n);
      hit[runs] = 0;
      if (gold[i] != 0) vectors[gold[i]] |= 1ULL << count++;
      i = end[runs];
    }
    uint64_t up = ~0ULL, down = 0;
    int32_t distance = count, predicted = 0, from = 0;
    for (int32_t i = 0; i < n;) {
      int32_t stop = run_end(pred, i, n), label = pred[i];
      if (label != 0) {
        predicted++;
        uint64_t equal = vectors[label], diagonal = (((equal & up) + up) ^ up) | equal | down;
        uint64_t across = down | ~(diagonal | up), back = diagonal & up;
        distance += (int32_t)(across >> (count - 1) & 1) - (int32_t)(back >> (count - 1) & 1);
        across = across << 1 | 1;
        up = back << 1 | ~(diagonal | across);
        down = across & diagonal;
      }
      while (from < runs && end[from] <= i) from++;
      double best = 0;
      int32_t own = 0;
      for (int32_t s = from; s < runs && begin[s] < stop; s++) {
        if (labels[s] != label) continue;
        int32_t common = (stop < end[s] ? stop : end[s]) - (i > begin[s] ? i : begin[s]);
        double overlap = (double)common / ((stop > end[s] ? stop : end[s]) - (i < begin[s] ? i : begin[s]));
        same += common;
        if (overlap > best) {
          best = overlap;
          own = s;
        }
      }
      if (label != 0 && best >= .1) {
        int32_t fresh = (best >= .5 ? 7 : best >= .25 ? 3 : 1) & ~hit[own];
        for (int t = 0; t < 3; t++) hits[t] += fresh >> t & 1;
        hit[own] |= fresh;
      }
      i = stop;
    }
    for (int32_t s = 0; s < runs; s++) vectors[labels[s]] = 0;
    right += same;
    edit += 1 - (double)distance / (count > predicted ? count : predicted);
    told += predicted;
    wanted += count;
  }
  double sum = right / starts[videos] + edit / videos;
  for (int t = 0; t < 3; t++) sum += f1(hits[t], told, wanted);
  return sum / 5;
}

int main(int argc, char **paths) {
  if (argc != 2) return 2;
  size_t size;
  Bytes file = read_file(paths[1], &size);
  videos = *(const int32_t *)file;
  starts = (const int32_t *)file + 1;
  gold_frames = (Bytes)(starts + videos + 1);
  pred_frames = gold_frames + starts[videos];
  return serve(work);
}
