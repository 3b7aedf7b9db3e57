#!/usr/bin/env python3
"""Times the workbench from the far side of a terminal: from a key to the last byte of the frame that answers it.

    Benchmarks/key_to_frame.py .build/release/gloss [--columns 200 --rows 60] [--words 10000] [--codings 500]
                               [--shape interview|line|large] [--random 10000] [--json]

An answer is over when nothing came for --idle seconds; the time is that of its last byte. `code` and `again` are from
the key to the coding durable on disk and painted. Shapes: `interview` (the default), `line` (one turn of a million
characters), `large` (5 MB of turns).
"""
import argparse
import fcntl
import json
import os
import pty
import random
import select
import statistics
import struct
import sys
import tempfile
import termios
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import make_interview  # noqa: E402


class Terminal:
    """A program on a pseudo-terminal."""

    def __init__(self, command, environment, rows, columns, idle):
        self.idle = idle
        self.begun = time.perf_counter()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            environment = dict(environment, TERM="xterm-256color", LC_ALL="C.UTF-8")
            os.execve(command[0], command, environment)

    def answer(self, limit=20.0, idle=None):
        """The time of the answer's last byte and its size; nothing when there is no answer."""
        last, size, wait = None, 0, limit
        while select.select([self.descriptor], [], [], wait)[0]:
            try:
                data = os.read(self.descriptor, 1 << 16)
            except OSError:
                break
            if not data:
                break
            last, size, wait = time.perf_counter(), size + len(data), idle or self.idle
        return last, size

    def press(self, keys, limit=0.5):
        begun = time.perf_counter()
        os.write(self.descriptor, keys)
        last, size = self.answer(limit)
        return (last - begun if last else 0.0), size

    def memory(self):
        """The most memory the program ever held, in MiB."""
        with open(f"/proc/{self.process}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))

    def leave(self):
        for keys in (b"\x1b", b"Q"):
            os.write(self.descriptor, keys)
            time.sleep(0.05)
        self.answer(2.0)
        os.close(self.descriptor)
        os.waitpid(self.process, 0)


# What is timed: name, the key, and the keys that are pressed untimed before each.
TASKS = [
    ("row down", b"j", []),
    ("page down", b" ", []),
    ("next coding", b"]", []),
    ("next word", b"w", []),
    ("next sentence", b")", []),
    ("top of the text", b"gg", []),
    ("select a sentence", b"s", [b"\x1b", b")"]),
    ("open the picker", b"c", [b"\x1b"]),
    ("a letter in the picker", b"a", [b"\x1b", b"c"]),
    ("code with Enter", b"\r", [b"\x1b", b"gg", b")", b")", b"c", b"a", b"c"]),
    ("code again", b".", [b"\x1b", b")"]),
    ("undo", b"u", [b"\x1b"]),
]
RANDOM_KEYS = [b"j", b"k", b"w", b"b", b")", b"(", b"}", b"{", b" ", b"]", b"[", b"G", b"gg", b"\t", b"s", b"v", b"\x1b", b"l"]


def shape(name):
    if name == "line":
        words = make_interview.interview(180_000).replace("\n\n", " ").replace("B07: ", "").replace("Interviewer: ", "")
        return "B07: " + words[:1_000_000].strip() + "\n"
    if name == "large":
        return make_interview.interview(900_000)[: 5 << 20]
    return None


def figures(times):
    ordered = sorted(times)
    return {
        "median_ms": round(statistics.median(ordered) * 1000, 2),
        "p95_ms": round(ordered[int(len(ordered) * 0.95)] * 1000, 2),
        "max_ms": round(ordered[-1] * 1000, 2),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gloss")
    parser.add_argument("--columns", type=int, default=200)
    parser.add_argument("--rows", type=int, default=60)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--codings", type=int, default=500)
    parser.add_argument("--shape", choices=["interview", "line", "large"], default="interview")
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--idle", type=float, default=0.03)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        study, environment = make_interview.study(
            os.path.abspath(options.gloss), folder, options.words, options.codings, shape(options.shape)
        )
        command = [os.path.abspath(options.gloss), "open", "--study", study, "B07"]
        starts = []
        for _ in range(5):
            terminal = Terminal(command, environment, options.rows, options.columns, 0.1)
            last, _ = terminal.answer()
            starts.append(last - terminal.begun)
            terminal.leave()
        results = {"start to first frame": figures(starts)}
        terminal = Terminal(command, environment, options.rows, options.columns, options.idle)
        terminal.answer(idle=0.3)
        for name, key, before in TASKS:
            times, sizes = [], []
            for _ in range(options.times):
                for keys in before:
                    terminal.press(keys, 0.1)
                elapsed, size = terminal.press(key)
                if size:
                    times.append(elapsed)
                    sizes.append(size)
            if times:
                results[name] = dict(figures(times), bytes=int(statistics.median(sizes)), n=len(times))
        if options.random:
            generator, times = random.Random(3), []
            terminal.press(b"\x1b")
            for _ in range(options.random):
                elapsed, size = terminal.press(generator.choice(RANDOM_KEYS), 0.02)
                if size:
                    times.append(elapsed)
            results[f"{options.random} random keys"] = dict(figures(times), n=len(times))
        memory = round(terminal.memory(), 1)
        terminal.leave()
    if options.json:
        print(json.dumps({"shape": options.shape, "size": [options.columns, options.rows], "peak_mib": memory, "keys": results}))
        return
    print(f"{options.shape}, {options.columns}×{options.rows}, peak memory {memory} MiB; milliseconds from key to frame")
    print(f"{'':28}{'median':>9}{'95 %':>9}{'most':>9}{'bytes':>8}")
    for name, row in results.items():
        print(f"{name:28}{row['median_ms']:9.2f}{row['p95_ms']:9.2f}{row['max_ms']:9.2f}{row.get('bytes', ''):>8}")


main()
