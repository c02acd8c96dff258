// What reading YAML costs and nothing else: libyaml's events of one file, each dropped as it comes.
//
// Prints the number of events, and the milliseconds that they took without reading the file.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <yaml.h>

static double milliseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

int main(int count, char **arguments) {
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (file == NULL) {
        fprintf(stderr, "usage: yaml_events FILE.yaml\n");
        return 2;
    }
    fseek(file, 0, SEEK_END);
    size_t size = ftell(file);
    rewind(file);
    unsigned char *text = malloc(size + 1);
    if (text == NULL || fread(text, 1, size, file) != size) return 2;
    fclose(file);

    double start = milliseconds();
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, text, size);
    long events = 0;
    for (int is_done = 0; !is_done; events++) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            fprintf(stderr, "yaml_events: %s\n", parser.problem);
            return 1;
        }
        is_done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    printf("%ld events\nown %.3f ms\n", events, milliseconds() - start);
    free(text);
    return 0;
}
