"""Checks of quoted words: verbatim up to typography, in one piece, or in the parts that a quote's frame divides.

An ellipsis joins parts in order. What negates is neither dropped, added nor cut off; words of two speakers are none.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from communique.drafts import Proposed
from communique.grounding.alignment import align
from communique.grounding.cut_off import adjoin, cut_off
from communique.grounding.findings import NEARBY, Context, Finding, misplaced, not_found
from communique.grounding.hard_words import is_hard, is_negation
from communique.grounding.words import ground_words
from communique.shapes import FieldShape
from communique.source import tier_of
from communique.spans import Span
from communique.tagging.quotes import Utterance
from communique.verdicts import Tier, Verdict
from communique.word_index import WordIndex, words_of

_ELLIPSIS = re.compile(r"\s*(?:[\[(]\s*(?:\.\s?\.\s?\.|…)\s*[\])]|\.\s?\.\s?\.|…)\s*")
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_EDITED = re.compile(r"\[[^\[\]]{1,80}\]")
_MARK = re.compile("[\"“”‘’'«»„`]")
_MARKS = " \t\n\"'“”‘’«»„`"
_STOPS = " .,;:"
_MOST = 100
_BODY = 2
_BRACKET = 6
_FEWEST_CUT = 2
_REACH = 2
"""How many sentences further the next part of an elided quote may stand."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """Claimed words: as they are written, and folded."""

    written: str
    words: list[str]

    @classmethod
    def of(cls, text: str) -> "_Claim":
        written = text.strip(_MARKS).rstrip(_STOPS).strip(_MARKS)
        return cls(written, words_of(written))


def ground_quote(proposed: Proposed, _: FieldShape, context: Context) -> Finding:
    """The verdict on quoted words."""
    if proposed.span is not None:
        return ground_words(proposed, context, "quote")
    claim = _Claim.of(_LETTER.sub(r"\1", proposed.text))
    for rule in _RULES:
        finding = rule(claim, context) if claim.words else None
        if finding is not None:
            return finding
    return not_found("quote", claim.written or proposed.text)


def _placed(context: Context, span: Span, tier: Tier, reason: str) -> Finding:
    if _distance(context, span) > NEARBY:
        return misplaced(context, span, "quote")
    return Finding(Verdict.SUPPORTED, reason, span, span.of(context.article.text), tier)


def _contradicted(context: Context, span: Span, why: str = "") -> Finding:
    said = span.of(context.article.text)
    return Finding(Verdict.CONTRADICTED, f"the article says {said!r}{why}", span, found=said)


def _in_one_piece(claim: _Claim, context: Context) -> Finding | None:
    """The words as they stand together, nearest to the event; where something forbids it, what does."""
    words = context.article.words
    size = len(claim.words)
    places = islice(words.find(words.encode(claim.words)), _MOST)
    spans = [(first, words.span(first, first + size - 1)) for first in places]
    faults = []
    for first, span in sorted(spans, key=lambda each: _distance(context, each[1])):
        fault = _fault(claim, context, first, first + size - 1)
        if fault is None:
            tier = _tier(span.of(context.article.text), claim.written)
            return _placed(context, span, tier, "it stands in the evidence")
        faults.append(fault)
    return faults[0] if faults else None


def _distance(context: Context, span: Span) -> int:
    """How far from the event the words begin or end, whichever is farther: a quote may run over sentences."""
    ends = (Span(span.start, span.start + 1), Span(span.end - 1, span.end))
    return max(context.distance(end) for end in ends)


def _tier(said: str, written: str) -> Tier:
    """How much had to be overlooked, punctuation first."""
    if said == written:
        return Tier.VERBATIM
    tier = tier_of(_letters(said), _letters(written))
    return Tier.TYPOGRAPHY if tier is Tier.VERBATIM else tier


def _letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text)))


def _without_circumflex(words: str) -> str:
    """The words as most people write them: "harekat" for "harekât"."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", words).replace("\u0302", ""))


def _fault(claim: _Claim, context: Context, first: int, last: int) -> Finding | None:
    """What forbids these words of the article: other letters, two speakers, a negation just before or behind."""
    words, text = context.article.words, context.article.text
    span = words.span(first, last)
    said, written = _letters(span.of(text)), _letters(claim.written)
    plain, meant = _without_circumflex(said), _without_circumflex(written)
    if tier_of(plain, meant) is Tier.ACCENT and not plain.isascii() and not meant.isascii():
        return _contradicted(context, span, " in other letters")
    if _is_of_two(span, context):
        return _stitched(claim, span)
    if len(claim.words) < _FEWEST_CUT or (found := cut_off(context, first, last)) is None:
        return None
    return _contradicted(context, *found)


def _stitched(claim: _Claim, span: Span) -> Finding:
    return Finding(Verdict.NOT_FOUND, f"{claim.written!r} runs together what two speakers say", span)


def _is_of_two(span: Span, context: Context) -> bool:
    """Whether the words run over direct quotes of two speakers."""
    if not _MARK.search(span.of(context.article.text)):
        return False
    touched = [
        said
        for said in context.article.utterances
        if any(mention.form == "direct" and mention.span.overlaps(span) for mention in said.mentions)
    ]
    return any(not touched[0].is_of(other) for other in touched[1:])


