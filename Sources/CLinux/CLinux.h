// System calls that Swift's Glibc module does not show: epoll and accept4 (Linux only).
#pragma once
#ifdef __linux__
#include <sys/epoll.h>
#include <sys/socket.h>
extern int accept4(int, struct sockaddr *, socklen_t *, int);
#endif
