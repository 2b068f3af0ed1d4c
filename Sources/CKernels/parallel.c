#define _GNU_SOURCE
#include "parallel.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// The OpenMP runtime is whichever oneDNN was linked with, so its entry points are looked up. GOMP_parallel is what gcc
// compiles `#pragma omp parallel` to; LLVM's runtime has it too.
static void (*start_team)(void (*body)(void *), void *data, unsigned threads, unsigned flags);
static int (*thread_number)(void);
static int (*team_size)(void);
static int (*next_team_size)(void);
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find_runtime(void) {
  start_team = (void (*)(void (*)(void *), void *, unsigned, unsigned))dlsym(RTLD_DEFAULT, "GOMP_parallel");
  thread_number = (int (*)(void))dlsym(RTLD_DEFAULT, "omp_get_thread_num");
  team_size = (int (*)(void))dlsym(RTLD_DEFAULT, "omp_get_num_threads");
  next_team_size = (int (*)(void))dlsym(RTLD_DEFAULT, "omp_get_max_threads");
  if (!thread_number || !team_size || !next_team_size) start_team = NULL;
}

typedef struct {
  int64_t count;
  ck_body body;
  void *context;
} work;

static void run_share(void *data) {
  const work *all = data;
  int64_t thread = thread_number(), threads = team_size();
  int64_t first = all->count * thread / threads, end = all->count * (thread + 1) / threads;
  if (first < end) all->body(all->context, first, end);
}

int64_t ck_thread_count(void) {
  pthread_once(&once, find_runtime);
  return start_team ? next_team_size() : 1;
}

void ck_parallel(int64_t count, ck_body body, void *context) {
  pthread_once(&once, find_runtime);
  if (!start_team || count < 2) {
    body(context, 0, count);
    return;
  }
  work all = {count, body, context};
  // 0 threads: as many as omp_set_num_threads has set.
  start_team(run_share, &all, 0, 0);
}
