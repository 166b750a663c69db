"""How an event stands by the English verb that tells it."""

from collections.abc import Sequence

from communique.standing.clauses import clause_start, frame_of, framed, has_no_subject
from communique.standing.groups import group_standing, group_start, is_past, negations, purpose, words
from communique.standing.tokens import Standing

_AHEAD = 12
_INVERTED = ("had", "should", "were")
"""What opens a condition without "if": "Had they met"."""

Reading = tuple[Standing, int, int, bool, bool]
"""A standing, the first and last place of the words that say so, and whether it is weak and an aside."""


def is_verb(keys: Sequence[str], first: int) -> bool:
    """Whether a word that may be noun or verb stands in a verb group ("will visit", but not "the visit")."""
    return group_start(keys, first) < first


def by_verb(keys: Sequence[str], first: int, last: int) -> Reading | None:
    """How the event stands by its verb at [first, last), or None where nothing certain is said."""
    if keys[-1] == "?":
        return None
    start = group_start(keys, first)
    standing = _own(keys, start, first, last)
    frame, aside, opener = frame_of(keys, start)
    standing = framed(standing, frame)
    return None if standing is None else (standing, min(start, opener), last, False, aside)


def _has_subject(keys: Sequence[str], first: int) -> bool:
    """Whether a present form stands behind a subject: "meets", "ministers meet", but not "the host country"."""
    before = keys[first - 1] if first else ""
    is_third = keys[first].endswith("s") and not keys[first].endswith("ss")
    return before not in words("determiners") and (
        is_third or before.endswith("s") or before in ("two", "they", "both")
    )


def _finite(keys: Sequence[str], start: int, first: int, last: int) -> Standing | None:
    """How the event stands by a finite verb; None also in a condition without "if"."""
    begin = clause_start(keys, start)
    if keys[begin] in _INVERTED and begin < start - 1:
        return None
    standing = group_standing(keys[start:first], finite=True)
    is_of_none = standing == "happened" and keys[last : last + 1] == ("neither",)
    return "denied" if is_of_none else standing


def _by_what_governs(before: Sequence[str]) -> Standing | None:
    """How an event stands by the words before its gerund: "after meeting", "avoided meeting", "barred from meeting"."""
    earlier, key = ("", "", *before)[-2:]
    if key in words("refusals") or (key == "from" and earlier in words("refusals")):
        return "denied"
    if key == "of" and earlier == "instead":
        return "denied"
    return "happened" if key in ("after", "since", "on") else None


def _own(keys: Sequence[str], start: int, first: int, last: int) -> Standing | None:
    chain = keys[start:first]
    if keys[first].endswith("ing") and not set(chain) & words("be"):
        return _by_what_governs(keys[:start])
    standing = _finite(keys, start, first, last)
    if standing is None and "to" in chain and negations(chain) == 0:
        standing = purpose(keys, start)
    if start and keys[start - 1] in ("no", "without") and start < first:
        return "denied" if standing == "planned" else None
    if has_no_subject(keys, start):
        return None if negations(chain) else "denied" if standing is not None else None
    is_present = not chain and not is_past(keys[first])
    if is_present and not _has_subject(keys, first):
        return None
    is_present = is_present or (keys[first].endswith("ing") and not {"is", "are"}.isdisjoint(chain))
    return "planned" if is_present and set(keys[last : last + _AHEAD]) & words("coming") else standing
