#!/usr/bin/env python3
"""Times the questions that a team lead asks of a study, as whole processes.

    questions.py GLOSS STUDY [--runs 9] [--limit MILLISECONDS] [--word WORD] [--code CODE]

Prints the median and the least of the runs in milliseconds, and the peak memory. With --limit the exit code is 1 when a median is above.
"""
import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gloss")
    parser.add_argument("study")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--limit", type=float)
    parser.add_argument("--word", default="referrals")
    parser.add_argument("--code", default="trust")
    given = parser.parse_args()
    tasks = [
        ["codes"], ["frequencies"], ["frequencies", "--by", "site"], ["matrix"], ["matrix", "--by", "site"],
        ["matrix", "--by", "role", "--count", "words"], ["cooccurrence"], ["framework"], ["framework", "--rows", "site"],
        ["search", given.word], ["extracts", f"code:{given.code}", "--format", "csv"], ["documents"],
        ["documents", "coverage"], ["codes", "accumulation"],
    ]
    above = 0
    with tempfile.TemporaryDirectory() as state:
        environment = {**os.environ, "XDG_STATE_HOME": state, "GLOSS_CODER": "bench"}
        print(f"{'question':44} {'median ms':>10} {'least ms':>9}")
        for task in tasks:
            times = []
            for _ in range(given.runs):
                started = time.monotonic()
                done = subprocess.run(
                    [os.path.abspath(given.gloss), *task], cwd=given.study, env=environment,
                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                )
                times.append((time.monotonic() - started) * 1000)
                if done.returncode != 0:
                    sys.exit(f"{' '.join(task)}: {done.stderr.decode(errors='replace').strip()[-300:]}")
            median = statistics.median(times)
            isAbove = given.limit is not None and median > given.limit
            above += isAbove
            print(f"{' '.join(task):44} {median:10.0f} {min(times):9.0f}{'  above the limit' if isAbove else ''}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of the largest: {peak:.0f} MiB")
    sys.exit(1 if above else 0)


main()
