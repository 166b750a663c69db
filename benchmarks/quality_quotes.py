"""Prints how well quotes and their speakers are found in PolNeAR articles: python -m benchmarks.quality_quotes."""

import json
import os
import re
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from communique.article import Article
from communique.passage import Passage
from communique.segmentation import segment
from communique.spans import Span
from communique.tagging.mentions import QuoteMention
from communique.tagging.quotes import tag_quotes

_SAME, _HALF, _FEW = 0.8, 0.5, 2
_PATH = Path(os.environ.get("COMMUNIQUE_SHARED", "../shared")) / "data" / "quotes_polnear_docs.dev.jsonl"


def _passage(text: str) -> Passage:
    return segment(Article(text=text, language="en"))


def _stripped(part: dict[str, Any]) -> Span:
    words = part["text"]
    left = len(words) - len(words.lstrip("\"“”'‘’ "))
    right = len(words.rstrip("\"“”'‘’ "))
    return Span(part["start"] + left, part["start"] + max(left, right))


def _iou(one: Span, other: Span) -> float:
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / max(1, len(one) + len(other) - shared)


def _overlap(gold: Span, mention: QuoteMention) -> float:
    return _iou(mention.span, gold)


def _tokens(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - {"the", "a", "of"}


def main() -> None:
    """Prints the figures."""
    if not _PATH.exists():
        print(f"quotes_polnear_docs: absent ({_PATH}); set COMMUNIQUE_SHARED")
        return
    spans = {"direct": [0, 0], "mixed": [0, 0]}
    right, proposed, gold = 0, 0, 0
    hit, of_gold, made, right_made = 0, 0, 0, 0
    elapsed = 0.0
    for line in _PATH.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, passage = row["text"], _passage(row["text"])
        begun = perf_counter()
        mentions = tag_quotes(passage, ())
        elapsed += perf_counter() - begun
        direct = [m for m in mentions if m.form == "direct"]
        reported = [m for m in mentions if m.form == "reported"]
        for entry in row["attributions"]:
            quoted = (
                [p for p in entry["content"] if re.match("[\"“]|''", p["text"])] if entry["kind"] == "direct" else []
            )
            if entry["kind"] == "mixed":
                quoted = [
                    {"start": p["start"] + m.start(), "text": m.group()}
                    for p in entry["content"]
                    for m in re.finditer(r"[\"“][^\"“”]+[\"”]", p["text"])
                    if len(m.group().split()) > _FEW
                ]
            for part in quoted:
                best = max(direct, key=partial(_overlap, _stripped(part)), default=None)
                found = best is not None and _iou(best.span, _stripped(part)) >= _SAME
                spans[entry["kind"]][0] += found
                spans[entry["kind"]][1] += 1
                source = _tokens(" ".join(p["text"] for p in entry["source"]))
                gold += bool(source)
                said = best.speaker if found and best is not None else None
                proposed += said is not None and bool(source)
                ok = said is not None and bool(source & _tokens(said.of(text)))
                right += ok
                if os.environ.get("MISSES") and (not found or (source and not ok)):
                    around = text[max(0, part["start"] - 90) : part["start"] + len(part["text"]) + 70]
                    print("MISS", found, sorted(source), repr(said.of(text)) if said else None, repr(around)[:420])
        parts = [Span(p["start"], p["end"]) for e in row["attributions"] if e["kind"] != "direct" for p in e["content"]]
        of_gold += sum(e["kind"] == "indirect" for e in row["attributions"])
        hit += sum(
            any(_iou(m.span, Span(p["start"], p["end"])) >= _HALF for m in reported for p in e["content"])
            for e in row["attributions"]
            if e["kind"] == "indirect"
        )
        made += len(reported)
        right_made += sum(any(_iou(m.span, part) >= _HALF for part in parts) for m in reported)
    for kind, (hits, total) in spans.items():
        print(f"{kind}: span recall at IoU 0.8 {100 * hits / total:.1f} % of {total}")
    precision, recall = 100 * right / proposed, 100 * right / gold
    score = 200 * right / (proposed + gold)
    print(f"speakers: F1 {score:.1f} (precision {precision:.1f}, recall {recall:.1f})")
    print(f"reported, IoU 0.5: precision {100 * right_made / made:.1f} % of {made}")
    print(f"reported, IoU 0.5: recall {100 * hit / of_gold:.1f} % of {of_gold}")
    print(f"{1000 * elapsed / 373:.2f} ms an article")


if __name__ == "__main__":
    main()
