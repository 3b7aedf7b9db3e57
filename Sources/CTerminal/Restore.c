// Giving the terminal back when there is no time left to ask ncurses: in a crash, and on a second request to end.
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "Private.h"

static struct termios settings;
static volatile sig_atomic_t active;
static char sequence[256];
static size_t sequence_length;

void ctp_write(const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

bool ctp_save_settings(void) { return tcgetattr(STDIN_FILENO, &settings) == 0; }
void ctp_set_active(bool on) { active = on; }
bool ctp_is_active(void) { return active; }
void ctp_restore_clear(void) { sequence_length = 0; }

void ctp_restore_add(const char *text) {
    if (!text || text == (char *)-1) return;
    size_t length = sequence_length;
    for (; *text; text++) {
        // Pauses such as $<5> in the database are for ncurses; a terminal would show them.
        if (text[0] == '$' && text[1] == '<' && strchr(text, '>')) {
            text = strchr(text, '>');
            continue;
        }
        if (length == sizeof sequence) return;  // whole or not at all
        sequence[length++] = *text;
    }
    sequence_length = length;
}

void ctp_restore_now(void) {
    if (!active) return;
    active = 0;
    int error = errno;
    ctp_write(sequence, sequence_length);
    tcsetattr(STDIN_FILENO, TCSANOW, &settings);
    errno = error;
}

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
enum { FATAL_COUNT = sizeof fatal / sizeof *fatal };
static struct sigaction previous[FATAL_COUNT];

// Puts the earlier handler back and returns: the fault then happens again, into Swift's backtracer or the default, and
// the report appears on a sane terminal. abort() raises its signal again by itself; one that another process sent does
// not come again, and is raised here.
static void on_fatal(int number, siginfo_t *info, void *context) {
    (void)context;
    ctp_restore_now();
    for (int i = 0; i < FATAL_COUNT; i++)
        if (fatal[i] == number) sigaction(number, &previous[i], NULL);
    if (info && info->si_code <= 0) raise(number);
}

void ctp_install_crash_restore(void) {
    static bool installed;
    if (installed) return;
    installed = true;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_fatal;
    action.sa_flags = SA_ONSTACK | SA_NODEFER | SA_SIGINFO;
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, &previous[i]);
    atexit(ctp_restore_now);
}
