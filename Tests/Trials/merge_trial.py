#!/usr/bin/env python3
"""Two branches of a study, edited at random with the real program, brought together by the real git.

    Tests/Trials/merge_trial.py .build/release/gloss [--trials 200] [--seed 1] [--edits 3,10,30] [--scenarios own,lead,twin]

Each trial makes a study with coded passages, clones it twice, edits both clones, merges each into the other with plain
`git merge`, takes one into the other with `gloss merge` too, and compares what comes out with the three-way merge of what
the two clones said before:

    own    two coders, each at their own codings
    lead   one coder, and a lead who also changes that coder's codings, in a log of the lead's own
    twin   one coder at two machines

A trial is a conflict if git stops, and wrong if a coding is lost, doubled or resurrected, a value is not one that a side
gave, a clash is settled without a word, a needless dispute is claimed, the two directions or `gloss merge` differ, the lines in
another order, doubled and in other files come to something else, or `gloss check` finds anything but disputes.
Needs Python 3 and git. The exit status is 1 if anything was wrong.
"""
import argparse
import collections
import json
import os
import pathlib
import pty
import random
import select
import shutil
import subprocess
import sys
import tempfile
import time

FIELDS = ("start", "end", "code", "memo", "star", "doubt")
CODES = ["jk", "wb", "lh", "hj", "kb", "bl"]
# Letters that only move the cursor where no prompt is open, so that keys typed ahead can do no harm.
HARMLESS = "jkwblh"


def run(command, cwd, environment, text=None):
    return subprocess.run(command, cwd=cwd, env=environment, input=text, capture_output=True, text=True)


class Clone:
    """One clone of the study on one machine."""

    def __init__(self, program, path, machine, coder):
        self.program, self.path, self.coder = program, pathlib.Path(path), coder
        self.environment = {
            "HOME": f"{machine}/home", "XDG_STATE_HOME": f"{machine}/state", "XDG_CONFIG_HOME": f"{machine}/config",
            "GLOSS_CODER": coder, "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "TERM": "xterm-256color",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.invalid",
            "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.invalid",
        }

    def gloss(self, *arguments, text=None, expect=(0,)):
        done = run([self.program, *arguments], self.path, self.environment, text)
        if done.returncode not in expect:
            raise AssertionError(f"gloss {arguments}: {done.returncode} {done.stderr.strip()[:300]}")
        return done

    def git(self, *arguments, fails=False):
        done = run(["git", *arguments], self.path, self.environment)
        if done.returncode and not fails:
            raise AssertionError(f"git {arguments}: {done.stdout} {done.stderr}")
        return done

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "edits")

    def codings(self):
        """What is in force, by id."""
        text = self.gloss("extracts", "--format", "jsonl", expect=(0, 1)).stdout
        records = [json.loads(line) for line in text.splitlines()]
        found = {record["id"]: record for record in records}
        if len(found) != len(records):
            raise AssertionError("one coding twice in the extracts")
        return found

    def workbench(self, keys, limit=60):
        """Types keys ahead into the workbench, then leaves it, with Esc where a prompt is still open."""
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(self.path)
            os.execve(self.program, [self.program, "open", "B07"], self.environment)
        seen, rest, silence, end = False, (keys + "Q").encode(), 0, time.monotonic() + limit
        try:
            while time.monotonic() < end:
                if select.select([terminal], [], [], 0.3)[0]:
                    silence = 0
                    try:
                        data = os.read(terminal, 1 << 16)
                    except OSError:
                        break
                    if not data:
                        break
                    seen = seen or b"READ" in data
                elif seen and not rest:
                    silence += 1
                    rest = b"\x1b" if silence % 2 else b"Q"
                if rest and seen:
                    rest = rest[os.write(terminal, rest[:512]):]
            else:
                raise AssertionError(f"the workbench did not end: {keys!r}")
        finally:
            os.close(terminal)
            _, status = os.waitpid(process, 0)
        if status:
            raise AssertionError(f"the workbench ended with {status}")


def interview(rng, turns=30):
    words = "the block contract pays and nothing moves in winter we plan with last year figures nobody decides".split()
    paragraphs = []
    for number in range(turns):
        speaker = "Interviewer" if number % 3 == 0 else "P1"
        sentences = [" ".join(rng.choices(words, k=rng.randrange(5, 14))).capitalize() + "." for _ in range(3)]
        paragraphs.append(f"{speaker}: " + " ".join(sentences))
    return "\n\n".join(paragraphs) + "\n"


