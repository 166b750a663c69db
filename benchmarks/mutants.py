"""Plants a fault in each true claim of the example articles; counts those caught: `python -m benchmarks.mutants`.

True claims are what the taggers find in body sentences; a fault changes a number, scale, currency, negation, name part,
speaker, date, weekday or word. Caught: the verdict is not asserted. False alarm: a true claim is not asserted.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from communique.annotation import AnnotatedArticle
from communique.article import Article
from communique.claims import Claim, ClaimKind, check_claim
from communique.extractor import annotated_article
from communique.spans import Span
from communique.tagging.dates import parse_date

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "tr": ("pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"),
}
_SCALES = {"billion": "million", "million": "billion", "milyar": "milyon", "milyon": "milyar"}
_SIGNS = {"$": "€", "€": "$", "dolar": "avro"}
_FEWEST = 4
_WORDS = {"en": "yesterday", "tr": "dün"}


@dataclass(frozen=True, slots=True)
class Planted:
    """A claim and the fault that was planted in it ("" for a true one)."""

    claim: Claim
    fault: str


def planted(article: AnnotatedArticle) -> Iterator[Planted]:
    """The true claims of an article, each followed by its faulty versions."""
    body = [s.span for s in article.passage.shown() if s.role == "body"]
    for kind, span, speaker in _truths(article):
        if not any(held.contains(span) for held in body):
            continue
        words = span.of(article.text)
        yield Planted(_claim(article, kind, words, speaker), "")
        for fault, wrong in _faults(article, kind, words):
            if wrong != words and wrong not in article.text and not _is_true(article, kind, wrong):
                yield Planted(_claim(article, kind, wrong, speaker), fault)
        for other in _others(article, speaker):
            yield Planted(_claim(article, kind, words, other), "speaker swapped")


def _is_true(article: AnnotatedArticle, kind: ClaimKind, words: str) -> bool:
    """Whether the changed words are, by chance, another date that the article has."""
    passage = article.passage
    found = parse_date(words, language=passage.language, published=passage.published) if kind == "date" else None
    return found is not None and found.value in {mention.value for mention in article.dates}


def _claim(article: AnnotatedArticle, kind: ClaimKind, value: str, speaker: str | None) -> Claim:
    known = article.passage.article
    return Claim(
        id="",
        text=article.text,
        kind=kind,
        value=value,
        speaker=speaker,
        published=known.published,
        language=known.language,
    )


def _truths(article: AnnotatedArticle) -> Iterator[tuple[ClaimKind, Span, str | None]]:
    for name in article.names:
        yield "name", name.span, None
    for mention in article.dates:
        yield "date", mention.span, None
    for amount in article.amounts:
        if amount.kind in ("money", "count"):
            kind: ClaimKind = "amount" if amount.kind == "money" else "quantity"
            yield kind, amount.span if amount.noun is None else amount.span.to(amount.noun), None
    for quote in article.quotes:
        speaker = None if quote.speaker_entity is None else article.canonical(article.fullest[quote.speaker_entity])
        yield "quote", quote.span, speaker
    for place in article.places:
        yield "place", place.span, None


def _others(article: AnnotatedArticle, speaker: str | None) -> Iterator[str]:
    if speaker is not None:
        people = {article.canonical(name) for name in article.names if name.kind == "person"}
        yield from sorted(people - {speaker})


def _faults(article: AnnotatedArticle, kind: ClaimKind, words: str) -> Iterator[tuple[str, str]]:
    if kind == "name":
        yield from _names(article, words)
    elif kind == "date":
        yield from _dates(article, words)
    elif kind in ("amount", "quantity"):
        yield from _amounts(words)
    elif kind == "quote":
        yield from _quotes(article, words)


def _names(article: AnnotatedArticle, words: str) -> Iterator[tuple[str, str]]:
    parts = words.split()
    if len(parts) > 1:
        for other in sorted({name.span.of(article.text) for name in article.names if name.kind == "person"}):
            if other != words and len(other.split()) > 1:
                yield "name part swapped", f"{parts[0]} {other.split()[-1]}"


def _dates(article: AnnotatedArticle, words: str) -> Iterator[tuple[str, str]]:
    days = _DAYS["tr" if article.passage.language == "tr" else "en"]
    for index, day in enumerate(days):
        if re.search(rf"\b{day}\b", words):
            yield "weekday moved", words.replace(day, days[(index + 1) % 7])
    for mention in article.dates:
        if mention.span.of(article.text) == words and mention.value and mention.granularity == "day":
            yield "date moved", (date.fromisoformat(mention.value) + timedelta(days=1)).isoformat()


def _amounts(words: str) -> Iterator[tuple[str, str]]:
    for digits in re.findall(r"\d+", words)[:1]:
        yield "number", words.replace(digits, str(int(digits) + 1), 1)
    for table, fault in ((_SCALES, "scale"), (_SIGNS, "unit")):
        for old, new in table.items():
            if old in words:
                yield fault, words.replace(old, new, 1)
                break


def _quotes(article: AnnotatedArticle, words: str) -> Iterator[tuple[str, str]]:
    tokens = words.split()
    if " not " in words:
        yield "negation", words.replace(" not ", " ", 1)
    elif " will " in words or " would " in words:
        yield "negation", re.sub(r" (will|would) ", r" \1 not ", words, count=1)
    if len(tokens) >= _FEWEST:
        middle = len(tokens) // 2
        word = _WORDS["tr" if article.passage.language == "tr" else "en"]
        yield "quote word changed", " ".join([*tokens[:middle], word, *tokens[middle + 1 :]])


def measure(paths: list[Path]) -> tuple[dict[tuple[str, str], Counter[bool]], list[Planted]]:
    """How often each fault was caught, by fault and language ("" for the true claims), and what was judged wrongly."""
    counts: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    wrong: list[Planted] = []
    for path in paths:
        article = annotated_article(Article(id=path.stem, text=path.read_text(encoding="utf-8")))
        for plant in planted(article):
            refused = not check_claim(plant.claim).verdict.asserted
            counts[plant.fault, article.passage.language][refused] += 1
            if refused == (plant.fault == ""):
                wrong.append(plant)
    return counts, wrong


def main() -> int:
    """Prints the table, and with --misses what was judged wrongly."""
    counts, wrong = measure(sorted(EXAMPLES.glob("*.txt")))
    print(f"{'fault':<20} {'language':<9} {'claims':>6} {'refused':>8}")
    for (fault, language), seen in sorted(counts.items()):
        share = 100 * seen[True] / seen.total()
        print(f"{fault or '(none: true claims)':<20} {language:<9} {seen.total():>6} {share:>7.1f}%")
    if "--misses" in sys.argv:
        for plant in wrong:
            print(plant.fault or "false alarm", plant.claim.kind, repr(plant.claim.value), plant.claim.speaker or "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
