// System calls that Swift's Glibc module does not show: epoll, accept4, timerfd,
// sched_getaffinity (Linux only).
#pragma once
#ifdef __linux__
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
// Enumerations in Glibc, macros in Musl: here of one type.
static const unsigned clinux_epollin = EPOLLIN, clinux_epollout = EPOLLOUT;
static const unsigned clinux_epollerr = EPOLLERR, clinux_epollhup = EPOLLHUP;
static const int clinux_sock_stream = SOCK_STREAM, clinux_sock_nonblock = SOCK_NONBLOCK;
static const int clinux_sock_cloexec = SOCK_CLOEXEC;
extern int accept4(int, struct sockaddr *, socklen_t *, int);
extern int sched_getaffinity(int, unsigned long, void *);
#endif