def _differ(letters: list[str], ends: list[int], context: Context) -> bool:
    """Whether two of the parts are said by two speakers, be it in a direct quote or in a reported clause."""
    words = context.article.words
    parts = (words.span(end - len(part) + 1, end) for part, end in zip(letters, ends, strict=True))
    said = [found for part in parts if (found := _utterance(part, context)) is not None]
    return any(said[0].is_of_another(other) for other in said[1:])


def _utterance(part: Span, context: Context) -> Utterance | None:
    """The utterance of the shortest quote that holds the part."""
    held = (
        (len(mention.span), number, said)
        for number, said in enumerate(context.article.utterances)
        for mention in said.mentions
        if mention.span.contains(part)
    )
    found = min(held, key=lambda each: each[:2], default=None)
    return None if found is None else found[2]


def _in_parts(claim: _Claim, context: Context) -> Finding | None:
    """The words of one utterance without the frame that divides it: “We will not,” he said, “sign it.”"""
    letters = context.article.words.encode(claim.words)
    for run in context.article.runs:
        at = run.letters.find(letters)
        if at >= 0:
            span = context.article.words.span(run.places[at], run.places[at + len(letters) - 1])
            return _placed(context, span, Tier.ELLIPSIS, "its parts are said in one utterance")
    return None


def _elided(claim: _Claim, context: Context) -> Finding | None:
    """Parts between ellipses, in order within one utterance or neighbouring sentences."""
    parts = [words for part in _ELLIPSIS.split(claim.written) if (words := words_of(part))]
    if len(parts) < 2:  # noqa: PLR2004 - one part is no elision
        return None
    return _in_order(parts, context)


def _edited(claim: _Claim, context: Context) -> Finding | None:
    """Words with an editor's additions in square brackets, which must not change what is said."""
    added = [word for bracket in _EDITED.findall(claim.written) for word in words_of(bracket)]
    parts = [words for part in _EDITED.split(claim.written) if (words := words_of(part))]
    if not added or not parts:
        return None
    known = context.article.words.codes
    changed = [word for word in added if is_negation(word) or (is_hard(word) and word not in known)]
    if changed:
        return Finding(Verdict.NOT_FOUND, f"the brackets add {', '.join(changed)}")
    return _in_order(parts, context, most=_BRACKET)


def _in_order(parts: list[list[str]], context: Context, most: int | None = None) -> Finding | None:
    """The finding on parts that follow each other, at most `most` words apart."""
    words = context.article.words
    letters = [words.encode(part) for part in parts]
    found: list[tuple[int, int, list[int]]] = []
    for first in islice(words.find(letters[0]), _MOST):
        ends = _chain(words, letters, first, _bound(context, first), most)
        if ends and not _is_of_two(words.span(first, ends[-1]), context) and not _differ(letters, ends, context):
            found.append((_distance(context, words.span(first, ends[-1])), first, ends))
    if not found:
        return None
    _, first, ends = min(found)
    span = words.span(first, ends[-1])
    if _hides_negation(context, letters, ends):
        return _contradicted(context, span, "; its negation is left out")
    return _placed(context, span, Tier.ELLIPSIS, "its parts stand in the evidence in this order")


def _chain(words: WordIndex, letters: list[str], first: int, bound: int, most: int | None) -> list[int] | None:
    """The last word of each part, where all stand in order before `bound`."""
    ends = [first + len(letters[0]) - 1]
    for part in letters[1:]:
        low = ends[-1] + 1
        high = bound if most is None else min(bound, low + most + len(part))
        at = next(words.find(part, low, high), None)
        if at is None:
            return None
        ends.append(at + len(part) - 1)
    return ends


def _bound(context: Context, first: int) -> int:
    """The word before which the parts must end: the last of the utterance, or of the next sentences' paragraph."""
    article = context.article
    span = article.words.span(first, first)
    end = span.end
    sentences = article.passage.sentences
    at = max(0, bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1)
    for sentence in sentences[at : at + _REACH + 1]:
        if sentence.paragraph == sentences[at].paragraph:
            end = max(end, sentence.span.end)
    for said in article.utterances:
        if said.parts[0].start <= span.start < said.parts[-1].end:
            end = max(end, said.parts[-1].end)
    return bisect_right(article.words.ends, end)


def _hides_negation(context: Context, letters: list[str], ends: list[int]) -> bool:
    """Whether a negation stands right behind a part or right before the next one."""
    words = context.article.words
    for end, part, next_end in zip(ends, letters[1:], ends[1:], strict=False):
        after, before = end + 1, next_end - len(part)
        if after <= before and (
            (is_negation(words.word(after)) and adjoin(context, end))
            or (is_negation(words.word(before)) and adjoin(context, before))
        ):
            return True
    return False


def _rival(claim: _Claim, context: Context) -> Finding | None:
    """What the article says instead."""
    aligned = align(claim.words, context.article.words)
    if aligned is None:
        return None
    span = context.article.words.span(aligned.first, aligned.last)
    changed = f"; changed: {', '.join(aligned.hard)}" if aligned.hard else ""
    return _contradicted(context, span, changed) if _distance(context, span) <= _BODY else None


_RULES: tuple[Callable[[_Claim, Context], Finding | None], ...] = (_in_one_piece, _in_parts, _elided, _edited, _rival)
"""The first that finds something decides."""
