// System calls that Swift's Glibc module does not show: epoll, accept4, timerfd,
// sched_getaffinity (Linux only).
#pragma once
#ifdef __linux__
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
extern int accept4(int, struct sockaddr *, socklen_t *, int);
extern int sched_getaffinity(int, unsigned long, void *);
#endif
