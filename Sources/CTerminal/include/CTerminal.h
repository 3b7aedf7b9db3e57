// The terminal in plain C types. No type or macro of ncurses leaks out: Swift would see a narrow and unsafe half of them.
// Output only: the bytes of keys are read and understood in Swift (Screen/Keys/KeyDecoder.swift).
#ifndef GLOSS_CTERMINAL_H
#define GLOSS_CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What ct_start answers.
enum {
    CT_STARTED = 0,
    CT_STARTED_AS_XTERM = 1,  // TERM is not in the database but known to be like xterm; drawing as for xterm-256color
    CT_NO_TERMINAL = 2,       // standard input or output is no terminal
    CT_NO_TERM = 3,           // TERM is not set
    CT_TOO_SIMPLE = 4,        // the terminal cannot place its cursor
    CT_UNKNOWN = 5,           // TERM is not in the database
    CT_FAILED = 6,
};

// Attribute bits, in the order of Style.Attributes.
enum { CT_BOLD = 1, CT_DIM = 2, CT_ITALIC = 4, CT_UNDERLINE = 8, CT_REVERSE = 16 };

typedef struct ct_options {
    bool colours;  // false: no colour is ever sent
    bool mouse;    // report presses, drags, releases and the wheel
} ct_options;

// Makes characters outside ASCII drawable whatever the locale is, and finds out whether they should be. Called by ct_start.
void ct_locale(void);
// Whether the locale that the user asked for has UTF-8, so that characters outside ASCII are understood.
bool ct_is_utf8(void);
// Takes the terminal over: raw keys, alternate screen, bracketed paste, mouse; and has it given back in a crash.
int ct_start(ct_options options);
// Gives the terminal back. Harmless if it was given back before.
void ct_stop(void);
// Gives the terminal back for a while (for an editor, for Ctrl-Z), and takes it over again with a full redraw.
void ct_suspend(void);
void ct_resume(void);
// Takes the terminal over again after the process was stopped from outside without a chance to give it back.
void ct_retake(void);
// Stops the process and its group as Ctrl-Z does, with the default action of SIGTSTP; returns when it goes on.
void ct_stop_process(void);

// Has the mouse reported or not, where the terminal may be told so.
void ct_mouse(bool on);
// Whether the terminal may be told what to keep in its clipboard.
bool ct_takes_clipboard(void);
// Sends bytes of ours past ncurses: only sequences that do not move the cursor and change no look.
void ct_send(const uint8_t *bytes, size_t count);

// The size now, at least 1 x 1.
void ct_size(int32_t *rows, int32_t *columns);
// Tells ncurses of a new size, and has it draw everything anew.
void ct_resized(void);
void ct_redraw(void);
// The number of colours: 0, 8, 16, 88, 256 or more.
int32_t ct_colours(void);
// A pair of colours; -1 is the terminal's own. 0 when there are no colours.
int32_t ct_pair(int32_t foreground, int32_t background);

void ct_erase(void);
// Puts one spacing scalar with its marks, which our table says takes so many columns. Where the C library counts
// otherwise a replacement sign is drawn, so that the columns after it stay right.
void ct_put(int32_t row, int32_t column, const uint32_t *scalars, size_t count, int32_t columns, uint32_t attributes,
            int32_t pair);
// Where the cursor shall lie after the next ct_flush, or hides it.
void ct_cursor(int32_t row, int32_t column, bool visible);
void ct_flush(void);

// Catches SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP and SIGCONT and answers a descriptor to poll, or -1. A second
// SIGTERM or SIGHUP before the first was read gives the terminal back and ends the process.
int32_t ct_catch_signals(void);
// The next caught signal, or 0.
int32_t ct_next_signal(void);

#endif
