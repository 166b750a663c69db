"""What others marked in the texts of the shared evaluation data, as true claims; only printed, never stored."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from benchmarks.mutants.sources import Kind, Row, Text, Truth, rows
from benchmarks.mutants.words import begins, plain, stands, table
from communique.spans import Span

_NAME = re.compile(
    r"(?:[^\W\d_a-zçğıöşü][\w.’'-]*)(?:\s(?:[^\W\d_a-zçğıöşü][\w.’'-]*|of|the|and|for|ve|bin|al|de|von|van))*"
)
_SHORTEST_QUOTE, _LONGEST_QUOTE = 4, 60
_MARKS = " \t\n\"'“”‘’«»,."
_RE3D: dict[str, Kind] = {"Person": "name", "Organisation": "name", "Location": "place", "Money": "amount"}
_TFEEC: dict[str, Kind] = {"person": "name", "company": "name", "place": "place", "money": "amount", "time": "date"}
_CURRENCIES = tuple(form for forms in table("currencies").values() for form in forms)
_WORDED = tuple(form for form in _CURRENCIES if form.isalpha())
_PRONOUNS = frozenset(plain(word) for word in table("titles")["words"])
_ENDING = re.compile(r"[’'][a-zçğıöşü]+$")
_PLAUSIBLE = re.compile(r"(?:1[89]|20)\d{2}")
_YEAR = re.compile(r"\b(?:1[89]|20)\d{2}\b")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def shared_truths() -> Iterator[Truth]:
    """The claims over the shared texts; none where they are not there."""
    for read in (_boun, _tfeec, _re3d, _plover, _polnear, _amounts, _tbaq, _dates):
        yield from read()


def _span(row: Row, base: int = 0) -> Span:
    return Span(base + row["start"], base + row["end"])


def _truth(source: Text, kind: Kind, value: str, at: Span) -> Truth:
    return Truth(source, kind, value, at, evidence=at)


def _is_name(words: str) -> bool:
    return _NAME.fullmatch(words) is not None and not words.isupper()


def _people(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The names without Turkish endings, grouped by their last word; none that holds a title."""
    groups: dict[str, list[str]] = defaultdict(list)
    titles = {plain(title)[0] for title in table("titles")["words"]}
    for name in dict.fromkeys(_ENDING.sub("", name) for name in names):
        if _is_name(name) and "’s " not in name and titles.isdisjoint(plain(name)):
            groups[name.split()[-1]].append(name)
    return tuple(tuple(forms) for forms in groups.values())


def _is_shared(forms: tuple[str, ...]) -> bool:
    """Whether two people go by one last word, so that it alone names neither."""
    return len({form.split()[0] for form in forms if " " in form}) > 1


def _boun() -> Iterator[Truth]:
    file = "names_boun_tr"
    for row in rows(file):
        if row["lemma"][:1].isupper() and row["lemma_is_prefix"] and not row["derived"]:
            yield _truth(Text(file, row["id"], row["text"], "tr"), "name", row["lemma"], _span(row))


def _tfeec() -> Iterator[Truth]:
    """One paragraph a sentence, so that what stands in another sentence is elsewhere."""
    file = "events_tfeec_tr"
    for row in rows(file):
        sentences = row["sentences"]
        people = [mark["text"] for held in sentences for mark in held["args"] if mark["label_en"] == "person"]
        text = "\n\n".join(sentence["text"] for sentence in sentences)
        source = Text(file, row["id"], text, "tr", people=_people(people))
        base = 0
        for sentence in sentences:
            for mark in sentence["args"]:
                kind = _TFEEC.get(mark["label_en"])
                if kind and _fits(kind, mark["text"]):
                    yield _truth(source, kind, mark["text"], _span(mark, base))
            base += len(sentence["text"]) + 2


def _fits(kind: Kind, words: str) -> bool:
    """Whether a mark is of the sort we check: names in capitals, amounts of money, dates that name a time."""
    if kind in ("name", "place"):
        return _is_name(words) and plain(words)[:1] not in _PRONOUNS
    if kind == "amount":
        return any(map(str.isdecimal, words)) and any(begins(form, words) or form in words for form in _CURRENCIES)
    return _is_date(words)


def _is_date(words: str) -> bool:
    """Whether a year, a month or a day of the week is named, and no money."""
    named = any(stands(name, words) for kind in ("days", "months") for ring in table("rings")[kind] for name in ring)
    return (named or _YEAR.search(words) is not None) and not any(begins(form, words) for form in _WORDED)


