// Asks the terminal database before anything is sent. Apart from the rest because <term.h> defines common words as macros.
#include <ncurses.h>
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
