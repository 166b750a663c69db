"""What an English verb group says: "is not expected to meet", "would have met", "had been due to visit"."""

from collections.abc import Sequence
from itertools import pairwise

from communique.standing.tokens import Standing, listed

_PLAN_REACH = 6
_LEAST = 2


def words(*names: str) -> frozenset[str]:
    """Words of the English lists."""
    return listed("en", *names)


def is_negator(key: str) -> bool:
    """Whether the word negates, "didn't" too."""
    return key in words("negators") or key.endswith("n't")


def _is_adverb(key: str) -> bool:
    return key in words("adverbs", "nearly") or (
        key.endswith("ly") and len(key) > _LEAST + 1 and key not in words("not_adverbs")
    )


def _is_auxiliary(key: str) -> bool:
    return key == "to" or is_negator(key) or key in words("be", "have", "do", "future", "future_in_past", "possible")


def group_start(keys: Sequence[str], end: int) -> int:
    """Where the verb group begins whose last word stands before `end`."""
    start = end
    while start:
        key = keys[start - 1]
        followed = keys[start] if start < len(keys) else ""
        leads = key in words("plans", "refusals", "managed") and followed == "to"
        if not (_is_auxiliary(key) or _is_adverb(key) or leads or (key == "no" and followed == "longer")):
            break
        start -= 1
    while start < end and _is_adverb(keys[start]) and not is_negator(keys[start]):
        if keys[start] in words("unsure", "nearly"):
            break
        start += 1
    return start


def negations(group: Sequence[str]) -> int:
    """How many words of the group negate; "not only" does not."""
    pairs = tuple(pairwise((*group, "")))
    plain = sum(is_negator(key) and follower not in ("only", "just") for key, follower in pairs)
    return plain + sum(pair in (("no", "longer"), ("yet", "to")) for pair in pairs)


def group_standing(group: Sequence[str], *, finite: bool) -> Standing | None:
    """How the event stands by its verb group, auxiliaries and all; `finite` tells that a bare group is a finite verb.

    None where the group leaves it open, twice negated or after a bare "to".
    """
    if any(key in words("unsure") for key in group) or _is_reputed(group):
        return None
    if any(key in words("nearly") for key in group):
        return "denied" if _affirmed(group, finite=finite) == "happened" else None
    negated = negations(group)
    if any(key in words("refusals") for key in group):
        return None if negated else "denied"
    if negated:
        return "denied" if negated == 1 else None
    return _affirmed(group, finite=finite)


def _is_reputed(group: Sequence[str]) -> bool:
    """Whether a perfect infinitive tells what is only said or was only planned: "is believed to have met"."""
    return ("to", "have") in pairwise(group)


def _affirmed(group: Sequence[str], *, finite: bool) -> Standing | None:
    held = set(group)
    if "have" in held and "to" not in held and held & words("possible", "future_in_past"):
        return None  # "would have met", "could have met"
    if held & words("possible") or ("have" in held and "to" in held):
        return "conditional"
    if held & words("future", "future_in_past"):
        return "planned"
    if "to" in held:
        before = group[group.index("to") - 1] if group.index("to") else ""
        if before in words("managed") or before == "had":
            return "happened"
        return "planned" if before in words("plans", "be") else None
    return "happened" if held & words("be", "have", "do") or finite else None


def purpose(keys: Sequence[str], start: int) -> Standing | None:
    """What governs a bare infinitive from further left: "invited the minister to visit", "his refusal to meet"."""
    for at in range(start - 1, max(0, start - _PLAN_REACH) - 1, -1):
        key = keys[at]
        if not key[0].isalnum() or key in words("openers", "relatives"):
            break
        if key in words("refusals"):
            return "denied"
        if key in words("plans"):
            return "denied" if at and keys[at - 1] == "no" else "planned"
    is_ahead = not words("coming").isdisjoint(keys[:start])
    return "planned" if is_ahead or _is_headline(keys[:start]) else None


def _is_headline(before: Sequence[str]) -> bool:
    """Whether no finite verb stands before the infinitive: "Aksoy to meet Yusuf"."""
    return not any(_is_auxiliary(key) or is_past(key) for key in before)


def is_past(key: str) -> bool:
    """Whether the word has the form of a simple past or a participle."""
    return key in words("past") or (key.endswith("ed") and len(key) > _LEAST + 1)
