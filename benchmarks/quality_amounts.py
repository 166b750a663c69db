"""Prints how many amounts of the evaluation sets are found and rightly valued: python -m benchmarks.quality_amounts."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.article import Language
from communique.tagging.amounts import parse_amount, tag_amounts_in
from communique.tagging.mentions import AmountMention

_DATA = Path(os.environ.get("COMMUNIQUE_SHARED", "../shared")) / "data"


def _rows(name: str) -> Iterator[dict[str, Any]]:
    path = _DATA / f"{name}.dev.jsonl"
    if not path.exists():
        print(f"{name}: absent ({path}); set COMMUNIQUE_SHARED")
        return
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _same(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= 1e-6 * max(1.0, abs(other))


def _hit(mentions: tuple[AmountMention, ...], gold: dict[str, Any], value: float | None) -> bool:
    return any(_same(m.value, value) and m.span.start < gold["end"] and gold["start"] < m.span.end for m in mentions)


def _recognizers(name: str, language: Language) -> None:
    found: dict[str, list[int]] = {}
    false = empty = 0
    for row in _rows(name):
        mentions = tag_amounts_in(row["text"], language=language)
        empty += not row["results"]
        false += bool(mentions) and not row["results"]
        for gold in row["results"]:
            if gold["value_num"] is not None and "ordinal" not in gold["type"]:
                hit = _hit(mentions, gold, gold["value_num"])
                hit = hit and (gold["type"] != "currency" or any(m.kind == "money" for m in mentions))
                found.setdefault(gold["type"], []).append(hit)
                if not hit and os.environ.get("MISSES"):
                    print(
                        "MISS",
                        gold["type"],
                        row["text"],
                        gold["expression"],
                        [(m.span.of(row["text"]), m.value) for m in mentions],
                    )
    for kind, hits in found.items():
        print(f"{name} {kind}: {100 * sum(hits) / len(hits):.1f} % of {len(hits)}")
    print(f"{name}: finds in {false} of {empty} rows without any")


def _duckling(name: str, language: Language) -> None:
    found: dict[str, list[int]] = {}
    for row in _rows(name):
        mention = parse_amount(row["text"], language=language)
        if row.get("dim") != "ordinal" and row["values"]:
            ends = {mention.value, mention.maximum} if mention else set()
            hit = any(_same(end, row["values"][0]) for end in ends)
            found.setdefault(row["dim"], []).append(hit)
            if not hit and os.environ.get("MISSES"):
                print("MISS", row["text"], row["values"], mention)
    for kind, hits in found.items():
        print(f"{name} {kind}: {100 * sum(hits) / len(hits):.1f} % of {len(hits)}")


def _quantities() -> None:
    hits = []
    for row in _rows("quantities_quantulum3_en"):
        mentions = tag_amounts_in(row["text"], language="en")
        hits += [_hit(mentions, gold, gold["value"]) for gold in row["results"]]
    if hits:
        print(f"quantities_quantulum3_en: {100 * sum(hits) / len(hits):.1f} % of {len(hits)}")


def _prices() -> None:
    hits = []
    for row in _rows("prices_price_parser"):
        if row["amount"] is not None and not row["group"].startswith("xfail"):
            mention = parse_amount(row["text"], language="en")
            hits.append(mention is not None and _same(mention.value, float(row["amount"])))
    if hits:
        print(f"prices_price_parser: {100 * sum(hits) / len(hits):.1f} % of {len(hits)}")


def _turkish_money() -> None:
    right = gold_total = found_total = 0
    for row in _rows("events_tfeec_tr"):
        for sentence in row["sentences"]:
            gold = [a for a in sentence["args"] if a["label_en"] == "money"]
            if not sentence["args"]:
                continue
            mentions = [m for m in tag_amounts_in(sentence["text"], language="tr") if m.kind == "money"]
            right += sum(any(m.span.start < a["end"] and a["start"] < m.span.end for m in mentions) for a in gold)
            gold_total, found_total = gold_total + len(gold), found_total + len(mentions)
    if gold_total:
        print(f"events_tfeec_tr money: recall {100 * right / gold_total:.1f} %, {found_total} found for {gold_total}")


if __name__ == "__main__":
    _recognizers("amounts_msrt_en", "en")
    _recognizers("amounts_msrt_tr", "tr")
    _duckling("amounts_duckling_en", "en")
    _duckling("amounts_duckling_tr", "tr")
    _quantities()
    _prices()
    _turkish_money()