def _re3d() -> Iterator[Truth]:
    file = "events_re3d"
    for row in rows(file):
        people = [mark["text"] for mark in row["entities"] if mark["type"] == "Person"]
        source = Text(file, row["id"], row["text"], "en", people=_people(people))
        for mark in row["entities"]:
            kind = _RE3D.get(mark["type"])
            if kind and _fits(kind, mark["text"]):
                yield _truth(source, kind, mark["text"], _span(mark))


def _plover() -> Iterator[Truth]:
    file = "events_plover_gsr"
    for row in rows(file):
        source = Text(file, row["id"], row["text"], "en")
        for mark in row["spans"]:
            if mark["role"] in ("SRC", "TAR") and _is_name(mark["text"]):
                yield _truth(source, "name", mark["text"], _span(mark))


def _polnear() -> Iterator[Truth]:
    """Direct quotes of named sources; parts that stand apart are joined by an ellipsis."""
    file = "quotes_polnear_docs"
    for row in rows(file):
        sources = [part["text"] for a in row["attributions"] for part in a["source"]]
        source = Text(
            file,
            row["id"],
            row["text"],
            "en",
            published=_published(row["publication_date"]),
            people=_people(map(_bare, sources)),
        )
        for mark in row["attributions"]:
            for part in mark["source"]:
                if any(part["text"] in forms for forms in source.people if not _is_shared(forms)):
                    yield _truth(source, "name", part["text"], _span(part))
            if mark["kind"] == "direct" and mark["source"] and mark["content"]:
                yield from _said(source, mark, row["attributions"])


def _said(source: Text, mark: Row, others: list[Row]) -> Iterator[Truth]:
    at = _span(mark["content"][0]).to(_span(mark["content"][-1]))
    words = " … ".join(part["text"].strip(_MARKS) for part in mark["content"])
    nested = any(o is not mark and any(_span(part).overlaps(at) for part in o["content"]) for o in others)
    speaker = " ".join(part["text"] for part in mark["source"])
    if not _SHORTEST_QUOTE <= len(words.split()) <= _LONGEST_QUOTE or nested:
        return
    named = speaker if len(mark["source"]) == 1 and _is_name(_bare(speaker)) else None
    yield replace(_truth(source, "quote", words, at), speaker=named)


def _bare(speaker: str) -> str:
    return speaker.strip(" ,").removeprefix("the ").removeprefix("The ")


def _published(day: str | None) -> date | None:
    return date.fromisoformat(day[:10]) if day and _DAY.fullmatch(day[:10]) and len(day) >= len("2000-01-01") else None


def _amounts() -> Iterator[Truth]:
    for file in ("amounts_msrt_en", "amounts_msrt_tr"):
        for row in rows(file):
            for mark in row["results"]:
                if mark["type"] in ("currency", "percentage") and mark["start"] is not None:
                    source = Text(file, row["id"], row["text"], row["lang"])
                    yield _truth(source, "amount", mark["expression"], _span(mark))
                    if mark["iso_currency"] and mark["value_num"] is not None:
                        yield _truth(source, "amount", f"{mark['value_num']:.10g} {mark['iso_currency']}", _span(mark))


def _tbaq() -> Iterator[Truth]:
    """The paragraphs of one document as one text, each kept once, with every value its expressions have."""
    file = "dates_tbaq_en"
    documents: dict[str, list[Row]] = defaultdict(list)
    for row in rows(file):
        documents[row["doc_id"]].append(row)
    for key, held in documents.items():
        paragraphs = list(dict.fromkeys(row["text"] for row in held))
        text, published = "\n\n".join(paragraphs), _published(held[0]["reference_date"])
        values = frozenset(row["expected"] for row in held)
        source = Text(file, key, text, "en", published=published, dates=values)
        for row in held:
            base = text.index(row["text"])
            if row["kind"] == "DATE" and _DAY.fullmatch(row["expected"]):
                yield _truth(source, "date", row["expression"], _span(row, base))
                yield _truth(source, "date", row["expected"], _span(row, base))


def _dates() -> Iterator[Truth]:
    """Expressions with the one or more values they may have."""
    readings: list[tuple[str, Callable[[Row], bool]]] = [
        ("dates_msrt_en", lambda row: row["kind"] == "date"),
        ("dates_msrt_tr", lambda row: row["kind"] == "date"),
    ]
    for file, wanted in readings:
        for row in filter(wanted, rows(file)):
            values = frozenset(str(item["value"]) for item in row["expected"] if "value" in item)
            source = Text(
                file, row["id"], row["text"], row["lang"], published=_published(row["reference_date"]), dates=values
            )
            if row["start"] is not None and values and all(map(_PLAUSIBLE.match, values)):
                yield _truth(source, "date", row["expression"], _span(row))
                if len(values) == 1:
                    yield _truth(source, "date", next(iter(values)), _span(row))
