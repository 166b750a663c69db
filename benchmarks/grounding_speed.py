"""Prints how long checks take beside langextract's aligner: `python -m benchmarks.grounding_speed`.

An article of 1,000 words of our own and values from it, some of them made false, in one run: medians over some rounds,
and their ratio, which is what can be compared between machines. CPU time, as other work on the machine
does not count in it. The same claims are checked by both.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.peers import TOOLS
from communique.annotation import AnnotatedArticle, annotate
from communique.article import Article
from communique.claims import Claim, ClaimKind, check_claim
from communique.segmentation import segment

ARTICLES = Path(__file__).parents[1] / "examples" / "articles"
WORDS, ROUNDS, VALUES = 1000, 7, 20
_MILLI = 1000.0


def article_text() -> str:
    """The first 1,000 words of our English articles, one after the other, from the first again where they are short."""
    paragraphs = [
        paragraph
        for path in sorted(ARTICLES.glob("0[1-6]*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
    ]
    text, words = [], 0
    for paragraph in (*paragraphs, *paragraphs):
        if words < WORDS:
            text.append(" ".join(paragraph.split()[: WORDS - words]))
            words += len(text[-1].split())
    return "\n\n".join(text)


def claims_of(article: AnnotatedArticle) -> list[Claim]:
    """Claims of names, dates, amounts and quotes of the article, each of several words also with them turned round."""
    found: dict[ClaimKind, list[str]] = {
        "name": [one.span.of(article.text) for one in article.names],
        "date": [one.span.of(article.text) for one in article.dates],
        "amount": [one.span.of(article.text) for one in article.amounts],
        "quote": [one.span.of(article.text) for one in article.quotes],
    }
    return [
        Claim(id="", text=article.text, kind=kind, value=value, language="en")
        for kind, values in found.items()
        for true in list(dict.fromkeys(values))[:VALUES]
        for value in dict.fromkeys((true, " ".join(reversed(true.split()))))
    ]


def timed(work: Callable[[], object]) -> float:
    """The median of some rounds in milliseconds, after one that warms up."""
    seconds = []
    for _ in range(ROUNDS + 1):
        began = process_time()
        work()
        seconds.append(process_time() - began)
    return _MILLI * median(seconds[1:])


def measured() -> Iterator[str]:
    """The medians, and their ratio."""
    text = article_text()
    claims = claims_of(annotate(segment(Article(text=text, language="en"))))
    number = count()  # each round has a text of its own, so that nothing is kept from the last one
    once = timed(lambda: annotate(segment(Article(text=f"{text}\n\n{next(number)}", language="en"))))
    checks = timed(lambda: [check_claim(claim) for claim in claims])  # the article is kept from the first claim on
    yield f"An article of {len(text.split())} words, {len(claims)} values; CPU time, medians of {ROUNDS} rounds."
    each = checks / len(claims)
    yield f"communique: {once:.1f} ms to annotate once, then {each:.3f} ms a value (wanted: 25 and 0.3)."
    yield from _aligner(text, claims, once + checks)


def _aligner(text: str, claims: list[Claim], ours: float) -> Iterator[str]:
    tool = next(tool for tool in TOOLS if tool.adapter == "of_langextract")
    aligned, values = tool.function("aligned"), [claim.value for claim in claims]
    if aligned is None:
        yield f"{tool.name}: not installed: pip install {tool.distribution}."
        return
    theirs = timed(lambda: aligned(text, values))
    yield f"{tool.name}: {theirs:.1f} ms for the list, {theirs / len(values):.3f} ms a value."
    yield f"Article and list: theirs takes {theirs / ours:.1f} times as long as ours ({ours:.1f} ms)."
    accepted = sum(check_claim(claim).verdict.asserted for claim in claims)
    yield f"Of the {len(values)} values, ours accepts {accepted}, theirs {sum(aligned(text, values))}."


def main() -> int:
    """Prints what was measured."""
    print(*measured(), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
