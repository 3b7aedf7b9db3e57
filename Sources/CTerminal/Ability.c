// Asks the terminal database before anything is sent. Apart from the rest because <term.h> defines common words as macros.
#include <ncurses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#include "Private.h"

int ctp_terminal_ability(const char *term) {
    int error = 0;
    if (setupterm(term, STDOUT_FILENO, &error) != OK) return error == 1 ? 0 : -1;
    char *place = tigetstr("cup");
    int ability = place && place != (char *)-1 ? 1 : 0;
    del_curterm(cur_term);
    return ability;
}

static bool is_of_family(const char *term, const char *family) {
    size_t length = strlen(family);
    return strncmp(term, family, length) == 0 && (term[length] == 0 || strchr("-.+", term[length]));
}

bool ctp_is_like_xterm(const char *term) {
    static const char *const families[] = {
        "xterm",   "tmux",    "screen", "rxvt",  "alacritty", "kitty", "foot",   "wezterm", "ghostty", "contour", "rio",
        "konsole", "gnome",   "vte",    "putty", "mintty",    "st",    "stterm", "mlterm",  "iterm",   "iterm2",
        "iTerm.app", "iTerm2.app", "nsterm", "ms-terminal",
    };
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (is_of_family(term, families[i])) return true;
    return false;
}

bool ctp_takes_clipboard(const char *term) {
    // GNU screen takes 256 bytes of such a sequence and shows the rest as text. An older tmux calls itself screen too.
    if (is_of_family(term, "screen")) return getenv("TMUX") != NULL;
    return ctp_is_like_xterm(term);
}