def code(clone, rng, part, count, coder):
    """Makes codings with `gloss code`, one act each, so that each has a line of its own that a dispute can be told by."""
    for _ in range(count):
        start = rng.randrange(part.start, part.stop - 200)
        memo = ["--memo", f"note {rng.randrange(10000)}"] if rng.random() < 0.2 else []
        span = f"{start}-{start + rng.randrange(10, 160)}"
        clone.gloss("code", "B07", span, rng.choice(CODES), "--coder", coder, *memo)


def word(rng):
    return "".join(rng.choices(HARMLESS, k=6))


def keys(rng, count, lines):
    """Acts in the workbench: half of them make codings, the others change, take away or undo.

    lines: where there are codings to change; whatever a key finds there is as good as anything else.
    """
    # Ctrl-C closes a prompt and drops a selection, and never means anything together with the key after it.
    typed, stop = "", "\x03\x03"
    # Changes first, while there is nothing but the codings that both branches know.
    for chance in sorted((rng.random() for _ in range(count)), reverse=True):
        if chance < 0.45 or not lines:
            typed += f"{rng.randrange(1, 110)}Gsc" + rng.choice(CODES) + "\r" + stop
            continue
        typed += f"{rng.choice(lines)}G" + "]" * rng.choice([1, 1, 1, 2])
        if chance < 0.58:
            typed += "r" + rng.choice(CODES) + "\r" + stop
        elif chance < 0.70:
            typed += "m" + word(rng) + "\r" + stop
        elif chance < 0.76:
            typed += "e" + rng.choice(["l", "w", "h"]) * rng.randrange(1, 3) + "\r" + stop
        elif chance < 0.82:
            typed += "*"
        elif chance < 0.86:
            typed += "!"
        elif chance < 0.95:
            typed += "x"
        else:
            typed += rng.choice(["u", "uu", "uU"])
    return typed


class Lead:
    """A second program, written from docs/FORMAT.md: changes another coder's codings in a log of its own."""

    def __init__(self, clone, rng):
        self.clone, self.rng, self.heads, self.gone = clone, rng, {}, set()
        name = sorted(clone.path.glob("transcripts/*.yaml"))[0]
        self.uuid = [l.split('"')[1] for l in name.read_text().splitlines() if l.startswith("uuid")][0]

    def identifier(self):
        milliseconds = time.time_ns() // 1_000_000
        number = milliseconds << 80 | 0x7 << 76 | self.rng.getrandbits(12) << 64 | 0b10 << 62 | self.rng.getrandbits(62)
        text = f"{number:032x}"
        return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])

    def edit(self, codings, count):
        lines = []
        for _ in range(count):
            targets = sorted(set(codings) - self.gone)
            if not targets:
                break
            on = self.rng.choice(targets)
            heads = self.heads.setdefault(on, {f: on for f in ("span", "code", "rule", "memo", "star", "doubt")})
            line = {"v": 1, "id": self.identifier(), "op": "set", "by": self.clone.coder, "at": "2026-11-22T10:14:03Z", "on": on}
            chance = self.rng.random()
            if chance < 0.25:
                line |= {"op": "uncode", "prev": {"*": sorted(set(heads.values()))}}
                self.gone.add(on)
            elif chance < 0.55:
                line |= {"prev": {"code": [heads["code"]], "rule": [heads["rule"]]}, "code": self.rng.choice(CODES)}
                heads["code"] = heads["rule"] = line["id"]
            else:
                field, value = self.rng.choice(
                    [("memo", word(self.rng)), ("star", self.rng.randrange(0, 4)), ("doubt", self.rng.random() < 0.5)]
                )
                line |= {"prev": {field: [heads[field]]}, field: value}
                heads[field] = line["id"]
            lines.append(json.dumps(line, separators=(",", ":")))
        log = self.clone.path / f"codings/{self.clone.coder}/B07.lead01.jsonl"
        log.parent.mkdir(parents=True, exist_ok=True)
        with open(log, "a") as file:
            file.writelines(line + "\n" for line in lines)


def values(record):
    return {field: record[field] for field in FIELDS}


def three_way(base, a, b):
    """The codings that must come out; for each the values allowed, and what must be disputed: True, False, or None for either."""
    expected = {}
    for key in set(base) | set(a) | set(b):
        old, left, right = base.get(key), a.get(key), b.get(key)
        if old is None:
            expected[key] = ({f: [(left or right)[f]] for f in FIELDS}, set())
        elif left is None and right is None:
            continue
        elif left is None or right is None:
            kept = left or right
            if values(kept) == values(old):
                # Nothing that can be seen was changed; a value set and set back is a change that was not seen.
                expected[key] = None
            else:
                expected[key] = ({f: [kept[f]] for f in FIELDS}, {"*"})
        else:
            allowed, disputed = {}, set()
            for field in FIELDS:
                if left[field] != old[field] and right[field] != old[field] and left[field] != right[field]:
                    allowed[field] = [left[field], right[field]]
                    disputed.add(field)
                elif left[field] != old[field]:
                    allowed[field] = [left[field]]
                else:
                    allowed[field] = [right[field]]
            expected[key] = (allowed, disputed)
    return expected


