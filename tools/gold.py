"""Compiles the hand annotations of examples/evaluation into gold files: `python -m tools.gold [--check | --counts]`.

Each half (`tuning`, `held_apart`) gets HALF.gold.jsonl, one record an event, and HALF.gold.articles.jsonl, one line an
article, those without events too. `--check` writes nothing and fails where a file is stale or an article has no
annotation; `--counts` prints what there is of each kind and language.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from tools.annotations import KINDS, Annotated, AnnotationError, read_event

from communique.article import Article
from communique.metadata import describe
from communique.records import ArticleReference, EventRecord, Extraction, Provenance, Usage, record_id
from communique.segmentation import segment

EXAMPLES = Path(__file__).parents[1] / "examples"
HALVES: Mapping[str, tuple[str, ...]] = {
    "tuning": ("articles", "evaluation/tuning"),
    "held_apart": ("evaluation/held_apart",),
}
_NO_PROMPT = sha256(b"").hexdigest()
_BY_HAND = Provenance(
    model="hand", prompt="hand", prompt_sha256=_NO_PROMPT, policy_sha256=_NO_PROMPT, library="hand", usage=Usage()
)
_ABOUT_THE_ARTICLE = {"published", "language"}


@dataclass(frozen=True, slots=True)
class Compiled:
    """One half's articles with their events, the articles that nobody has annotated yet, and what does not fit."""

    extractions: tuple[Extraction, ...]
    unannotated: tuple[str, ...]
    faults: tuple[str, ...]

    def files(self, half: str) -> dict[str, str]:
        """The text of the half's gold files by name."""
        records = [record.to_json() for found in self.extractions for record in found.records]
        articles = [found.report.to_json() for found in self.extractions]
        return {
            f"{half}.gold.jsonl": "".join(f"{line}\n" for line in records),
            f"{half}.gold.articles.jsonl": "".join(f"{line}\n" for line in articles),
        }


def read_article(path: Path, notes: Mapping[str, Any]) -> Article:
    """The article of a file; an annotation's `published` ("" for none) and `language` go before what the text tells."""
    article = Article(id=path.stem, text=path.read_bytes().decode("utf-8-sig"), language=notes.get("language"))
    described = describe(article)
    if "published" not in notes:
        return described
    given = notes["published"] or None
    return Article.model_validate(
        {**described.model_dump(), "published": given, "published_from": "given" if given else None}
    )


def _record(article: Article, annotated: Annotated, ordinal: int) -> EventRecord:
    return EventRecord(
        id=record_id(article, annotated.kind, annotated.evidence, ordinal),
        kind=annotated.kind,
        accepted=True,
        article=ArticleReference.to(article),
        event=annotated.event,
        evidence=annotated.evidence,
        checks=(),
        provenance=_BY_HAND,
    )


def _events(article: Article, notes: Mapping[str, Any], faults: list[str]) -> Iterator[Annotated]:
    """The events of an annotation; what does not fit is added to `faults`."""
    passage = segment(article)
    strange = sorted(notes.keys() - _ABOUT_THE_ARTICLE - KINDS.keys())
    faults += [f"{article.id}: no such kind {kind!r}; there are {', '.join(KINDS)}" for kind in strange]
    for kind in KINDS:
        for number, given in enumerate(notes.get(kind, ()), start=1):
            try:
                yield read_event(passage, kind, given)
            except AnnotationError as error:
                faults.append(f"{article.id}: {kind} {number}: {error}")


def extraction(article: Article, notes: Mapping[str, Any], faults: list[str]) -> Extraction:
    """The article with its annotated events in text order."""
    seen: Counter[tuple[Any, ...]] = Counter()
    records = []
    for annotated in sorted(_events(article, notes, faults), key=lambda event: event.evidence):
        key = (annotated.kind, annotated.evidence)
        records.append(_record(article, annotated, seen[key]))
        seen[key] += 1
    return Extraction(article=article, records=tuple(records))


def compile_half(half: str, examples: Path = EXAMPLES) -> Compiled:
    """The half's articles in the order of their names, compiled."""
    paths = sorted(
        (path for folder in HALVES[half] for path in (examples / folder).glob("*.txt")), key=lambda p: p.stem
    )
    found, unannotated, faults = [], [], list[str]()
    for path in paths:
        annotation = examples / "evaluation" / "annotations" / f"{path.stem}.toml"
        if not annotation.exists():
            unannotated.append(path.stem)
            continue
        notes = tomllib.loads(annotation.read_text(encoding="utf-8"))
        found.append(extraction(read_article(path, notes), notes, faults))
    return Compiled(tuple(found), tuple(unannotated), tuple(faults))


def counts(compiled: Compiled) -> Iterator[str]:
    """Lines of a table: per language the articles, those without events, and the events of each kind."""
    yield f"{'language':10}{'articles':>10}{'empty':>10}" + "".join(f"{kind:>12}" for kind in KINDS)
    languages = sorted({str(found.article.language) for found in compiled.extractions})
    for language in languages:
        own = [found for found in compiled.extractions if str(found.article.language) == language]
        kinds = Counter(record.kind for found in own for record in found.records)
        empty = sum(not found.records for found in own)
        yield f"{language:10}{len(own):>10}{empty:>10}" + "".join(f"{kinds[kind]:>12}" for kind in KINDS)


def stale(half: str, compiled: Compiled, examples: Path = EXAMPLES) -> Iterator[str]:
    """What keeps the half's gold files from being true: articles without annotation, files that differ."""
    yield from (f"{name}: no annotation; write evaluation/annotations/{name}.toml" for name in compiled.unannotated)
    for name, text in compiled.files(half).items():
        path = examples / "evaluation" / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield f"{name}: stale; run python -m tools.gold"


def _write(half: str, compiled: Compiled) -> None:
    for name, text in compiled.files(half).items():
        (EXAMPLES / "evaluation" / name).write_text(text, encoding="utf-8")
        print(f"{name}: {text.count(chr(10))} lines")


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 1 where an annotation does not fit its article or, with --check, a file is stale."""
    parser = argparse.ArgumentParser(prog="python -m tools.gold", description="Compiles hand annotations into gold.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="write nothing; fail where a gold file is stale")
    choice.add_argument("--counts", action="store_true", help="write nothing; print the events of each kind")
    options = parser.parse_args(arguments)
    problems: list[str] = []
    for half in HALVES:
        compiled = compile_half(half)
        problems += compiled.faults
        if options.counts:
            print("\n".join((half, *counts(compiled))))
        elif options.check:
            problems += stale(half, compiled)
        elif not compiled.faults:
            _write(half, compiled)
    print("\n".join(problems), file=sys.stderr, end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
