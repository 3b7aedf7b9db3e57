// Starting programs under test, with and without a terminal. Safe to call from several threads at a time.
#ifndef GLOSS_CPSEUDOTERMINAL_H
#define GLOSS_CPSEUDOTERMINAL_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

// Starts a program on a new pseudo-terminal of a size and answers the controlling descriptor, or -1. `directory` may be
// NULL. The program inherits no other descriptor, no blocked and no ignored signal; it exits with 127 if it cannot start.
int32_t cpt_start_on_terminal(const char *const *argv, const char *const *envp, const char *directory, int32_t rows,
                              int32_t columns, pid_t *pid);
// Starts a program with three descriptors of the caller as its standard input, output and error; 0, or -1.
int32_t cpt_start(const char *const *argv, const char *const *envp, const char *directory, const int32_t descriptors[3],
                  pid_t *pid);
int32_t cpt_resize(int32_t terminal, int32_t rows, int32_t columns);
// Whether the terminal gathers lines and echoes, as a shell leaves it.
bool cpt_is_cooked(int32_t terminal);
// The exit code, or 256 and the number of the signal; -1 while the program runs.
int32_t cpt_status(pid_t pid);

#endif
