/*
 * The cascade as a worklist over flat arrays, as C has it: what the product's own is measured against. Restricted
 * parties come off the list one by one; each adds its share to the sums of those it holds, and whoever reaches the
 * threshold goes onto the list. Lower bounds, one day. Each tie of a restricted party is seen once.
 *
 * Arguments: folder with the arrays, parties, day, threshold in hundredths of a percent (inclusive).
 * Then one answer for each line of standard input: a number runs the cascade so often and answers with nanoseconds of
 * processor time a run and how many parties are restricted; "members PATH" writes one byte a party.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct graph {
  int32_t parties, ties, seeds, day, threshold;
  int32_t *start, *owned, *from, *to, *share, *seed;
  uint8_t *counts;
};

struct state {
  int32_t *sum, *list;
  uint8_t *member;
};

static void fail(const char *what, const char *name) {
  fprintf(stderr, "%s %s\n", what, name);
  exit(1);
}

static void *need(size_t bytes) {
  void *memory = calloc(bytes > 0 ? bytes : 1, 1);
  if (memory == NULL) fail("no memory for", "the arrays");
  return memory;
}

static void *read_array(const char *folder, const char *name, size_t width, int32_t *length) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (file == NULL) fail("cannot read", path);
  fseek(file, 0, SEEK_END);
  long bytes = ftell(file);
  rewind(file);
  void *array = need((size_t)bytes);
  if (fread(array, 1, (size_t)bytes, file) != (size_t)bytes) fail("cannot read all of", path);
  fclose(file);
  *length = (int32_t)((size_t)bytes / width);
  return array;
}

static int32_t *by_owner(const int32_t *values, const int32_t *place, int32_t ties) {
  int32_t *sorted = need((size_t)ties * sizeof *sorted);
  for (int32_t tie = 0; tie < ties; tie++) sorted[place[tie]] = values[tie];
  return sorted;
}

static void sort_ties(struct graph *graph, const int32_t *owner) {
  int32_t *place = need((size_t)graph->ties * sizeof *place);
  graph->start = need(((size_t)graph->parties + 1) * sizeof *graph->start);
  for (int32_t tie = 0; tie < graph->ties; tie++) graph->start[owner[tie] + 1]++;
  for (int32_t party = 0; party < graph->parties; party++) graph->start[party + 1] += graph->start[party];
  int32_t *next = need((size_t)graph->parties * sizeof *next);
  memcpy(next, graph->start, (size_t)graph->parties * sizeof *next);
  for (int32_t tie = 0; tie < graph->ties; tie++) place[tie] = next[owner[tie]]++;
  graph->owned = by_owner(graph->owned, place, graph->ties);
  graph->from = by_owner(graph->from, place, graph->ties);
  graph->to = by_owner(graph->to, place, graph->ties);
  graph->share = by_owner(graph->share, place, graph->ties);
  uint8_t *counts = need((size_t)graph->ties);
  for (int32_t tie = 0; tie < graph->ties; tie++) counts[place[tie]] = graph->counts[tie];
  graph->counts = counts;
  free(next);
  free(place);
}

static struct graph read_graph(char **arguments) {
  struct graph graph = {.parties = atoi(arguments[2]), .day = atoi(arguments[3]), .threshold = atoi(arguments[4])};
  const char *folder = arguments[1];
  int32_t *owner = read_array(folder, "owner", sizeof *owner, &graph.ties);
  graph.owned = read_array(folder, "owned", sizeof *graph.owned, &graph.ties);
  graph.from = read_array(folder, "from", sizeof *graph.from, &graph.ties);
  graph.to = read_array(folder, "to", sizeof *graph.to, &graph.ties);
  graph.share = read_array(folder, "share", sizeof *graph.share, &graph.ties);
  graph.counts = read_array(folder, "counts", sizeof *graph.counts, &graph.ties);
  graph.seed = read_array(folder, "seeds", sizeof *graph.seed, &graph.seeds);
  sort_ties(&graph, owner);
  free(owner);
  return graph;
}

static int32_t cascade(const struct graph *graph, struct state *state) {
  int32_t end = graph->seeds;
  memset(state->sum, 0, (size_t)graph->parties * sizeof *state->sum);
  memset(state->member, 0, (size_t)graph->parties);
  for (int32_t at = 0; at < end; at++) {
    state->list[at] = graph->seed[at];
    state->member[graph->seed[at]] = 1;
  }
  for (int32_t at = 0; at < end; at++) {
    int32_t party = state->list[at];
    for (int32_t tie = graph->start[party]; tie < graph->start[party + 1]; tie++) {
      if (!graph->counts[tie] || graph->from[tie] > graph->day || graph->to[tie] <= graph->day) continue;
      int32_t owned = graph->owned[tie];
      if (state->member[owned]) continue;
      state->sum[owned] += graph->share[tie];
      if (state->sum[owned] < graph->threshold) continue;
      state->member[owned] = 1;
      state->list[end++] = owned;
    }
  }
  return end;
}

static void write_members(const struct graph *graph, const struct state *state, const char *path) {
  FILE *file = fopen(path, "wb");
  if (file == NULL || fwrite(state->member, 1, (size_t)graph->parties, file) != (size_t)graph->parties)
    fail("cannot write", path);
  fclose(file);
}

static int64_t processor_time(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int main(int count, char **arguments) {
  if (count != 5) fail("usage: cascade FOLDER PARTIES DAY THRESHOLD, not", arguments[0]);
  struct graph graph = read_graph(arguments);
  size_t parties = (size_t)graph.parties;
  struct state state = {need(parties * sizeof(int32_t)), need(parties * sizeof(int32_t)), need(parties)};
  char line[4096];
  printf("ready\n");
  fflush(stdout);
  while (fgets(line, sizeof line, stdin) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    if (strncmp(line, "members ", 8) == 0) {
      write_members(&graph, &state, line + 8);
      printf("written\n");
    } else {
      int32_t found = 0, times = atoi(line) > 0 ? atoi(line) : 1;
      int64_t before = processor_time();
      for (int32_t run = 0; run < times; run++) found = cascade(&graph, &state);
      printf("%lld %d\n", (long long)((processor_time() - before) / times), found);
    }
    fflush(stdout);
  }
  return 0;
}
