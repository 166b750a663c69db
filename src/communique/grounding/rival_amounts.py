"""The article's rival to a claimed amount: at the same slot, it differs in digits, scale, unit or currency."""

from collections.abc import Iterator

from communique.grounding.claimed_amounts import ClaimedAmount, whole
from communique.grounding.findings import Context, Finding
from communique.spans import Span
from communique.tagging.amount_index import AmountIndex, key_of, same_noun
from communique.tagging.measures import symbol_of
from communique.tagging.mentions import AmountKind, AmountMention
from communique.tagging.modifiers import hedge_before
from communique.verdicts import Verdict

_KINDS: tuple[AmountKind, ...] = ("money", "count", "number", "percent")
_ELSEWHERE = 2
"""The largest distance at which an amount of the body may contradict; boilerplate never does."""


def rival(claimed: ClaimedAmount, context: Context) -> Finding | None:
    """The finding on an amount that the article has otherwise, or None: the nearest, and of these the likest."""
    found: list[tuple[int, int, int, AmountMention]] = []
    for mention, unlike in _rivals(claimed, context):
        distance = context.distance(whole(mention))
        if distance <= _ELSEWHERE:
            found.append((distance, unlike, mention.span.start, mention))
    if not found:
        return None
    mention = min(found, key=lambda one: one[:3])[3]
    text = context.article.text
    span = Span(hedge_before(text, mention.span, context.article.passage.language), whole(mention).end)
    words = span.of(text)
    return Finding(Verdict.CONTRADICTED, f"the article says {words!r}", whole(mention), found=words)


def _rivals(claimed: ClaimedAmount, context: Context) -> Iterator[tuple[AmountMention, int]]:
    """The amounts at the claim's slot, and how unlike each is: 0 for the same number in another unit."""
    amount, index = claimed.amount, context.article.amount_index
    if amount.kind in ("money", "percent"):
        yield from _of_kind(amount, index)
    elif amount.unit is not None:
        yield from _of_noun(amount, amount.unit, index)
    elif not claimed.rest:
        for kind in _KINDS:
            yield from (
                (mention, unlike) for mention in index.of_kind(kind) if (unlike := _unlike(amount, mention)) <= 1
            )


def _of_kind(amount: AmountMention, index: AmountIndex) -> Iterator[tuple[AmountMention, int]]:
    for mention in index.of_kind(amount.kind):
        unlike = _unlike(amount, mention)
        if unlike <= 1 or mention.currency is None or amount.currency in (None, mention.currency):
            yield mention, unlike


def _of_noun(amount: AmountMention, noun: str, index: AmountIndex) -> Iterator[tuple[AmountMention, int]]:
    for mention in index.of_noun(noun):
        yield mention, _unlike(amount, mention)
    if symbol_of(noun):
        yield from ((mention, 0) for mention in index.of_value(amount) if _is_other_measure(amount, mention))


def _unlike(amount: AmountMention, mention: AmountMention) -> int:
    """0 for the same number, 1 for the same digits at another scale, 2 for others."""
    one, other = key_of(amount), key_of(mention)
    if one == other or mention.maximum == amount.value:
        return 0
    return 1 if _digits(one) == _digits(other) and max(abs(one), abs(other)) >= 1e5 else 2  # noqa: PLR2004 - a scale word


def _digits(value: float) -> str:
    return f"{value:.12e}".partition("e")[0]


def _is_other_measure(amount: AmountMention, mention: AmountMention) -> bool:
    """Whether the same number stands with another unit of measurement."""
    return bool(mention.unit and symbol_of(mention.unit) and not same_noun(amount.unit or "", mention.unit))
