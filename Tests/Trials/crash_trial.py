#!/usr/bin/env python3
"""Breaks Gloss at every system call of an act, or cuts the power at every moment of it, and looks what is left.

    Tests/Trials/crash_trial.py .build/release/gloss TOOLS [--acts code,batch,merge,uncode,undo] [--ways inject,replay,block]

TOOLS is a folder with the three tools that do the breaking:

    inject   crashinject.py   SIGKILL at the entry of each call, and ENOSPC, EIO, EINTR as its answer; needs strace
    replay   crashreplay.py   every state that a loss of power can leave, in two models of a file system; needs strace
    block    blkcrash.py      power-cut images of a real ext4 file system; needs root, FUSE and a loop device

After each of them the study must load; nothing that was there before may be missing, nothing half done may be there, and what the
program said it had saved must be there. Then the act is repeated, must succeed, and must come to the same as if nothing had
happened; `gloss check` must find nothing. The exit status is 1 if anything failed.
"""
import argparse
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.realpath(__file__))
TEXT = "Interviewer: Who pays?\n\nP1: The block contract pays. Nothing moves in winter. We plan with old figures.\n"
CODEBOOK = "title: Trial\ncodes:\n- id: block\n  name: Block\n  mnemonic: bl\n- id: trust\n  name: Trust\n  mnemonic: tr\n"
BATCH = [(30, 40, "block"), (30, 44, "trust"), (35, 52, "block"), (54, 60, "trust"), (60, 77, "block")]


class Act:
    """One thing that a person does.

    command: what is run in the folder that holds `study`; keys: what is typed if it is the workbench; said: what it says of
    each thing that is safe from then on; whole: whether one saying stands for all of it; repeats: whether it can be run again.
    """

    def __init__(self, command, said, keys="", whole=False, repeats=True, needs=None):
        self.command, self.said, self.keys = command, said, keys
        self.whole, self.repeats, self.needs = whole, repeats, needs


ACTS = {
    "code": Act("code B07 60-77 trust --memo figures", r"^saved ", whole=True),
    "batch": Act("code --from ../batch.jsonl", r"^saved "),
    "merge": Act("merge ../other --apply", r"^Saved\.", whole=True),
    "uncode": Act("open B07", "uncoded", keys="gg]x", whole=True, repeats=False),
    "undo": Act("open B07", "undid", keys="u", whole=True, repeats=False),
    "draw": Act("open B07", "coded B07", keys="}sctr\r", whole=True, repeats=False),
    "revise": Act("revise B07 --from ../new.txt", r"\S", whole=True, needs=("revise",)),
    "repair": Act("check --repair", r"\S", whole=True, needs=("check", "--repair")),
}


def environment(place):
    return {
        "PATH": os.environ["PATH"], "HOME": f"{place}/home", "XDG_STATE_HOME": f"{place}/state",
        "XDG_CONFIG_HOME": f"{place}/config", "GLOSS_CODER": "rs", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
    }


def gloss(place, *arguments, study="study", coder="rs", expect=(0,)):
    done = subprocess.run(
        [os.environ["GLOSS_PROGRAM"], *arguments], cwd=f"{place}/{study}" if study else place,
        env=environment(place) | {"GLOSS_CODER": coder}, capture_output=True, text=True, stdin=subprocess.DEVNULL,
    )
    if done.returncode not in expect:
        raise AssertionError(f"gloss {' '.join(arguments)}: exit {done.returncode}: {done.stderr.strip()[:300]}")
    return done


