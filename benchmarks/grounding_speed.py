"""Prints how long checks take beside langextract's aligner: `python -m benchmarks.grounding_speed`.

An article of 1,000 words of our own and values from it, half of them made false, in one run: medians over some rounds,
and their ratio, which is what can be compared between machines. The same claims are checked by both.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.metrics import Share
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
    text, count = [], 0
    for paragraph in (*paragraphs, *paragraphs):
        if count < WORDS:
            text.append(" ".join(paragraph.split()[: WORDS - count]))
            count += len(text[-1].split())
    return "\n\n".join(text)


def claims_of(article: AnnotatedArticle) -> list[Claim]:
    """Claims of names, dates, amounts and quotes of the article, each followed by one with its words turned round."""
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
        for value in (true, " ".join(reversed(true.split())))
    ]


def timed(work: Callable[[], object]) -> float:
    """The median of some rounds in milliseconds, after one that warms up."""
    seconds = []
    for _ in range(ROUNDS + 1):
        began = perf_counter()
        work()
        seconds.append(perf_counter() - began)
    return _MILLI * median(seconds[1:])


def main() -> int:
    """Prints the medians and their ratio."""
    text = article_text()
    article = annotate(segment(Article(text=text, language="en")))
    claims = claims_of(article)
    check_claim(claims[0])  # the text is annotated once for claims that follow one another
    once = timed(lambda: annotate(segment(Article(text=text, language="en"))))
    checks = timed(lambda: [check_claim(claim) for claim in claims])
    print(f"an article of {len(text.split())} words, {len(claims)} values; medians of {ROUNDS} rounds")
    print(f"communique: annotate once {once:8.1f} ms, then {checks / len(claims):8.3f} ms a value")
    _aligner(text, claims, once + checks)
    return 0


def _aligner(text: str, claims: list[Claim], ours: float) -> None:
    tool = next(tool for tool in TOOLS if tool.adapter == "of_langextract")
    aligned, values = tool.function("aligned"), [claim.value for claim in claims]
    if aligned is None:
        print(f"{tool.name}: not installed: pip install {tool.distribution}")
        return
    listed = timed(lambda: aligned(text, values))
    print(f"{tool.name} {tool.version}: {listed:8.1f} ms the list, {listed / len(values):8.3f} ms a value")
    print(f"ratio, the article and its list: {listed / ours:.1f} times ours ({ours:.1f} ms)")
    accepted = Share.of(check_claim(claim).verdict.asserted for claim in claims)
    print(f"accepted: ours {accepted.hits}, theirs {sum(aligned(text, values))}, of {len(values)}")


if __name__ == "__main__":
    sys.exit(main())
