// The least that a program can do which looks at files: opens, reads and closes each, and prints how many bytes there are.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static char buffer[256 * 1024];

int main(int count, char **paths) {
    long long total = 0;
    for (int index = 1; index < count; index++) {
        int file = open(paths[index], O_RDONLY);
        if (file < 0) {
            perror(paths[index]);
            return 2;
        }
        ssize_t size;
        while ((size = read(file, buffer, sizeof buffer)) > 0) total += size;
        close(file);
        if (size < 0) {
            perror(paths[index]);
            return 2;
        }
    }
    printf("%lld bytes\n", total);
    return 0;
}
