// Drawing through ncurses, and nothing else of it. One terminal per process, used from the main thread.
#include "CTerminal.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "Private.h"

static const char mouse_on[] = "\033[?1000h\033[?1002h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1002l\033[?1000l";
static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";
static ct_options options_now;
static bool like_xterm;      // may be told about pastes and the mouse
static bool clipboard_here;  // may be told what to keep in its clipboard
static bool utf8;            // shows characters outside ASCII

// What the user asked for by name, in the order of setlocale(3).
static bool names_utf8(void) {
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return strcasestr(value, "utf-8") || strcasestr(value, "utf8");
    }
    return false;
}

// ncurses silently drops every character outside ASCII unless the C library's locale has UTF-8, so it always gets one; what
// the terminal shows is another matter. A locale of UTF-8 that is named but not installed says enough about the terminal.
void ct_locale(void) {
    bool installed = setlocale(LC_CTYPE, "") != NULL;
    bool has_utf8 = installed && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    utf8 = has_utf8 || (!installed && names_utf8());
    if (!has_utf8 && !setlocale(LC_CTYPE, "C.UTF-8")) utf8 = false;
}

bool ct_is_utf8(void) { return utf8; }

static void write_string(const char *text) { ctp_write(text, strlen(text)); }

// Bracketed paste and the mouse are not in the terminal database in a form to rely on, so they are written by hand.
static void set_modes(bool on) {
    fflush(stdout);
    if (!like_xterm) return;
    if (options_now.mouse) write_string(on ? mouse_on : mouse_off);
    write_string(on ? paste_on : paste_off);
}

void ct_mouse(bool on) {
    if (on == options_now.mouse) return;
    options_now.mouse = on;
    if (!like_xterm || !ctp_is_active()) return;
    fflush(stdout);
    write_string(on ? mouse_on : mouse_off);
}

bool ct_takes_clipboard(void) { return clipboard_here && ctp_is_active(); }

void ct_send(const uint8_t *bytes, size_t count) {
    fflush(stdout);
    ctp_write((const char *)bytes, count);
}

// Most terminals show what they showed before. One with a single screen would keep participants' words under the prompt.
static void leave_screen(void) {
    char *second_screen = tigetstr("rmcup");
    if (!second_screen || second_screen == (char *)-1) {
        erase();
        refresh();
    }
    curs_set(1);
    endwin();
}

static void remember_how_to_restore(void) {
    ctp_restore_clear();
    if (like_xterm) ctp_restore_add(mouse_off);
    if (like_xterm) ctp_restore_add(paste_off);
    ctp_restore_add(tigetstr("sgr0"));
    ctp_restore_add(tigetstr("cnorm"));
    ctp_restore_add(tigetstr("rmcup"));
}

// ncurses would take memory for as many cells as LINES and COLUMNS claim, though the window's own size counts in the end.
static void drop_if_absurd(const char *name) {
    const char *text = getenv(name);
    if (!text) return;
    long value = strtol(text, NULL, 10);
    if (value < 1 || value > 1000) unsetenv(name);
}

int ct_start(ct_options options) {
    const char *term = getenv("TERM");
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || !ctp_save_settings()) return CT_NO_TERMINAL;
    if (!term || !*term) return CT_NO_TERM;
    int result = CT_STARTED;
    int ability = ctp_terminal_ability(term);
    like_xterm = ctp_is_like_xterm(term);
    clipboard_here = ctp_takes_clipboard(term);
    if (ability < 0 && like_xterm) {
        term = "xterm-256color";
        ability = ctp_terminal_ability(term);
        result = CT_STARTED_AS_XTERM;
    }
    if (ability < 0) return CT_UNKNOWN;
    if (ability == 0) return CT_TOO_SIMPLE;
    ct_locale();
    drop_if_absurd("LINES");
    drop_if_absurd("COLUMNS");
    use_env(TRUE);
    if (!newterm(term, stdout, stdin)) return CT_FAILED;  // initscr() would end the process
    options_now = options;
    raw();  // Ctrl-C, Ctrl-S and Ctrl-Z are keys
    noecho();
    nonl();
    typeahead(-1);  // keys are read elsewhere: ncurses must not look for them
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    if (options.colours && has_colors()) {
        start_color();
        use_default_colors();
    }
    remember_how_to_restore();
    ct_resized();  // LINES and COLUMNS in the environment may be wrong
    clear();
    refresh();  // enters the alternate screen
    set_modes(true);
    ctp_set_active(true);
    ctp_install_crash_restore();
    return result;
}

