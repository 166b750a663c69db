"""Slots: the words around a value that say which field it fills: "sale … to @", "@ was awarded", "@abl … satın al*".

`@` stands for the value with its article, country and office, "…" for up to eight words, "is|was" for either word. In
Turkish a case may hang on the value: `@nom`, `@acc`, `@dat`, `@loc`, `@abl`, `@gen`, `@ins`. Of several slots that fit,
the one with most words of its own holds.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.rules.cue_patterns import place
from communique.source import SourceText
from communique.spans import Span

OPPOSITE = "opposite"
"""The slots of whoever faces the subject: "a contract with @"."""
ASIDE = "aside"
"""The slots of dates and sums that belong to no field: "said on @"."""
BYSTANDER = "bystander"
"""The slots of actors that stand at no end: "a loan from @"."""
_GAP = r"(?:[^\s;]+ ){0,8}?"
_PLACE = re.compile(r"(?:^|\s)@(?P<case>[a-z]*)(?=$|[\s'-])")
_ANY = ""
_SAID = r"(?:(?:said|says|announced|announces|confirmed) (?:that )?(?:it|they) (?:was |is )?)?"
_BETWEEN = r"(?:(?:also|then|later|already|now|today|has|had|have|which|who|\w+ly) ){0,3}"
_AFTER = rf"(?:'?[^\W\d_]{{0,8}}(?![^\W_]))?(?: \([^()]{{1,30}}\))?,? ?{_SAID}{_BETWEEN}"
"""What may hang on the value itself, a possessive or a Turkish case; behind it brackets, adverbs, auxiliaries and "said
it"."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """A value's noun phrase, the grammatical case it stands in ("" where none is told), and its sentence."""

    phrase: Span
    case: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class Fit:
    """A field whose slot fits, how many words of its own the slot has, where the last of them ends, and whether all of
    them stand behind the value."""

    field: str
    weight: int
    reach: int
    is_subject: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """Slots of one field and shape: the words before the value and behind it, and the case it stands in."""

    field: str
    weight: int
    case: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


def slots_of(tables: Mapping[str, Iterable[str]]) -> tuple["Slot", ...]:
    """The slots of each field compiled, those with most words first, and of as many those that leave none out; slots of
    one shape become one pattern."""
    alike: dict[tuple[str, int, str, str, bool], list[str]] = defaultdict(list)
    for field, written in tables.items():
        for words in written:
            before, case, after = _parts(words)
            weight = len([piece for piece in f"{before} {after}".split() if piece != "…"])
            kind = "both" if before and after else "before" if before else "after"
            alike[field, weight, case, kind if kind != "both" else words, "…" in words].append(words)
    found = [(_slot(field, weight, case, words), loose) for (field, weight, case, _, loose), words in alike.items()]
    return tuple(slot for slot, _ in sorted(found, key=lambda pair: (-pair[0].weight, pair[1])))


def _parts(words: str) -> tuple[str, str, str]:
    place = _PLACE.search(words)
    if place is None:
        raise ValueError(f"slot {words!r} has no @ for the value")
    return words[: place.start()].strip(), place["case"], words[place.end() :].strip()


def _slot(field: str, weight: int, case: str, alike: Sequence[str]) -> Slot:
    parts = [_parts(words) for words in alike]
    before = [_words(one) for one, _, _ in parts if one]
    after = [_words(one) for _, _, one in parts if one]
    return Slot(
        field,
        weight,
        case,
        re.compile(rf"(?<!\w)(?:{'|'.join(before)})[ ,]*$") if before else None,
        re.compile(rf"{_AFTER}(?:{'|'.join(after)})(?!\w)") if after else None,
    )


def _words(written: str) -> str:
    pieces = (_GAP if piece == "…" else place(piece) + ",? " for piece in written.split())
    return "".join(pieces).removesuffix(" ")


def fits(slots: Iterable[Slot], source: SourceText, bearing: Bearing, fields: Collection[str]) -> Iterator[Fit]:
    """The slots of these fields that the value stands in, those with most words first."""
    phrase, sentence = bearing.phrase, bearing.sentence
    for slot in slots:
        if slot.field not in fields or slot.case not in (_ANY, bearing.case):
            continue
        if slot.before and not source.ends(slot.before, within=Span(sentence.start, phrase.start)):
            continue
        reach = phrase.end
        if slot.after:
            behind = source.begins(slot.after, within=Span(phrase.end, sentence.end))
            if behind is None:
                continue
            reach = behind
        yield Fit(slot.field, slot.weight, reach, is_subject=slot.before is None)