class Judge:
    def __init__(self):
        self.counts = collections.Counter()
        self.examples = []

    def note(self, what, trial):
        self.counts[what] += 1
        if what == "conflict" or what.startswith("wrong"):
            self.examples.append(f"{what}: {trial}")

    def compare(self, expected, merged, disputes, trial):
        for key, wanted in expected.items():
            found = merged.get(key)
            if wanted is None:
                # Taken away on one side, unchanged to see on the other: gone, or kept and said.
                if found is not None and disputes.get(key) is None:
                    self.note("wrong: resurrected", trial)
                elif found is not None:
                    self.note("set back", trial)
                continue
            allowed, clashes = wanted
            if found is None:
                # The same coder, code and passage twice counts once, as the coding with the smaller id.
                same = [
                    other for other, record in merged.items()
                    if other < key and all(record[field] in allowed[field] for field in ("start", "end", "code"))
                ]
                self.note("counted once" if same else "wrong: lost", trial)
                continue
            said = disputes.get(key, 0)
            for field in FIELDS:
                if found[field] not in allowed[field]:
                    if said:
                        self.note("set back", trial)
                    else:
                        self.note(f"wrong: {field}", trial)
            if clashes and not said:
                self.note("wrong: settled without a word", trial)
            elif clashes:
                self.note("disputed", trial)
            elif said:
                self.note("set back", trial)
        for key in set(merged) - set(expected):
            self.note("wrong: resurrected", trial)


def disputed(clone):
    """How many disputes `gloss check` names of each coding, and what else it finds."""
    done = clone.gloss("check", "--format", "json", expect=(0, 3))
    found, others = collections.Counter(), []
    for problem in json.loads(done.stdout)["problems"]:
        if "disputed" not in problem["what"]:
            others.append(problem)
            continue
        # The line named is that of the operation that made the coding.
        line = (clone.path / problem["file"]).read_text().splitlines()[problem["line"] - 1]
        operation = json.loads(line)
        nested = operation.get("ops", [operation])
        if len(nested) > 1:
            raise AssertionError("a dispute is named by a line of several codings")
        found[nested[0]["id"]] += 1
    return found, others