void ct_stop(void) {
    if (!ctp_is_active()) return;
    ctp_set_active(false);
    set_modes(false);
    leave_screen();
}

void ct_suspend(void) {
    if (!ctp_is_active()) return;
    ctp_set_active(false);
    def_prog_mode();
    set_modes(false);
    leave_screen();
    ctp_signals_while_away(true);
}

void ct_resume(void) {
    if (ctp_is_active()) return;
    ctp_signals_while_away(false);
    reset_prog_mode();
    ctp_set_active(true);
    ct_resized();
    refresh();
    set_modes(true);
}

void ct_retake(void) {
    if (!ctp_is_active()) return;
    reset_prog_mode();
    ct_resized();
    refresh();
    set_modes(true);
}

void ct_size(int32_t *rows, int32_t *columns) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col) {
        *rows = size.ws_row;
        *columns = size.ws_col;
    } else {
        *rows = LINES > 0 ? LINES : 24;
        *columns = COLS > 0 ? COLS : 80;
    }
}

void ct_resized(void) {
    int32_t rows, columns;
    ct_size(&rows, &columns);
    resizeterm(rows, columns);
    ct_redraw();
}

void ct_redraw(void) { clearok(curscr, TRUE); }

// ncurses 6.4 crashes in alloc_pair() on a terminal without colours.
static bool uses_colours(void) { return options_now.colours && has_colors(); }

int32_t ct_colours(void) { return uses_colours() ? COLORS : 0; }

int32_t ct_pair(int32_t foreground, int32_t background) {
    if (!uses_colours() || (foreground < 0 && background < 0)) return 0;
    int pair = alloc_pair(foreground, background);
    return pair < 0 ? 0 : pair;
}

void ct_erase(void) { erase(); }

static attr_t attributes_of(uint32_t bits) {
    attr_t result = A_NORMAL;
    if (bits & CT_BOLD) result |= A_BOLD;
    if (bits & CT_DIM) result |= A_DIM;
    if (bits & CT_ITALIC) result |= A_ITALIC;
    if (bits & CT_UNDERLINE) result |= A_UNDERLINE;
    if (bits & CT_REVERSE) result |= A_REVERSE;
    return result;
}

static void put_cell(int row, int column, const wchar_t *text, attr_t attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, text, attributes, 0, &pair) != ERR) mvadd_wch(row, column, &cell);
}

void ct_put(int32_t row, int32_t column, const uint32_t *scalars, size_t count, int32_t columns, uint32_t attributes,
            int32_t pair) {
    wchar_t text[CCHARW_MAX + 1];
    size_t length = 0;
    if (count == 0) return;
    text[length++] = (wchar_t)scalars[0];
    for (size_t i = 1; i < count && length < CCHARW_MAX; i++)
        if (wcwidth((wchar_t)scalars[i]) == 0) text[length++] = (wchar_t)scalars[i];
    text[length] = 0;
    attr_t look = attributes_of(attributes);
    int known = wcwidth(text[0]);
    if (known != columns) {  // newer than this C library, or counted otherwise by it
        text[0] = 0xFFFD;
        text[1] = 0;
        known = 1;
    }
    put_cell(row, column, text, look, pair);
    for (int32_t covered = known; covered < columns; covered++) put_cell(row, column + covered, L" ", look, pair);
}

void ct_cursor(int32_t row, int32_t column, bool visible) {
    curs_set(visible ? 1 : 0);
    if (visible) move(row, column);
}

void ct_flush(void) {
    wnoutrefresh(stdscr);
    doupdate();
}
