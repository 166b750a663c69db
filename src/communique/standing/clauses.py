"""What the English clause around an event makes of it: denied, on a condition, left open, or an aside."""

from collections.abc import Sequence
from typing import Literal

from communique.standing.groups import is_negator, is_past, words
from communique.standing.tokens import Standing

Frame = Literal["plain", "conditional", "denied", "unsure"]
_MATRIX, _REACH, _CLAIMING = 8, 60, 4
_STOPS = (";", ":", "—", "–")


def frame_of(keys: Sequence[str], at: int) -> tuple[Frame, bool, int]:
    """The frame of the words at `at`, whether they stand in a relative clause, and where the words of the frame
    begin."""
    commas = 0
    for index in range(at - 1, max(-1, at - _REACH), -1):
        key = keys[index]
        if key in _STOPS:
            break
        if key == ",":
            commas += 1
        elif commas % 2 == 0 and (found := _opened(keys, index, at, commas)) is not None:
            frame, aside = found
            return frame, aside, at if frame == "plain" else _first_word(keys, index)
    return "plain", False, at


def _first_word(keys: Sequence[str], opener: int) -> int:
    """Where the words of a frame begin: at the denial before "that", else at the opener itself."""
    said = words("denials", "untrue", "claims", "proof")
    before = range(opener - 1, max(-1, opener - _MATRIX - 1), -1)
    return next((at for at in before if keys[at] in said), opener) if keys[opener] == "that" else opener


def _opened(keys: Sequence[str], index: int, at: int, commas: int) -> tuple[Frame, bool] | None:
    """What the word at `index` opens over `at`, or None where it opens nothing."""
    key = keys[index]
    if key == "that":
        return _reported(keys, index), False
    if key in words("conditions"):
        return ("unsure" if key == "whether" else "conditional"), False
    return None if commas else _opened_within(keys, index, at)


def _opened_within(keys: Sequence[str], index: int, at: int) -> tuple[Frame, bool] | None:
    """The same for what a comma would close."""
    key = keys[index]
    if key in words("relatives"):
        return "plain", True
    if key in words("openers"):
        return ("unsure" if key == "until" else "plain"), False
    is_denial = key in words("denials", "rules_out") or (key == "down" and keys[index - 1] in ("turned", "turns"))
    if is_denial and _governs(keys, index, at):
        return ("unsure" if _is_negated(keys, index) else "denied"), False
    return None


def _governs(keys: Sequence[str], index: int, at: int) -> bool:
    """Whether a denial's object clause reaches to `at`: "denied the two had met", but not "denied it and met"."""
    if index and keys[index - 1] in words("relatives"):
        return False
    between = keys[index + 1 : at]
    if keys[index] not in words("denials") and not set(between) <= words("around_denied"):
        return False
    blocked = words("prepositions") - words("around_denied")
    return not any(key in blocked for key in between) and keys[at - 1] not in words("joins")


def _is_negated(keys: Sequence[str], index: int) -> bool:
    return any(is_negator(key) for key in keys[max(0, index - 3) : index])


def _reported(keys: Sequence[str], that: int) -> Frame:
    """What the words before "that" make of what follows it."""
    matrix = keys[max(0, that - _MATRIX) : that]
    last = matrix[-1] if matrix else ""
    negated = any(is_negator(key) or key == "without" or key in words("nobody") for key in matrix)
    if last in words("proof"):
        return "denied" if negated else "plain"
    if last in words("untrue"):
        return "unsure" if negated else "denied"
    denial = next((i for i in range(len(matrix) - 1, -1, -1) if matrix[i] in words("denials")), None)
    if denial is not None and not any(is_past(key) for key in matrix[denial + 1 :]):
        return "unsure" if any(is_negator(key) for key in matrix[:denial]) else "denied"
    is_claimed = last in words("claimed") and not words("be").isdisjoint(matrix[-_CLAIMING:])  # "it was claimed that"
    if last in words("claims") or is_claimed:
        return "denied" if set(keys[that:]) & (words("untrue") | words("denials")) else "unsure"
    is_left_open = last in ("true", "clear", "certain") or not words("saying").isdisjoint((last, last[:-1]))
    if negated and is_left_open:
        return "denied" if last == "true" else "unsure"
    return frame_of(keys, that)[0]


def framed(standing: Standing | None, frame: Frame) -> Standing | None:
    """How the event stands within its frame; None where that is left open (a denial of a denial)."""
    if frame == "plain" or standing is None:
        return standing
    if frame == "unsure":
        return None
    if frame == "conditional":
        return "conditional"
    return None if standing in ("denied", "cancelled") else "denied"


def clause_start(keys: Sequence[str], at: int) -> int:
    """Where the clause of the words at `at` begins: behind the nearest mark, opener or "that"."""
    for index in range(at - 1, -1, -1):
        if not keys[index][0].isalnum() or keys[index] in words("openers") or keys[index] == "that":
            return index + 1
    return 0


def has_no_subject(keys: Sequence[str], at: int) -> bool:
    """Whether the clause's subject is nobody: "No minister met", "Neither side met"."""
    start = clause_start(keys, at)
    return start < at and keys[start] in words("nobody")
