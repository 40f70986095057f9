#ifdef __linux__
#define _GNU_SOURCE
#include "CBench.h"
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST_AT_ONCE = 64 };

static int send_all(int fd, const char *bytes, long count) {
  while (count > 0) {
    long sent = send(fd, bytes, count, MSG_NOSIGNAL);
    if (sent <= 0) {
      struct pollfd full = {fd, POLLOUT, 0};
      if (poll(&full, 1, 5000) != 1) return -1;
      continue;
    }
    bytes += sent;
    count -= sent;
  }
  return 0;
}

static int serve(int fd, char *input, const char *answers, long count) {
  long got = read(fd, input, 65536);
  if (got <= 0) return -1;
  long requests = 0;
  for (char *end = input; (end = memmem(end, input + got - end, "\r\n\r\n", 4)); end += 4) requests++;
  for (; requests > 0; requests -= MOST_AT_ONCE) {
    long batch = requests < MOST_AT_ONCE ? requests : MOST_AT_ONCE;
    if (send_all(fd, answers, batch * count) < 0) return -1;
  }
  return 0;
}

int cbench_floor(const char *answer, long count) {
  static char input[65536];
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof address;
  int one = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), set = epoll_create1(0);
  char *answers = malloc(MOST_AT_ONCE * count);
  for (int i = 0; i < MOST_AT_ONCE; i++) memcpy(answers + i * count, answer, count);
  setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 1024)) return 1;
  getsockname(listener, (struct sockaddr *)&address, &size);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, ready[256];
  epoll_ctl(set, EPOLL_CTL_ADD, listener, &event);
  for (;;) {
    int n = epoll_wait(set, ready, 256, -1);
    for (int i = 0; i < n; i++) {
      int fd = ready[i].data.fd;
      if (fd != listener) {
        if (serve(fd, input, answers, count) < 0) close(fd);
        continue;
      }
      for (int client; (client = accept4(listener, 0, 0, SOCK_NONBLOCK)) >= 0;) {
        event.data.fd = client;
        epoll_ctl(set, EPOLL_CTL_ADD, client, &event);
      }
    }
  }
}
#endif
