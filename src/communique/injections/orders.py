"""Sentences that give orders to a machine, or speak in its place: an order is no report."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.article import Language
from communique.boundaries import sentence_spans
from communique.injections.rules import SPOKEN_TO, Rule, heads_of, turn_in, worth_a_look
from communique.injections.skeleton import Skeleton, skeleton
from communique.quotation_marks import quotations
from communique.spans import Span, blanked

_TURKISH = re.compile("[ğışĞİŞ]")
_LEADS_ON = re.compile(r":|\bfollowing\b|\bbelow\b|\basagidaki|\bsunu\b|\bsu\s")
_LABEL = re.compile(r"[\W_]*(?:[\w.']+[\s,]+){0,8}[\w.']+[\W_]*:[\W_]*\Z")
_LABEL_INSIDE = re.compile(r"[(\[{\"'](?:[\w.']+[\s,]+){0,4}[\w.']+\s*:\Z")
_CLAUSE = re.compile(r"[;:(\[{\"*>|]\s*|\s-\s")
_CLOSING = {"(": ")", "[": "]", "{": "}", '"': '"', "'": "'"}


def orders(text: str, whole: Skeleton, paragraphs: Iterable[Span]) -> Iterator[Span]:
    """The orders in the paragraphs of a text, in text order; one that leads on takes in the rest of its paragraph, and
    one at the end of its paragraph with a colon the next paragraph."""
    language: Language = "tr" if _TURKISH.search(text) else "en"
    parts = [(paragraph, plain := whole.part(paragraph), heads_of(plain.text)) for paragraph in paragraphs]
    rules = worth_a_look(frozenset().union(*(heads for *_, heads in parts)))
    is_led = False
    for paragraph, plain, heads in parts:
        words = paragraph.of(text)
        if is_led:
            yield paragraph
        found = tuple(_orders(words, plain, language, heads, worth_a_look(heads, rules)))
        yield from (Span(paragraph.start + span.start, paragraph.start + span.end) for span in found)
        is_led = any(span.end == len(words) for span in found) and plain.text.rstrip().endswith(":")


@dataclass(frozen=True, slots=True)
class _Order:
    """Where the words of a rule stand in a skeleton."""

    start: int
    end: int
    rule: Rule


def _orders(
    words: str, plain: Skeleton, language: Language, heads: frozenset[str], rules: Sequence[Rule]
) -> Iterator[Span]:
    turn = turn_in(plain.text, heads)
    if turn is not None:
        yield plain.span(turn, len(plain.text))
    found = _found(plain, rules)
    spoken = tuple((rule.pattern, task) for rule, task in SPOKEN_TO if worth_a_look(heads, (rule,)))
    if not found and not spoken:
        return
    sentences = tuple(sentence_spans(words, language))
    if spoken:
        yield from _spoken_to(blanked(words, quotations(words)), sentences, spoken)
    end = 0
    for order in found:
        if plain.offsets[order.end] > end:
            span = _whole(plain, order, sentences)
            end = span.end
            yield span


def _spoken_to(
    words: str, sentences: Iterable[Span], asked: Iterable[tuple[re.Pattern[str], re.Pattern[str]]]
) -> Iterator[Span]:
    """The sentences that speak to somebody of what a machine is given or gives."""
    for sentence in sentences:
        plain = skeleton(sentence.of(words)).text
        if any(spoken.search(plain) and task.search(plain) for spoken, task in asked):
            yield sentence


def _found(plain: Skeleton, rules: Iterable[Rule]) -> list[_Order]:
    return sorted(
        (
            _Order(match.end() - len(match.group().lstrip()), match.end(), rule)
            for rule in rules
            for match in rule.matches(plain.text)
        ),
        key=lambda order: order.start,
    )


def _whole(plain: Skeleton, order: _Order, sentences: tuple[Span, ...]) -> Span:
    """The order from its label, or the bracket or quotation mark before it, to what closes it or the sentence's end."""
    at = plain.offsets[order.start]
    sentence = sentences[max(0, bisect_right(sentences, at, key=lambda held: held.start) - 1)]
    begin, end = (bisect_left(plain.offsets, offset) for offset in (sentence.start, sentence.end))
    first, end = order.start, max(end, order.end)
    if order.rule.takes_clause:
        marks = [mark.end() for mark in _CLAUSE.finditer(plain.text, begin, first)]
        first = marks[-1] if marks else begin
    before = plain.text[begin:first].rstrip()
    if (labelled := _LABEL_INSIDE.search(before)) is not None:
        before = before[: labelled.start() + 1]
    opening = before[-1:]
    close = plain.text.find(_CLOSING[opening], order.end) if opening in _CLOSING else -1
    if close >= 0:
        return plain.span(begin + len(before) - 1, close + 1)
    start = begin if not before or _LABEL.match(before) else first
    leads_on = _LEADS_ON.search(plain.text, start, end) is not None
    return plain.span(start, len(plain.text) if leads_on else end)
