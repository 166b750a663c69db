"""Faults that need two claims of one text: another speaker, a value from elsewhere, two people's words as one."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.mutants.sources import Truth
from benchmarks.mutants.words import begins, numbers_of, plain, stands

_EDTF = re.compile(r"\d{4}(?:$|-)")
_MOST = 3
_STEM = 5
_FAR = ("date", "amount", "quantity", "place")


@dataclass(frozen=True, slots=True)
class Crossing:
    """A kind of fault over the claims of one text; each outcome is false unless `discarded`."""

    name: str
    plant: Callable[[Truth, Sequence[Truth]], Iterator[tuple[Truth, bool]]]


def _swapped_speaker(truth: Truth, _: Sequence[Truth]) -> Iterator[tuple[Truth, bool]]:
    """The words said by each other person of the text; false where the two names share no word."""
    if truth.kind == "quote" and truth.speaker is not None:
        for forms in truth.source.people:
            for form in dict.fromkeys((forms[0], max(forms, key=len))):
                same = set(plain(form)) & set(plain(truth.speaker)) or _is_same(form, truth)
                yield replace(truth, speaker=form, evidence=None), not same


def _is_same(form: str, truth: Truth) -> bool:
    """Whether the other name is a fuller form of the speaker's own."""
    held = [set(plain(" ".join(forms))) for forms in truth.source.people if form in forms]
    return any(set(plain(truth.speaker or "")) & words for words in held)


def _from_elsewhere(truth: Truth, others: Sequence[Truth]) -> Iterator[tuple[Truth, bool]]:
    """The value with another paragraph's words as its evidence; false where that paragraph has nothing like it."""
    if truth.kind not in _FAR or truth.evidence is None:
        return
    source = truth.source
    home = source.paragraph_at(truth.at.start)
    places = {source.paragraph_at(other.at.start): other.at for other in others}
    far = [(paragraph, at) for paragraph, at in places.items() if paragraph != home]
    for paragraph, at in far[:_MOST]:
        near = [other for other in others if paragraph.contains(other.at)]
        yield replace(truth, evidence=at), not _has(truth, paragraph.of(source.text), near, others)


def _has(truth: Truth, words: str, near: Sequence[Truth], others: Sequence[Truth]) -> bool:
    if stands(truth.value, words):
        return True
    if truth.kind == "place":
        return any(begins(word[:_STEM], words) for word in truth.value.split())
    if truth.kind == "date":
        mine, theirs = _values(truth, others), {value for other in near for value in _values(other, others)}
        if any(one.startswith(other) or other.startswith(one) for one in mine for other in theirs):
            return True
        return not all(map(_EDTF.match, mine | theirs)) and bool(numbers_of(truth.value) & numbers_of(words))
    return bool(numbers_of(truth.value) & numbers_of(words))


def _values(truth: Truth, others: Sequence[Truth]) -> set[str]:
    """The EDTF values that claims at the same words have; the bare words where there are none."""
    same = {other.value for other in others if other.kind == "date" and other.at.overlaps(truth.at)}
    return {value for value in same if _EDTF.match(value)} or same


def _joined(truth: Truth, others: Sequence[Truth]) -> Iterator[tuple[Truth, bool]]:
    """Two people's words as one quote of the first."""
    if truth.kind == "quote" and truth.speaker is not None and truth.evidence is not None:
        later = [other for other in others if _is_another(other, truth) and other.at.start > truth.at.end]
        for other in later[:_MOST]:
            yield replace(truth, value=f"{truth.value} … {other.value}", evidence=None), True


def _is_another(other: Truth, truth: Truth) -> bool:
    """Whether it is a quote of somebody whose name shares no word with the speaker's."""
    if other.kind != "quote" or other.speaker is None:
        return False
    return not set(plain(other.speaker)) & set(plain(truth.speaker or ""))


CROSSINGS: tuple[Crossing, ...] = (
    Crossing("speaker swapped", _swapped_speaker),
    Crossing("from elsewhere", _from_elsewhere),
    Crossing("two quotes joined", _joined),
)
