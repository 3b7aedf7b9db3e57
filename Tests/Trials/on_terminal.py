#!/usr/bin/env python3
"""Runs a program on a terminal of its own, types keys into it, and copies what it shows to standard output.

    on_terminal.py --keys KEYS --until WORD -- PROGRAM ARGUMENT…

The keys are typed when the workbench shows READ; when WORD is seen, or nothing more comes, it is left. The exit status is the
program's, a signal included. `strace` beside this file runs strace itself so, when GLOSS_KEYS says what to type.
"""
import argparse
import os
import pty
import select
import signal
import sys
import time


def wait(terminal, seconds, *words):
    """Copies output until one of the words is seen or time is up; whether the program is still there, and what came."""
    seen, end = b"", time.monotonic() + seconds
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.05)[0]:
            continue
        try:
            data = os.read(terminal, 1 << 16)
        except OSError:
            data = b""
        if not data:
            return False, seen
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        seen += data
        if any(word in seen for word in words):
            break
    return True, seen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--keys", default=os.environ.get("GLOSS_KEYS", ""))
    parser.add_argument("--until", default=os.environ.get("GLOSS_UNTIL", ""))
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    process, terminal = pty.fork()
    if process == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(options.command[0], options.command)
    is_there, _ = wait(terminal, 5, b"READ")
    if is_there:
        os.write(terminal, options.keys.encode())
        is_there, _ = wait(terminal, 2, options.until.encode(), b"NOT SAVED")
    # A second Q gives up what could not be saved.
    for keys in (b"\x03\x03Q", b"Q", b"\x03", b"Q", b"Q"):
        if not is_there:
            break
        try:
            os.write(terminal, keys)
        except OSError:
            break
        is_there, _ = wait(terminal, 0.7)
    if is_there:
        os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status):
        os.kill(os.getpid(), os.WTERMSIG(status))
    sys.exit(os.WEXITSTATUS(status))


if __name__ == "__main__":
    main()
