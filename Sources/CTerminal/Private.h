// What the files of this target share. Nothing here is seen by Swift.
#ifndef GLOSS_CTERMINAL_PRIVATE_H
#define GLOSS_CTERMINAL_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

// Writes all of it to the terminal. Safe in a signal handler.
void ctp_write(const char *bytes, size_t count);

// What a terminal can do: -1 it is not in the database, 0 it cannot place its cursor, 1 enough.
int ctp_terminal_ability(const char *term);

// The state of the terminal before the program took it over.
bool ctp_save_settings(void);
void ctp_restore_clear(void);
void ctp_restore_add(const char *sequence);
void ctp_set_active(bool active);
bool ctp_is_active(void);
// Gives the terminal back by the means kept above. Safe in a signal handler; does nothing if it was given back.
void ctp_restore_now(void);
void ctp_install_crash_restore(void);

#endif
