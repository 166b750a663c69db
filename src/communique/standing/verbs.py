"""How an event stands by the English verb that tells it."""

from collections.abc import Sequence

from communique.standing.clauses import frame_of, framed, has_no_subject
from communique.standing.groups import group_standing, group_start, is_past, negations, purpose, words
from communique.standing.tokens import Standing

_AHEAD = 12

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


def _own(keys: Sequence[str], start: int, first: int, last: int) -> Standing | None:
    chain = keys[start:first]
    if keys[first].endswith("ing") and not set(chain) & words("be"):
        return "happened" if start and keys[start - 1] in ("after", "since", "on") else None
    standing = group_standing(chain, finite=True)
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