def shuffled(clone, rng, target):
    """The same lines in another order, some doubled, in files of other names."""
    shutil.copytree(clone.path, target, ignore=shutil.ignore_patterns(".git", ".gloss"))
    other = Clone(clone.program, target, target.parent / "shuffled", clone.coder)
    for folder in (target / "codings").iterdir():
        lines = []
        for log in sorted(folder.rglob("*.jsonl")):
            lines += log.read_bytes().splitlines(keepends=True)
            log.unlink()
        lines += rng.sample(lines, len(lines) // 3)
        rng.shuffle(lines)
        for number in range(3):
            (folder / f"B07 (copy {number}).jsonl").write_bytes(b"".join(lines[number::3]))
    return other


def trial(options, rng, scenario, edits, top, judge, name):
    origin = Clone(options.program, top / "origin", top / "m0", "rs")
    os.makedirs(top)
    text = interview(rng)
    (top / "B07.txt").write_text(text)
    codebook = "title: Trial\ncodes:\n" + "".join(f"- id: {c}\n  name: {c}\n  mnemonic: {c}\n" for c in CODES)
    (top / "codes.yaml").write_text(codebook)
    done = run([options.program, "init", str(origin.path), "--codebook", str(top / "codes.yaml")], top, origin.environment)
    assert done.returncode == 0, done.stderr
    origin.gloss("import", str(top / "B07.txt"))
    half = len(text) // 2
    for coder, part in (("rs", range(half)), ("jm", range(half, len(text)))):
        code(origin, rng, part, options.base, coder)
    if scenario != "lead":
        origin.workbench(keys(rng, 5, []))
    origin.git("init", "-q", "-b", "main")
    origin.commit()
    base = origin.codings()

    a = Clone(options.program, top / "a", top / "m1", "rs")
    b = Clone(options.program, top / "b", top / "m2", "rs" if scenario == "twin" else "jm")
    for clone in (a, b):
        origin.git("clone", "-q", str(origin.path), str(clone.path))
        count = edits
        if rng.random() < 0.5:
            added = rng.randrange(0, edits)
            code(clone, rng, range(len(text)), added, clone.coder)
            count -= added
        if scenario == "lead" and clone is b:
            Lead(clone, rng).edit({k: v for k, v in base.items() if v["coder"] == "rs"}, (count + 1) // 2)
            count //= 2
        own = [record["line_from"] for record in base.values() if record["coder"] == clone.coder]
        clone.workbench(keys(rng, count, sorted(own)))
        clone.commit()
    sides = a.codings(), b.codings()
    changed = [{key for key in base if key not in side or values(side[key]) != values(base[key])} for side in sides]
    judge.counts["both"] += len(changed[0] & changed[1])
    judge.counts["acts"] += sum(len(changed_) + len(set(side) - set(base)) for changed_, side in zip(changed, sides))
    expected = three_way(base, *sides)

    third = Clone(options.program, top / "c", top / "m3", "rs")
    origin.git("clone", "-q", str(a.path), str(third.path))
    heads = [clone.git("rev-parse", "HEAD").stdout.strip() for clone in (a, b)]
    results = []
    for clone, other, head in ((a, b, heads[1]), (b, a, heads[0])):
        clone.git("fetch", "-q", str(other.path), head)
        judge.note("merges", name)
        if clone.git("merge", "-q", "-m", "merge", head, fails=True).returncode:
            judge.note("conflict", name)
            return
        results.append(clone.codings())
    if results[0] != results[1]:
        judge.note("wrong: the two directions differ", name)
    found, others = disputed(a)
    if others:
        judge.note("wrong: check finds " + others[0]["what"], name)
    judge.compare(expected, results[0], found, name)
    # `gloss merge` from the other clone as it was before git brought them together.
    b.git("checkout", "-q", heads[1])
    third.gloss("merge", str(b.path), "--apply")
    if third.codings() != results[0]:
        judge.note("wrong: gloss merge differs from git", name)
    if "Nothing new" not in third.gloss("merge", str(b.path)).stdout:
        judge.note("wrong: merging twice finds something new", name)
    if shuffled(a, rng, top / "d").codings() != results[0]:
        judge.note("wrong: another order comes to something else", name)


def main():
    parser = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
    parser.add_argument("program", type=os.path.realpath)
    parser.add_argument("--trials", type=int, default=200, help="over all scenarios and numbers of edits")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--edits", default="3,10,30")
    parser.add_argument("--scenarios", default="own,lead,twin")
    parser.add_argument("--base", type=int, default=5, help="codings of each coder before the branches part")
    parser.add_argument("--keep", action="store_true", help="keep the folders of the trials")
    options = parser.parse_args()
    cells = [(s, int(e)) for s in options.scenarios.split(",") for e in options.edits.split(",")]
    judges = {cell: Judge() for cell in cells}
    top = pathlib.Path(tempfile.mkdtemp(prefix="gloss-merge-"))
    begun, faults = time.monotonic(), 0
    for number in range(options.trials):
        cell = cells[number % len(cells)]
        place = top / str(number)
        rng = random.Random(f"{options.seed}/{number}")
        name = f"trial {number} of seed {options.seed} ({cell[0]}, {cell[1]} edits)"
        try:
            trial(options, rng, *cell, place, judges[cell], name)
        except (AssertionError, KeyError, ValueError) as error:
            judges[cell].note(f"wrong: {error}"[:300], name)
        if not options.keep:
            shutil.rmtree(place, ignore_errors=True)
    print(f"{'scenario':10}{'edits':>6}{'trials':>8}{'merges':>8}{'conflicts':>11}{'wrong':>7}{'acts':>7}{'on one':>8}{'disputed':>10}{'set back':>10}")
    for index, cell in enumerate(cells):
        counts = judges[cell].counts
        wrong = sum(n for what, n in counts.items() if what.startswith("wrong"))
        faults += wrong + counts["conflict"]
        trials = len(range(index, options.trials, len(cells)))
        print(f"{cell[0]:10}{cell[1]:6}{trials:8}{counts['merges']:8}{counts['conflict']:11}{wrong:7}"
              f"{counts['acts']:7}{counts['both']:8}{counts['disputed']:10}{counts['set back']:10}")
        for example in judges[cell].examples[:5]:
            print("   ", example)
    print(f"{options.trials} trials in {time.monotonic() - begun:.0f} s; seed {options.seed}; {faults} faults")
    if not options.keep:
        shutil.rmtree(top, ignore_errors=True)
    else:
        print(top)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
