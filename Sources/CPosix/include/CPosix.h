// The few system calls that Swift's Glibc module lacks. Knows nothing of studies.
#pragma once

/// Renames `from` to `to` unless `to` is there already: then -1 and errno EEXIST.
int gloss_rename_no_replace(const char *from, const char *to);

/// How many columns the terminal behind a file descriptor has; 0 when it is no terminal or does not say.
int gloss_terminal_columns(int file);
