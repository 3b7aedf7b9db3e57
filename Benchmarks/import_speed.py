#!/usr/bin/env python3
"""How fast transcripts are read: `gloss import --dry-run` as a whole process over invented texts of 50 MB.

    Benchmarks/import_speed.py .build/release/gloss [--reading .build/release/ReadingSpeed] [--size 50] [--runs 9]

Prints for plain text, WebVTT and SRT the median of the runs in seconds, megabytes (10^6 bytes) a second, and the highest
memory as a multiple of the file. The report is made and thrown away; so what is timed is more than the reading. With
`--reading` the last column has the reading alone, from bytes in memory to blocks with speakers and times, in megabytes a second.
"""

import argparse
import os
import random
import statistics
import subprocess
import tempfile
import time

WORDS = (
    "the block contract we were told that nobody knew what commissioning meant then and so people simply went on as "
    "before with virtual wards in place – it’s what we had"
).split()


def clock(seconds, mark):
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}000"


def speech(chance, count):
    return " ".join(chance.choice(WORDS) for _ in range(count))


def piece(form, number, chance):
    name = "Interviewer" if number % 2 == 0 else "Anna Smith"
    if form == "txt":
        return f"{name}: {speech(chance, chance.choice([10, 40, 120]))}.\n\n"
    mark = "." if form == "vtt" else ","
    begin, end = clock(2 * number, mark), clock(2 * number + 2, mark)
    return f"{number + 1}\n{begin} --> {end}\n{name}: {speech(chance, 12)}\n\n"


def write(form, path, size):
    chance = random.Random(1)
    with open(path, "w", encoding="utf-8") as file:
        written = file.write("WEBVTT\n\n" if form == "vtt" else "")
        number = 0
        while written < size:
            text = piece(form, number, chance)
            file.write(text)
            written += len(text.encode())
            number += 1
    return os.path.getsize(path)


def run(program, path):
    begin = time.perf_counter()
    process = subprocess.Popen([program, "import", "--dry-run", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, f"{program} ended with {status}"
    return time.perf_counter() - begin, usage.ru_maxrss * 1024


def reading(options, path):
    return float(subprocess.run([options.reading, str(options.runs), path], stdout=subprocess.PIPE, check=True).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=os.path.realpath)
    parser.add_argument("--reading", type=os.path.realpath, help="the program ReadingSpeed")
    parser.add_argument("--size", type=int, default=50, help="megabytes")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    print(f"{'format':8}{'seconds':>9}{'MB/s':>8}{'memory':>9}{'reading alone' if options.reading else '':>20}")
    with tempfile.TemporaryDirectory() as folder:
        for form in ["txt", "vtt", "srt"]:
            path = os.path.join(folder, f"talk.{form}")
            size = write(form, path, options.size * 1_000_000)
            runs = [run(options.program, path) for _ in range(options.runs)]
            seconds = statistics.median(seconds for seconds, _ in runs)
            memory = max(memory for _, memory in runs) / size
            alone = f"{size / 1e6 / reading(options, path):15.0f} MB/s" if options.reading else ""
            print(f"{form:8}{seconds:9.2f}{size / 1e6 / seconds:8.0f}{memory:8.1f}×{alone}")


if __name__ == "__main__":
    main()
