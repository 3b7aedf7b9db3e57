// What the files of this target share. Nothing here is seen by Swift.
#ifndef GLOSS_CTERMINAL_PRIVATE_H
#define GLOSS_CTERMINAL_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

// Writes all of it to the terminal. Safe in a signal handler.
void ctp_write(const char *bytes, size_t count);

// What a terminal can do: -1 it is not in the database, 0 it cannot place its cursor, 1 enough.
int ctp_terminal_ability(const char *term);

// Whether it understands, or is known to overlook, what xterm is told to report pastes and the mouse. Others, such as a
// VT100, may show parts of a sequence that they do not know.
bool ctp_is_like_xterm(const char *term);
bool ctp_takes_clipboard(const char *term);

// The state of the terminal before the program took it over.
bool ctp_save_settings(void);
void ctp_restore_clear(void);
void ctp_restore_add(const char *sequence);
void ctp_set_active(bool active);
bool ctp_is_active(void);
// Gives the terminal back by the means kept above. Safe in a signal handler; does nothing if it was given back.
void ctp_restore_now(void);
void ctp_install_crash_restore(void);

// While another program has the terminal: Ctrl-Z stops us along with it, and its Ctrl-\ does not end us.
void ctp_signals_while_away(bool away);

#endif
