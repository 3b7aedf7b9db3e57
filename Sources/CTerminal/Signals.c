// Signals as bytes in a pipe, so that the program answers them in its own time.
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "CTerminal.h"
#include "Private.h"

static const int caught[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
enum { CAUGHT_COUNT = sizeof caught / sizeof *caught };
static int reader = -1, writer = -1;
static volatile sig_atomic_t endings_unread;

static void set_default(int number, struct sigaction *old) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    sigaction(number, &action, old);
}

static void on_signal(int number) {
    int error = errno;
    if ((number == SIGTERM || number == SIGHUP) && endings_unread++ > 0) {
        // The program did not come round to the first one: it hangs.
        ctp_restore_now();
        set_default(number, NULL);
        raise(number);
    }
    unsigned char byte = (unsigned char)number;
    if (write(writer, &byte, 1) < 0) {
        // A full pipe holds enough signals to wake the program; there is nothing better to do here.
    }
    errno = error;
}

int32_t ct_catch_signals(void) {
    if (reader >= 0) return reader;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0) return -1;
    reader = ends[0];
    writer = ends[1];
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigset_t wanted;
    sigemptyset(&wanted);
    for (int i = 0; i < CAUGHT_COUNT; i++) {
        sigaction(caught[i], &action, NULL);
        sigaddset(&wanted, caught[i]);
    }
    pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);  // whoever started us may have blocked them
    return reader;
}

int32_t ct_next_signal(void) {
    unsigned char byte = 0;
    if (reader < 0 || read(reader, &byte, 1) != 1) return 0;
    if (byte == SIGTERM || byte == SIGHUP) endings_unread = 0;
    return byte;
}

static void on_overlooked(int number) { (void)number; }

// A handler and not SIG_IGN for Ctrl-\: what is ignored stays ignored in programs that are started.
void ctp_signals_while_away(bool away) {
    if (reader < 0) return;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    action.sa_handler = away ? SIG_DFL : on_signal;
    sigaction(SIGTSTP, &action, NULL);
    action.sa_handler = away ? on_overlooked : SIG_DFL;
    sigaction(SIGQUIT, &action, NULL);
}

void ct_stop_process(void) {
    struct sigaction old;
    set_default(SIGTSTP, &old);
    // The whole group, as the key itself does: a script that started us would else wait for ever. On the main thread a
    // signal to the own group is taken before kill() returns.
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &old, NULL);  // reached when the process goes on
}
