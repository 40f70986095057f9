// What `dateline-bench http` compares with and loads with (Linux only): the least a server on epoll
// can do for a request, and a client that costs little itself.
#pragma once

// Listens on a free port of 127.0.0.1, writes the port and a line feed to standard output, and
// answers every request with these octets, unread but for where it ends. Returns on failure only.
int cbench_floor(const char *answer, long count);

// Asks over that many connections, `depth` requests at a time, for that many seconds; counts
// answers by their octets, which must always be as many. Less than 0 on failure.
long cbench_load(int port, int connections, int depth, const char *request, long request_count,
                 long answer_count, double seconds);

// Asks once and reads one answer with a Content-Length; its octets, head included, or less than 0.
long cbench_fetch(int port, const char *request, long request_count, char *answer, long room);

// Keeps this thread, and what it starts from now on, on one core, so that server and client do not
// trade places while they are measured. Does nothing where that core is not there.
void cbench_pin(int core);
