// Limit of reading: predictions to columns of bytes and offsets, nothing validated.
#include "states.h"

static Bytes text;
static size_t size;
static Record record;
static unsigned char *bytes;
static int32_t *states, *lists;

static double read_all(void) {
  int32_t length = 0, state_count = 0, list_count = 0;
  for (Bytes p = text; p < text + size;) {
    p = read_record(p, &record);
    for (int s = 0; s < record.count; s++) {
      memcpy(bytes + length, record.states[s].at, record.states[s].size);
      length += record.states[s].size;
      states[++state_count] = length;
    }
    lists[++list_count] = state_count;
  }
  return list_count;
}

int main(int count, char **paths) {
  if (count != 2) return 2;
  text = read_file(paths[1], &size);
  bytes = malloc(size + 64);
  states = malloc((size / 2 + 1) * 4);
  lists = malloc((size / 16 + 1) * 4);
  return serve(read_all);
}