def set_up(act, place):
    """A study with two documents and three codings, and what the act needs beside it."""
    write = lambda name, text: pathlib.Path(place, name).write_text(text)
    write("B07.txt", TEXT)
    write("A01.txt", TEXT.replace("P1", "P2"))
    write("codes.yaml", CODEBOOK)
    gloss(place, "init", "study", "--codebook", "codes.yaml", study=None)
    gloss(place, "import", "../B07.txt", "../A01.txt")
    if act == "merge":
        shutil.copytree(f"{place}/study", f"{place}/other")
        write("C02.txt", TEXT.replace("P1", "P3"))
        gloss(place, "import", "../C02.txt", study="other")
        gloss(place, "code", "C02", "30-40", "block", study="other", coder="jm")
        gloss(place, "code", "B07", "30-52", "trust", study="other", coder="jm")
        gloss(place, "code", "B07", "54-60", "trust", "block", study="other")
        write("other/codebooks/proposed/jm.abc123.yaml", "title: jm\ncodes:\n- id: jm/new\n  name: New\n  status: proposed\n")
    for start, end, code in ((26, 51, "block"), (52, 78, "trust"), (79, 104, "block")):
        gloss(place, "code", "B07", f"{start}-{end}", code)
    if act == "batch":
        lines = [dict(document=d, start=s, end=e, code=c) for d in ("B07", "A01") for s, e, c in BATCH]
        write("batch.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
    if act == "revise":
        write("new.txt", TEXT.replace("Who pays?", "Who pays for it?"))
    if act == "repair":
        # A torn line, a temporary file that was left, and a copy that a sync tool made.
        log = next(pathlib.Path(place, "study/codings/rs").glob("B07.*.jsonl"))
        shutil.copy(log, log.with_name(log.stem + " (conflicted copy).jsonl"))
        with open(log, "a") as file:
            file.write('{"v":1,"id":"01')
        write("study/documents.csv.12345678.tmp~", "doc")


def state(place):
    """The codings in force."""
    text = gloss(place, "extracts", "--format", "jsonl", expect=(0, 1)).stdout
    keys = ("coder", "document", "start", "end", "code", "memo", "star", "doubt", "text")
    return sorted(tuple(json.loads(line)[key] for key in keys) for line in text.splitlines())


def check(name, place, models):
    """Whether what a crash left is as it must be."""
    act, expected = ACTS[name], json.loads(pathlib.Path(models, name + ".json").read_text())
    before, after = ({tuple(record) for record in expected[key]} for key in ("before", "after"))
    now = state(place)
    if len(now) != len(set(now)):
        raise AssertionError("a coding is there twice")
    now = set(now)
    if not (before & after) <= now:
        raise AssertionError(f"LOST {sorted((before & after) - now)}")
    if not now <= (before | after):
        raise AssertionError(f"unheard of: {sorted(now - (before | after))}")
    said = pathlib.Path(os.environ["OUT"]).read_text(errors="replace")
    count = len(re.findall(act.said, said, re.MULTILINE))
    # With exit status 2 something was refused, and only what was named is said to be saved.
    if count and act.whole and os.environ.get("RC", "0") == "0" and now != after:
        raise AssertionError("said to be saved, and is not")
    if count > len(now & (after - before)) + len((before - after) - now) and not act.whole:
        raise AssertionError(f"{count} said to be saved, and fewer are")
    if os.environ.get("FAULT") == "none" and (not count or now != after):
        raise AssertionError(f"the act does nothing: said {count} times, {sorted(now ^ after)}")
    gloss(place, "check", expect=(0, 3))
    mends = knows(os.environ["GLOSS_PROGRAM"], "check", "--repair")
    if mends:
        gloss(place, "check", "--repair", expect=(0, 3))
    if act.repeats:
        gloss(place, *shlex.split(act.command))
        if set(state(place)) != after:
            raise AssertionError("repeated, it comes to something else")
    problems = json.loads(gloss(place, "check", "--format", "json", expect=(0, 3)).stdout)["problems"]
    # Half an act is named by check; only check --repair can finish it.
    problems = [p for p in problems if mends or "is part of an act over" not in p["what"]]
    if problems:
        raise AssertionError(problems)


def model(name, folder):
    """What the act comes to when nothing happens."""
    act = ACTS[name]
    with tempfile.TemporaryDirectory(prefix="gloss-crash-") as place:
        set_up(name, place)
        before = state(place)
        command = [os.environ["GLOSS_PROGRAM"], *shlex.split(act.command)]
        if act.keys:
            command = [f"{HERE}/on_terminal.py", "--keys", act.keys, "--until", act.said, "--", *command]
        done = subprocess.run(command, cwd=place + "/study", env=environment(place), capture_output=True)
        after = state(place)
        if done.returncode or (before == after and name != "repair"):
            raise SystemExit(f"{name}: the act failed: {done.stderr.decode()} {done.stdout.decode()[-300:]}")
    pathlib.Path(folder, name + ".json").write_text(json.dumps({"before": before, "after": after}))


def knows(program, command, option=""):
    done = subprocess.run([program, command, "--help"], capture_output=True, text=True)
    return done.returncode == 0 and option in done.stdout


def trial(name, way, options, models):
    act = ACTS[name]
    step = f"{shlex.quote(sys.executable)} {shlex.quote(os.path.realpath(__file__))} --models {models} --act {name} --step"
    settings = environment("$PWD/..") | {"PATH": "$PATH"}
    exports = " ".join(f'{key}="{value}"' for key, value in settings.items())
    program = shlex.quote(options.program)
    typed = ""
    if act.keys and way == "block":
        typed = f"{sys.executable} {HERE}/on_terminal.py --keys '{act.keys}' --until '{act.said}' -- "
    # The tools put `exec` before it, and watch names below the folder they begin in.
    run = f"sh -c 'cd study && exec env {exports} {typed}{program} {act.command}'"
    if typed:
        run = f"sh -c {shlex.quote(f'cd study && exec env {exports} {typed}{program} {act.command}')}"
    common = ["--setup", f"{step} setup", "--run", run, "--check", f"{step} check"]
    commands = {
        "inject": [["crashinject.py", "--faults", options.faults]],
        # More random choices a point make no other kinds of states, and with them a merge takes hours.
        "replay": [["crashreplay.py", "--model", model, "--max", "5"] for model in ("weak", "ordered")],
        "block": [["blkcrash.py", "--fs", "ext4", "--states", str(options.states)]],
    }[way]
    surroundings = dict(os.environ, GLOSS_PROGRAM=options.program, GLOSS_KEYS=act.keys, GLOSS_UNTIL=act.said if act.keys else "")
    if act.keys and way != "block":
        surroundings["PATH"] = HERE + os.pathsep + os.environ["PATH"]
    failed = False
    for command in commands:
        begun = time.monotonic()
        tool = os.path.join(options.tools, command[0])
        done = subprocess.run([sys.executable, tool, *command[1:], *common], env=surroundings, capture_output=True, text=True)
        lines = (done.stdout + done.stderr).strip().splitlines()
        print(f"{name} {' '.join(command[:3])}: {lines[-1] if lines else 'nothing said'} · {time.monotonic() - begun:.0f} s", flush=True)
        for line in lines[:-1]:
            print("   ", line[:400], flush=True)
        failed = failed or done.returncode not in (0, 77)
    return failed


def main():
    parser = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
    parser.add_argument("program", type=os.path.realpath, nargs="?")
    parser.add_argument("tools", type=os.path.realpath, nargs="?")
    parser.add_argument("--acts", default="code,batch,merge,uncode,undo,draw,revise,repair")
    parser.add_argument("--ways", default="inject,replay,block")
    parser.add_argument("--faults", default="kill,ENOSPC,EIO,EINTR")
    parser.add_argument("--states", type=int, default=60, help="power-cut images of each act")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    parser.add_argument("--act", help=argparse.SUPPRESS)
    parser.add_argument("--models", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        try:
            set_up(options.act, os.getcwd()) if options.step == "setup" else check(options.act, os.getcwd(), options.models)
        except AssertionError as error:
            print(error)
            return 1
        return 0
    os.environ["GLOSS_PROGRAM"] = options.program
    failed = False
    with tempfile.TemporaryDirectory(prefix="gloss-models-") as models:
        for name in options.acts.split(","):
            if ACTS[name].needs and not knows(options.program, *ACTS[name].needs):
                print(f"{name}: skipped, this program cannot do it")
                continue
            model(name, models)
            for way in options.ways.split(","):
                failed = trial(name, way, options, models) or failed
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
