#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

// In the child: a clean start, as a shell would give. Worker threads of the test runner block nearly all signals.
static void become(const char *const *argv, const char *const *envp, const char *directory) {
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    close_range(3, ~0U, 0);
    if (!directory || chdir(directory) == 0) execve(argv[0], (char *const *)argv, (char *const *)envp);
    _exit(127);
}

int32_t cpt_start_on_terminal(const char *const *argv, const char *const *envp, const char *directory, int32_t rows,
                              int32_t columns, pid_t *pid) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    int terminal = -1;
    *pid = forkpty(&terminal, NULL, NULL, &size);
    if (*pid == 0) become(argv, envp, directory);
    if (*pid < 0) return -1;
    fcntl(terminal, F_SETFD, FD_CLOEXEC);
    fcntl(terminal, F_SETFL, O_NONBLOCK);
    return terminal;
}

int32_t cpt_start(const char *const *argv, const char *const *envp, const char *directory, const int32_t descriptors[3],
                  pid_t *pid) {
    *pid = fork();
    if (*pid == 0) {
        setsid();  // no terminal of the developer's is within reach
        for (int i = 0; i < 3; i++)
            if (dup2(descriptors[i], i) < 0) _exit(127);
        become(argv, envp, directory);
    }
    return *pid < 0 ? -1 : 0;
}

int32_t cpt_resize(int32_t terminal, int32_t rows, int32_t columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(terminal, TIOCSWINSZ, &size);
}

bool cpt_is_cooked(int32_t terminal) {
    struct termios settings;
    return tcgetattr(terminal, &settings) == 0 && (settings.c_lflag & ICANON) && (settings.c_lflag & ECHO);
}

int32_t cpt_status(pid_t pid) {
    int status = 0;
    if (waitpid(pid, &status, WNOHANG) != pid) return -1;
    return WIFSIGNALED(status) ? 256 + WTERMSIG(status) : WEXITSTATUS(status);
}
