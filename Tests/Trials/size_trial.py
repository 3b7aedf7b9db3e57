#!/usr/bin/env python3
"""Texts of a size that no interview has: one line of 50 MB, 100,000 lines, a sparse giant, a line that never ends.

    Tests/Trials/size_trial.py .build/release/gloss [--megabytes 50] [--lines 100000]

Each is imported, read, coded in its middle and at its end by the command line, opened in the workbench and coded there, and
checked. Prints the seconds that each took; the exit status is 1 if anything failed, or took more than a minute.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.realpath(__file__))
LIMIT = 60
CODEBOOK = "title: Trial\ncodes:\n- id: block\n  name: Block\n  mnemonic: bl\n"


class Trial:
    def __init__(self, program, place):
        self.program, self.place, self.failed = program, pathlib.Path(place), False
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": f"{place}/home", "XDG_STATE_HOME": f"{place}/state",
            "XDG_CONFIG_HOME": f"{place}/config", "GLOSS_CODER": "rs", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
        }

    def run(self, what, *words, expect=(0,), prefix=(), folder="study"):
        begun = time.monotonic()
        try:
            done = subprocess.run(
                [*prefix, self.program, *words], cwd=self.place / folder, env=self.environment, capture_output=True,
                stdin=subprocess.DEVNULL, timeout=LIMIT,
            )
            code, said = done.returncode, done.stdout + done.stderr
        except subprocess.TimeoutExpired:
            code, said = "no end", b""
        good = code in expect
        self.failed = self.failed or not good
        print(f"{what:32} {' '.join(words)[:40]:40} {time.monotonic() - begun:6.1f} s  {'' if good else f'FAILED {code} {said[-300:]}'}", flush=True)
        return said

    def text(self, name, size):
        """Imports a file and does with it what is done with any other."""
        self.run(name, "import", f"../{name}.txt")
        self.run(name, "documents")
        self.run(name, "read", name, "--lines", "1-3")
        self.run(name, "code", name, f"{size // 2}-{size // 2 + 9}", "block")
        self.run(name, "code", name, f"{size - 9}-{size - 1}", "block")
        self.run(name, "extracts", f"doc:{name}")
        typed = [f"{HERE}/on_terminal.py", "--keys", "Gvcbl\r", "--until", "coded", "--"]
        if b"coded" not in self.run(name, "open", name, prefix=typed):
            print(f"{name}: FAILED in the workbench")
            self.failed = True
        self.run(name, "check")


def main():
    parser = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
    parser.add_argument("program", type=os.path.realpath)
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--lines", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gloss-size-") as place:
        trial = Trial(options.program, place)
        write = lambda name, text: pathlib.Path(place, name).write_text(text)
        write("codes.yaml", CODEBOOK)
        trial.run("a study", "init", "study", "--codebook", "codes.yaml", folder=".")
        words = "We plan with last year's figures, and nobody minds. "
        line = "P1: " + words * (options.megabytes * 1_000_000 // len(words)) + "\n"
        write("line.txt", line)
        trial.text("line", len(line))
        lines = "".join(f"P{number % 2}: Turn {number} of many.\n" for number in range(options.lines))
        write("lines.txt", lines)
        trial.text("lines", len(lines))
        giant = pathlib.Path(place, "giant.txt")
        giant.touch()
        os.truncate(giant, 10 << 30)
        trial.run("a sparse file of 10 GB", "import", "../giant.txt", expect=(2,))
    return 1 if trial.failed else 0


if __name__ == "__main__":
    sys.exit(main())
