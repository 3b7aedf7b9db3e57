#!/usr/bin/env python3
"""Makes a study of a corpus in the neutral form, with a built release program and nothing else.

    load_corpus.py GLOSS NEUTRAL STUDY

The neutral form: docs/*.txt, documents.json, codebook.json (parents first) and codings.jsonl, offsets in Unicode scalars.
"""
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time


def slug(path):
    words = "-".join(path[-1:])
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in words.lower()).strip("-")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    gloss, neutral, study = (os.path.abspath(path) for path in sys.argv[1:])
    if os.path.exists(study):
        sys.exit(f"{study} is there already: name another folder")
    with open(f"{neutral}/documents.json", encoding="utf-8") as file:
        documents = json.load(file)
    with open(f"{neutral}/codebook.json", encoding="utf-8") as file:
        codes = json.load(file)
    ids, taken = {}, set()
    for code in codes:
        base = slug(code["path"])[:56]
        name, number = base, 2
        while name in taken:
            name, number = f"{base}-{number}", number + 1
        taken.add(name)
        ids["/".join(code["path"])] = name
    names = {document["id"]: os.path.basename(document["file"])[:-4] for document in documents}
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/bench.yaml", "w", encoding="utf-8") as file:
            file.write("title: Bench\ncodes:\n")
            for code in codes:
                file.write(f"- id: {ids['/'.join(code['path'])]}\n  name: {json.dumps(code['name'])}\n")
                if len(code["path"]) > 1:
                    file.write(f"  parent: {ids['/'.join(code['path'][:-1])]}\n")
        attributes = ["case", "site", "role", "kind"]
        with open(f"{folder}/attributes.csv", "w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(["document"] + attributes)
            for document in documents:
                table.writerow([names[document["id"]]] + [document[name] for name in attributes])
        with open(f"{neutral}/codings.jsonl", encoding="utf-8") as source, \
                open(f"{folder}/codings.jsonl", "w", encoding="utf-8") as file:
            for line in source:
                coding = json.loads(line)
                request = {
                    "document": names[coding["doc"]], "start": coding["start"], "end": coding["end"],
                    "code": ids[coding["code"]], "coder": coding["coder"],
                }
                if coding["memo"]:
                    request["memo"] = coding["memo"]
                file.write(json.dumps(request, ensure_ascii=False) + "\n")
        environment = {**os.environ, "XDG_STATE_HOME": f"{folder}/state", "GLOSS_CODER": "bench"}

        def run(*arguments, cwd=study):
            done = subprocess.run([gloss, *arguments], cwd=cwd, env=environment, capture_output=True, text=True)
            if done.returncode != 0:
                shutil.rmtree(study, ignore_errors=True)
                sys.exit(f"{' '.join(arguments[:2])}: {done.stderr.strip()[-400:]}")

        run("init", study, "--title", "Bench", "--codebook", f"{folder}/bench.yaml", cwd=folder)
        run("import", f"{neutral}/docs")
        run("import", "--attributes", f"{folder}/attributes.csv")
        run("code", "--from", f"{folder}/codings.jsonl")
    print(f"{study}: made in {time.monotonic() - started:.1f} s", file=sys.stderr)


main()
