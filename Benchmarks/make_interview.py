#!/usr/bin/env python3
"""Makes a study with one long invented interview, coded densely, for timing the workbench.

The words are drawn from a small list by a seeded generator, so that every run makes the same bytes. The study is made
by the program itself (`init`, `import`, `code --from`), so that it is a study like any other.
"""
import json
import os
import random
import subprocess

WORDS = (
    "we they the a nobody somebody contract board ward nurse figure money service change month patient team meeting "
    "decides signs waits rings asks knows thinks plans and but so because when before after about with without never "
    "always block virtual community hospital referral list bed staff target question answer clear unclear shared lost"
).split()
CODES = 31


def sentence(rng):
    words = [rng.choice(WORDS) for _ in range(rng.randint(5, 22))]
    if len(words) > 9 and rng.random() < 0.5:
        words[rng.randint(3, 6)] += ","
    return words[0].capitalize() + " " + " ".join(words[1:]) + rng.choice("...?!")


def interview(words, seed=7):
    """An interview of about so many words: turns of one to nine sentences, two speakers."""
    rng = random.Random(seed)
    turns, count = [], 0
    while count < words:
        for speaker, most in (("Interviewer", 2), ("B07", 9)):
            text = " ".join(sentence(rng) for _ in range(rng.randint(1, most)))
            turns.append(f"{speaker}: {text}")
            count += len(text.split())
    return "\n\n".join(turns) + "\n"


def codebook():
    lines = ["title: Bench", "codes:"]
    for number in range(CODES):
        first, second = chr(97 + number // 6), chr(97 + number % 6)
        lines += [
            f"- id: code-{number}",
            f"  name: Code number {number}",
            f"  mnemonic: {first}{second}",
            f"  definition: Everything that is said about matter {number}.",
        ]
    return "\n".join(lines) + "\n"


def codings(text, count, seed=11):
    """So many passages, of a word to half a turn; one in three lies within the one before, up to five deep."""
    rng = random.Random(seed)
    starts = [i for i in range(1, len(text)) if text[i - 1] == " " and text[i] not in " \n"]
    made, around = [], []
    while len(made) < count:
        if around and len(around) < 5 and rng.random() < 0.45:
            low, high = around[-1]
            inside = [s for s in starts if low <= s < high - 12]
            if not inside:
                around = []
                continue
            start = rng.choice(inside)
            end = min(high, start + max(6, (high - start) * 2 // 3))
        else:
            around = []
            start = rng.choice(starts)
            end = min(len(text), start + rng.randint(30, 900))
        while end < len(text) and text[end] not in " \n":
            end += 1
        if text[start:end].strip() != text[start:end] or end - start < 2:
            around = []
            continue
        around.append((start, end))
        made.append({"document": "B07", "start": start, "end": end, "code": f"code-{rng.randrange(CODES)}"})
    return made


def study(gloss, folder, words=10_000, count=500, text=None):
    """Makes the study and answers its folder."""
    environment = dict(os.environ, GLOSS_CODER="rs", HOME=folder, XDG_STATE_HOME=os.path.join(folder, "state"))
    environment.pop("XDG_CONFIG_HOME", None)

    def run(*arguments):
        done = subprocess.run([gloss, *arguments], env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"gloss {' '.join(arguments)}: {done.stderr}")

    text = text or interview(words)
    path = os.path.join(folder, "study")
    for name, content in (
        ("B07.txt", text),
        ("codes.yaml", codebook()),
        ("codings.jsonl", "".join(json.dumps(c) + "\n" for c in codings(text, count))),
    ):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(content)
    run("init", path, "--title", "Bench", "--codebook", os.path.join(folder, "codes.yaml"))
    run("import", "--study", path, os.path.join(folder, "B07.txt"))
    if count:
        run("code", "--study", path, "--from", os.path.join(folder, "codings.jsonl"))
    return path, environment
