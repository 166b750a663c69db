"""Finds the date expressions of a text and gives them EDTF values."""

import re
from datetime import date

from communique.article import Language
from communique.passage import Passage
from communique.spans import Span
from communique.tagging.dates.atoms import Atom, atoms_of, folded
from communique.tagging.dates.edtf import bounds, is_edtf
from communique.tagging.dates.joining import joined
from communique.tagging.dates.lexicon import lexicon
from communique.tagging.dates.listed import with_listed_days
from communique.tagging.dates.periods import OutsideCalendarError, Period
from communique.tagging.dates.recurring import Resolved, Setting
from communique.tagging.dates.resolving import resolve
from communique.tagging.dates.tense import Tense
from communique.tagging.dates.vocabulary import Kind
from communique.tagging.mentions import DateMention, Granularity

_LETTERS = re.compile(r"[^\W\d_]+")


def tag_dates(passage: Passage) -> tuple[DateMention, ...]:
    """The date expressions of an article, in text order."""
    return tag_dates_in(passage.text, language=passage.language, published=passage.published)


def tag_dates_in(text: str, *, language: Language, published: date | None) -> tuple[DateMention, ...]:
    """The date expressions of a text, in text order and apart from one another; their spans are offsets of `text`."""
    known = lexicon(language)
    words = folded(text, turkish=language == "tr")
    mentions: list[DateMention] = []
    previous: Period | None = None
    atoms = joined(atoms_of(text, words, known), words, known)
    for atom in atoms if known.looks_ahead else with_listed_days(atoms, words):
        tense = Tense(atom, words, known, told=mentions[-1].span.end if mentions else 0)
        found = _resolved(atom, Setting(published, previous, tense, tense.weight, tense.is_before_told))
        if found is not None:
            previous = found.period or previous
            mentions.append(_mention(atom, found))
    return tuple(mentions)


def parse_date(words: str, *, language: Language, published: date | None) -> DateMention | None:
    """The date that all of `words` say, an EDTF value among them; None where they say more or less than one date."""
    stripped = words.strip()
    start = words.find(stripped)
    if is_edtf(stripped):
        return DateMention(Span(start, start + len(stripped)), stripped, _granularity(stripped), "none")
    mentions = tag_dates_in(words, language=language, published=published)
    if len(mentions) == 1 and mentions[0].span.of(words) == stripped:
        return mentions[0]
    return None


def has_date_word(words: str, language: Language) -> bool:
    """Whether one of `words` is one that date expressions are made around: a month, weekday, unit or the like."""
    known = lexicon(language).vocabulary
    tokens = _LETTERS.findall(folded(words, turkish=language == "tr"))
    return any(known[token] is Kind.ANCHOR for token in tokens)


def _granularity(value: str) -> Granularity:
    if "/" in value:
        return "interval"
    if value.endswith(("X", "X~")):
        return "decade"
    first, last = bounds(value)
    assert first is not None  # noqa: S101 - a value without "/" is closed
    assert last is not None  # noqa: S101 - the same
    sizes: tuple[tuple[int, Granularity], ...] = (
        (1, "day"),
        (31, "month"),
        (92, "quarter"),
        (184, "half"),
        (366, "year"),
    )
    found = next(name for days, name in sizes if (last - first).days < days)
    return "season" if found == "quarter" and value[5:6] == "2" else found


def _resolved(atom: Atom, setting: Setting) -> Resolved | None:
    try:
        return resolve(atom.reading, setting)
    except (OutsideCalendarError, OverflowError):
        return None


def _mention(atom: Atom, found: Resolved) -> DateMention:
    value = found.period.value if found.period else None
    return DateMention(Span(atom.start, atom.end), value, found.granularity, found.anchor, found.partial)
