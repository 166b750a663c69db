"""Reads long and hostile texts: `python -m benchmarks.long_texts`.

For each it prints the seconds for the text and for its first half, and their ratio: 2 is linear. The texts are lines of
one repeated token, 100 kB each, and an article of 1 MB; a claim that is absent is checked against each, too. Below come
the seconds that articles of growing length take to be planned, from their text to the questions of both strategies.
"""

import time
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from communique.annotation import annotate
from communique.article import Article, Language
from communique.claims import Claim, check_claim
from communique.completion import Completion, Prompt
from communique.extractor import Extractor
from communique.proposing import Strategy
from communique.segmentation import segment

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
TOKENS = (
    *('"', "''", "“", "a ", "A ", "A. ", "A\n", "Munir ", "Gen. ", "Minister of ", "1 ", "1 1-", "1,1,", "$1 "),
    *("million ", "May ", "Monday, ", "2020-", "5 May ", "ocak ", "said ", '" said ', '"a" said B. ', "dedi "),
    *("(", "and ", "\n", ". ", "é", "\u0301", "İ", "’in ", "Bakanı ", "New ", "http://a.b/", "göre ", "中"),
)
_LINE, _LONG = 100_000, 1_000_000
_GROWING = (50_000, 100_000, 200_000)
_STRATEGIES: tuple[Strategy, ...] = ("document", "sentence")
_LANGUAGES: tuple[Language, ...] = ("en", "tr")


def _seconds(text: str, language: Language) -> float:
    began = time.process_time()
    annotate(segment(Article(text=text, published=date(2026, 1, 1), language=language)))
    return time.process_time() - began


def _claim_seconds(text: str, language: Language) -> float:
    """The time of an absent claim of each kind, the text annotated before."""
    values = {"name": "Asim Bajwa", "date": "2019-03-04", "quote": "we will not sign it", "amount": "$7", "place": "Oz"}
    claims = [
        Claim.model_validate({"id": "1", "text": text, "kind": kind, "value": value, "language": language})
        for kind, value in values.items()
    ]
    check_claim(claims[0])
    began = time.process_time()
    for claim in claims:
        check_claim(claim)
    return time.process_time() - began


def article(length: int) -> str:
    """The example articles over and over, up to `length` characters."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    count = length // sum(map(len, texts)) + 1
    return "\n\n".join(islice(cycle(texts), count * len(texts)))[:length]


class _Silent:
    """A model that is never asked, since articles are only planned."""

    async def complete(self, prompt: Prompt) -> Completion:
        """Nothing."""
        raise AssertionError(prompt.schema_name)


def _planning(length: int) -> Iterator[float]:
    """The seconds to plan an article of a length by each strategy."""
    long = Article(text=article(length))
    for strategy in _STRATEGIES:
        extractor = Extractor(client=_Silent(), strategy=strategy, vocabulary="closed")
        began = time.process_time()
        extractor.plan(long)
        yield time.process_time() - began


def main() -> None:
    """Prints a line a text and language, the slowest last."""
    texts = [(repr(token), (token * (_LINE // len(token) + 1))[:_LINE]) for token in TOKENS]
    rows = []
    for name, text in [*texts, ("article of 1 MB", article(_LONG))]:
        for language in _LANGUAGES:
            half = _seconds(text[: len(text) // 2], language)
            whole = _seconds(text, language)
            rows.append((whole, half, name, language, _claim_seconds(text, language)))
    print(f"{'text':<18} {'language':<9} {'half s':>7} {'whole s':>8} {'ratio':>6} {'5 claims s':>11}")
    for whole, half, name, language, claims in sorted(rows):
        print(f"{name:<18} {language:<9} {half:>7.2f} {whole:>8.2f} {whole / max(half, 1e-9):>6.1f} {claims:>11.3f}")
    print(f"\n{'characters':<18}" + "".join(f"{strategy:>12}" for strategy in _STRATEGIES))
    for length in _GROWING:
        print(f"{length:<18,}" + "".join(f"{seconds:>10.2f} s" for seconds in _planning(length)))


if __name__ == "__main__":
    main()
