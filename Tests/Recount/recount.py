#!/usr/bin/env python3
"""Counts a study again, from its plain files alone, as docs/FORMAT.md describes them and docs/GUIDE.md says how to count.

    Tests/Recount/recount.py STUDY > counts.json

It knows nothing of Gloss. Of the logs it reads studies in which codings were only made, never changed: others are refused.
"""

import csv
import json
import pathlib
import re
import sys
import unicodedata
from collections import defaultdict

HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def codebook(study):
    """Ids in order, with their parents."""
    parents = {}
    for path in sorted((study / "codebooks").glob("*.yaml")):
        code = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if match := re.match(r"\s*- id:\s*(\S+)", line):
                code = match.group(1)
                parents[code] = None
            elif code and (match := re.match(r"\s+parent:\s*(\S+)", line)):
                parents[code] = match.group(1)
    return parents


def documents(study):
    """By uuid: id, words of labels left out, turns, attributes."""
    attributes = {row["document"]: row for row in rows(study / "documents.csv")}
    found = {}
    for path in sorted((study / "transcripts").rglob("*.yaml")):
        if "/." in str(path):
            continue
        head = path.read_text(encoding="utf-8")
        uuid = re.search(r'^uuid:\s*"?([0-9a-f-]+)', head, re.M).group(1)
        name = str(path.relative_to(study / "transcripts"))[: -len(".yaml")]
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        turns = rows(study / "transcripts" / f"{name}.turns.csv")
        found[uuid] = {"id": name, "text": text, "turns": turns, "row": attributes.get(name, {})}
    return found


def codings(study):
    """One for each coder, code, document, text and place."""
    seen = {}
    for path in sorted((study / "codings").rglob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            operation = json.loads(line)
            if operation["op"] != "code":
                sys.exit(f"{path}: has ‘{operation['op']}’, which this script cannot follow")
            key = tuple(operation[field] for field in ["by", "code", "doc", "text", "start", "end"])
            seen.setdefault(key, operation)
    return list(seen.values())


def spoken(document):
    """Where words are: turns and notes and front matter without their labels."""
    for turn in document["turns"]:
        start, end = int(turn["start"]), int(turn["end"])
        yield start + len(turn["label"] or ""), end


def runs(text, start, end):
    """Words: runs of letters, digits and the marks on letters; each Han or kana character is one."""
    begin = None
    for place in range(start, end + 1):
        character = text[place] if place < end else " "
        is_han = HAN.match(character)
        is_word = unicodedata.category(character) in {"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "Mn", "Mc"}
        if begin is not None and (is_han or not is_word):
            yield begin, place
            begin = None
        if is_han:
            yield place, place + 1
        elif is_word and begin is None:
            begin = place


def words(document, spans):
    """How many words at least one of the spans touches."""
    count = 0
    for start, end in spoken(document):
        for first, last in runs(document["text"], start, end):
            count += any(first < b and a < last for a, b in spans)
    return count


def family(code, parents):
    while code:
        yield code
        code = parents.get(code)


def voice(coding, document, speakers):
    """The first speaker touched who is no interviewer."""
    for turn in document["turns"]:
        start, end = int(turn["start"]), int(turn["end"])
        if turn["kind"] == "turn" and start < coding["end"] and coding["start"] < end:
            if speakers.get((document["id"], turn["speaker"]), {}).get("interviewer") != "yes":
                return turn["speaker"]
    return None


def main():
    study = pathlib.Path(sys.argv[1])
    parents, texts, made = codebook(study), documents(study), codings(study)
    speakers = {(row["document"], row["speaker"]): row for row in rows(study / "speakers.csv")}
    counts = {}
    for code in parents:
        mine = [coding for coding in made if code in family(coding["code"], parents)]
        spans = defaultdict(list)
        people, sites, places = set(), defaultdict(set), defaultdict(int)
        for coding in mine:
            document = texts[coding["doc"]]
            spans[coding["doc"]].append((coding["start"], coding["end"]))
            places[document["id"]] += 1
            sites[document["row"].get("site", "(none)")].add(document["id"])
            speaker = voice(coding, document, speakers)
            row = speakers.get((document["id"], speaker))
            if row:
                people.add(row["participant"] or (document["id"], speaker))
        counts[code] = {
            "codings": len(mine),
            "passages": len({(c["doc"], c["text"], c["start"], c["end"]) for c in mine}),
            "words": sum(words(texts[uuid], covered) for uuid, covered in spans.items()),
            "documents": len(spans),
            "participants": len(people),
            "own_codings": sum(coding["code"] == code for coding in made),
            "by_site": {site: len(found) for site, found in sorted(sites.items())},
            "by_document": dict(sorted(places.items())),
            "by_coder": {by: sum(c["by"] == by for c in mine) for by in sorted({c["by"] for c in mine})},
        }
    pairs = defaultdict(int)
    covered, shared = defaultdict(int), defaultdict(int)
    layers = defaultdict(list)
    for coding in made:
        layers[coding["doc"], coding["by"]].append(coding)
    for layer in layers.values():
        scalars = defaultdict(set)
        for coding in layer:
            scalars[coding["code"]].update(range(coding["start"], coding["end"]))
        for code, found in scalars.items():
            covered[code] += len(found)
        for i, one in enumerate(layer):
            for other in layer[i + 1 :]:
                if one["code"] != other["code"] and one["start"] < other["end"] and other["start"] < one["end"]:
                    pairs[tuple(sorted([one["code"], other["code"]]))] += 1
        for a in scalars:
            for b in scalars:
                if a < b:
                    shared[a, b] += len(scalars[a] & scalars[b])
    total = {code: counts[code]["own_codings"] for code in counts}
    together = {}
    for (a, b), n in sorted(pairs.items()):
        below = total[a] + total[b] - n
        both = shared[a, b]
        together[f"{a} {b}"] = {
            "n": n,
            "c": n / below if 0 < n <= below else None,
            "jaccard": both / (covered[a] + covered[b] - both),
        }
    json.dump({"codes": counts, "pairs": together}, sys.stdout, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main()
