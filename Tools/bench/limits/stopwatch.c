// Runs one program and prints what it took: wall and processor time in nanoseconds, peak memory in KiB, exit status.
//
//     stopwatch OUTPUT PROGRAM ARGUMENT ...
//
// The program's standard output goes to the file OUTPUT. A program of its own, because a child's peak memory is at least
// that of the process which started it: from Python, /bin/true would seem to need 30 MB.
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static long long nanoseconds(struct timeval time) {
    return time.tv_sec * 1000000000LL + time.tv_usec * 1000LL;
}

int main(int count, char **arguments) {
    if (count < 3) {
        fprintf(stderr, "usage: stopwatch OUTPUT PROGRAM ARGUMENT ...\n");
        return 2;
    }
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    int output = open(arguments[1], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (output < 0) {
        perror(arguments[1]);
        return 2;
    }
    posix_spawn_file_actions_adddup2(&files, output, 1);

    pid_t child;
    long long start = now();
    int failure = posix_spawn(&child, arguments[2], &files, NULL, arguments + 2, environ);
    if (failure != 0) {
        fprintf(stderr, "stopwatch: %s does not start: error %d\n", arguments[2], failure);
        return 2;
    }
    int status = 0;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) != child) {
        perror("wait4");
        return 2;
    }
    long long wall = now() - start;
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    printf("%lld %lld %ld %d\n", wall, nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime), usage.ru_maxrss, code);
    return 0;
}
