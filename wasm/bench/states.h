// States of one JSONL record as spans of its text, without building anything. Trusts the text to be JSON.
#include "bench.h"

typedef struct {
  Bytes at;
  int size;
} Span;

#define MOST_STATES 4096

typedef struct {
  Span id;
  Span states[MOST_STATES];  // the final one last
  int count;
} Record;

// First quote that no backslash hides.
static Bytes string_end(Bytes p) {
  const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\');
  for (;;) {
    __m128i block = _mm_loadu_si128((const __m128i *)p);
    int found = _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, backslash)));
    if (found == 0) {
      p += 16;
      continue;
    }
    p += __builtin_ctz(found);
    if (*p == '"') return p;
    p += 2;
  }
}

static Bytes skip_space(Bytes p) {
  while (*p == ' ' || *p == ',' || *p == ':' || *p == '\r' || *p == '\t') p++;
  return p;
}

static Bytes value_end(Bytes p) {
  if (*p == '"') return string_end(p + 1) + 1;
  if (*p != '[' && *p != '{') {
    while (*p != ',' && *p != ']' && *p != '}' && *p != '\n' && *p != 0) p++;
    return p;
  }
  int open = 0;
  for (;;) {
    switch (*p) {
      case '"':
        p = string_end(p + 1);
        break;
      case '[':
      case '{':
        open++;
        break;
      case ']':
      case '}':
        if (--open == 0) return p + 1;
        break;
    }
    p++;
  }
}

static int is(Span key, const char *name) {
  return key.size == (int)strlen(name) && memcmp(key.at, name, key.size) == 0;
}

// Reads the object at p; `label` and `prediction` are entered, everything else but states and id is passed over.
static Bytes read_object(Bytes p, Record *record, Span *final) {
  p = skip_space(p) + 1;
  for (p = skip_space(p); *p != '}'; p = skip_space(p)) {
    Span key = {p + 1, 0};
    p = string_end(p + 1);
    key.size = (int)(p - key.at);
    p = skip_space(p + 1);
    if (is(key, "label") || is(key, "prediction")) {
      p = read_object(p, record, final);
    } else if (is(key, "intermediate")) {
      for (p = skip_space(p + 1); *p != ']'; p = skip_space(p)) {
        Bytes end = value_end(p);
        record->states[record->count++] = (Span){p, (int)(end - p)};
        p = end;
      }
      p++;
    } else {
      Bytes end = value_end(p);
      if (is(key, "final")) *final = (Span){p, (int)(end - p)};
      if (is(key, "problem_name") || is(key, "id")) record->id = (Span){p, (int)(end - p)};
      p = end;
    }
  }
  return p + 1;
}

// Reads one line; gives the start of the next.
static Bytes read_record(Bytes p, Record *record) {
  Span final = {p, 0};
  record->count = 0;
  p = read_object(p, record, &final);
  record->states[record->count++] = final;
  while (*p == '\n' || *p == '\r') p++;
  return p;
}

static int same(Span a, Span b) { return a.size == b.size && memcmp(a.at, b.at, a.size) == 0; }
