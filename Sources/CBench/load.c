#ifdef __linux__
#define _GNU_SOURCE
#include "CBench.h"
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

void cbench_pin(int core) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(core, &set);
  sched_setaffinity(0, sizeof set, &set);
}

static int connected(int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int one = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  if (connect(fd, (struct sockaddr *)&address, sizeof address) == 0) return fd;
  close(fd);
  return -1;
}

long cbench_fetch(int port, const char *request, long request_count, char *answer, long room) {
  int fd = connected(port);
  if (fd < 0) return -1;
  long got = 0, whole = room, count = send(fd, request, request_count, MSG_NOSIGNAL);
  while (got < whole && (count = read(fd, answer + got, whole - got)) > 0) {
    got += count;
    char *end = memmem(answer, got, "\r\n\r\n", 4);
    char *length = memmem(answer, got, "Content-Length: ", 16);
    if (end && length && whole == room) whole = end + 4 - answer + atol(length + 16);
  }
  close(fd);
  return got == whole ? got : -1;
}

long cbench_load(int port, int connections, int depth, const char *request, long request_count,
                 long answer_count, double seconds) {
  static char input[262144];
  struct epoll_event event = {.events = EPOLLIN}, ready[256];
  int set = epoll_create1(0), failed = 0;
  int *descriptors = malloc(connections * sizeof *descriptors);
  long *missing = malloc(connections * sizeof *missing), received = 0;
  char *batch = malloc(depth * request_count);
  for (int i = 0; i < depth; i++) memcpy(batch + i * request_count, request, request_count);
  for (int i = 0; i < connections; i++) {
    int fd = descriptors[i] = connected(port);
    event.data.u32 = i;
    missing[i] = depth * answer_count;
    failed |= epoll_ctl(set, EPOLL_CTL_ADD, fd, &event)
              || send(fd, batch, depth * request_count, MSG_NOSIGNAL) < 0;
  }
  for (double end = now() + seconds; !failed && now() < end;) {
    int n = epoll_wait(set, ready, 256, 1000);
    failed |= n <= 0;
    for (int i = 0; i < n && !failed; i++) {
      int k = ready[i].data.u32;
      long got = read(descriptors[k], input, sizeof input);
      failed |= got <= 0 || got > missing[k];
      received += got;
      if ((missing[k] -= got) > 0) continue;
      missing[k] = depth * answer_count;
      failed |= send(descriptors[k], batch, depth * request_count, MSG_NOSIGNAL) < 0;
    }
  }
  for (int i = 0; i < connections; i++) close(descriptors[i]);
  close(set);
  free(descriptors), free(missing), free(batch);
  return failed ? -1 : received / answer_count;
}
#endif
