"""How an event stands by the English noun that names it: by what governs the noun, or by what is said of it."""

from collections.abc import Mapping, Sequence

from communique.standing.clauses import frame_of, framed, has_no_subject
from communique.standing.groups import group_standing, group_start, is_negator, is_past, negations, purpose, words
from communique.standing.tokens import Standing
from communique.standing.verbs import Reading

_WITH_PARTICLE: Mapping[str, Standing] = {"part": "happened", "agreed": "planned", "agree": "planned"}
_MODIFIERS, _REACH, _REDUCED = 5, 30, 8


def by_noun(keys: Sequence[str], first: int, last: int) -> Reading | None:
    """How the event stands by its noun at [first, last), or None where nothing certain is said."""
    if keys[-1] == "?":
        return None
    start = _phrase_start(keys, first)
    found = _own(keys, start, first, last)
    if found is None:
        return None
    standing, begin, end, weak = found
    frame, aside, opener = frame_of(keys, min(begin, start))
    framed_standing = framed(standing, frame)
    return None if framed_standing is None else (framed_standing, min(begin, opener), end, weak, aside)


_Own = tuple[Standing, int, int, bool]


def _own(keys: Sequence[str], start: int, first: int, last: int) -> _Own | None:
    if (denied := _denial_of(keys, start)) is not None:
        return None if denied < 0 else ("denied", denied, last, False)
    governed = _by_governor(keys, start)
    if governed is not None:
        return (governed[0], governed[1], last, False) if governed[0] is not None else None
    said = _by_predicate(keys, last) if _may_be_subject(keys, start) else _by_reduced(keys, last)
    absent = start < first and keys[start] == "no"
    if said is not None and said[0] is not None:
        standing = _with_no(said[0], absent=absent)
        return None if standing is None else (standing, first, said[1], False)
    if said is not None:
        return None
    if absent or (start and keys[start - 1] == "without"):
        return "denied", max(0, start - 1), last, False
    return _by_modifier(keys, start, first, last) or _by_preposition(keys, start, last)


def _denial_of(keys: Sequence[str], start: int) -> int | None:
    """Where the denial stands that governs the noun ("denied reports of a meeting"): -1 for one that is itself denied,
    None where there is none."""
    at = start - 1
    while at >= 0 and keys[at] in words("around_denied", "claims"):
        at -= 1
    if at < 0 or keys[at] not in words("denials"):
        is_claim = not words("claims").isdisjoint(keys[at + 1 : start])
        return at + 1 if is_claim and not words("untrue").isdisjoint(keys[start:]) else None
    return -1 if any(is_negator(key) for key in keys[max(0, at - 3) : at]) else at


def _with_no(standing: Standing, *, absent: bool) -> Standing | None:
    if not absent:
        return standing
    return "denied" if standing in ("happened", "planned", "conditional") else None


def _phrase_start(keys: Sequence[str], first: int) -> int:
    """Where the noun phrase begins: at its determiner, or at the first of its modifiers."""
    stops = words(
        "prepositions",
        "joins",
        "openers",
        "holds",
        "cancels",
        "denials",
        "arranges",
        "rules_out",
        "be",
        "have",
        "conditions",
    )
    start = first
    while start and first - start < _MODIFIERS:
        key = keys[start - 1]
        if key in words("determiners"):
            return start - 1
        if not key[0].isalnum() or key == "to" or is_negator(key) or (key in stops and not _modifies(keys, start - 1)):
            return start
        start -= 1
    return start


def _modifies(keys: Sequence[str], at: int) -> bool:
    """Whether a participle modifies the noun behind it: "a planned meeting"."""
    return keys[at] in words("upcoming", "cancels") and at > 0 and keys[at - 1] in words("determiners")


def _by_governor(keys: Sequence[str], start: int) -> tuple[Standing | None, int] | None:
    """What the verb that has the noun as its object says, and where it begins; None where there is none."""
    if not start:
        return None
    at = start - 1
    key, before = keys[at], keys[at - 1] if at else ""
    if key == "of" and before in words("cancels", "denials", "refusals"):
        return ("cancelled" if before in words("cancels") else "denied"), at - 1
    if key in ("in", "to", "on") and before in _WITH_PARTICLE:
        return _governed(keys, at - 2 if before == "part" else at - 1, _WITH_PARTICLE[before])
    if key in words("cancels", "rules_out"):
        return _undone(keys, at)
    if key in words("arranges", "holds"):
        return _governed(keys, at, "planned" if key in words("arranges") else "happened")
    return None


def _undone(keys: Sequence[str], at: int) -> tuple[Standing | None, int]:
    """What a verb of cancelling or ruling out at `at` says: "called off", "did not cancel"."""
    begin = group_start(keys, at - 1 if keys[at] in ("off", "out") else at)
    group = keys[begin:at]
    if keys[at] in words("rules_out"):
        return (None if negations(group) else "denied"), begin
    is_done = not negations(group) and group_standing(group, finite=True) == "happened"
    return ("cancelled" if is_done else None), begin


def _governed(keys: Sequence[str], at: int, meant: Standing) -> tuple[Standing | None, int]:
    """What a verb of holding or planning at `at` says by its group."""
    begin = group_start(keys, at)
    standing = group_standing(keys[begin:at], finite=True)
    if standing is None and "to" in keys[begin:at]:
        standing = purpose(keys, begin)
    if has_no_subject(keys, begin):
        standing = "denied" if standing in ("happened", "planned", "conditional") else None
    return (meant if standing == "happened" else standing), begin


def _may_be_subject(keys: Sequence[str], start: int) -> bool:
    if not start:
        return True
    key = keys[start - 1]
    return not (key in words("prepositions") or key == "to" or is_past(key) or key.endswith("ing"))


def _by_predicate(keys: Sequence[str], last: int) -> tuple[Standing | None, int] | None:
    """What is said of the noun by the first finite verb behind it, or by a participle where there is none."""
    reduced = _by_reduced(keys, last)
    index = last
    stop = min(len(keys), last + _REACH)
    while index < stop:
        key = keys[index]
        if key in (";", ":") or (key in words("openers") and key not in ("which", "who", "whom", "whose")):
            break
        if key in ("who", "whom", "whose") or (key == "which" and keys[index - 1] == ","):
            after = _past_comma(keys, index, stop)
            if key == "which":
                reduced = _by_predicate(keys[:after], index + 1) or reduced
            index = after
            continue
        if key in words("be", "have", "do", "future", "future_in_past", "possible") or is_negator(key):
            return _predicated(keys, index)
        if key in ("fell", "fall", "fallen") and keys[index + 1 : index + 2] == ("through",):
            return "cancelled", index + 2
        if key in words("predicates") or (key == "collapsed"):
            begin = group_start(keys, index)
            return group_standing(keys[max(last, begin) : index], finite=True), index + 1
        if key == "never":
            return "denied", index + 1
        index += 1
    return reduced


def _past_comma(keys: Sequence[str], index: int, stop: int) -> int:
    return next((at + 1 for at in range(index, stop) if keys[at] == ","), stop)


def _predicated(keys: Sequence[str], begin: int) -> tuple[Standing | None, int] | None:
    """What a predicate that begins with an auxiliary says: "was not held", "has been postponed"."""
    end = begin + 1
    group = {
        *words("be", "have", "do", "future", "future_in_past", "possible", "plans", "adverbs", "refusals"),
        "to",
        "no",
    }
    while end < len(keys) and (keys[end] in group or is_negator(keys[end]) or keys[end].endswith("ly")):
        end += 1
    chain = list(keys[begin:end])
    verb = keys[end] if end < len(keys) else ""
    particle = keys[end + 1] if end + 1 < len(keys) else ""
    standing = _participle(chain, verb, particle)
    return standing, min(len(keys), end + 1)


def _participle(chain: list[str], verb: str, particle: str) -> Standing | None:
    negated = negations(chain)
    if verb in words("cancels") or (particle == "off" and verb in ("called", "put")):
        plain = not negated and group_standing(chain, finite=True) == "happened"
        return "cancelled" if plain else None
    if verb in words("denials") or verb in ("ruled",) or verb in words("untrue"):
        return None if negated else "denied"
    if chain[-1] in words("planned_participles", "plans") and "to" not in chain:
        return "denied" if negated == 1 else None if negated else "planned"
    if verb in words("planned_participles"):
        return "denied" if negated == 1 else None if negated else "planned"
    standing = group_standing(chain, finite=False)
    if (
        standing == "happened"
        and chain[-1] in ("is", "are")
        and verb not in words("held_participles")
        and verb != "under"
    ):
        return None
    return standing


def _by_reduced(keys: Sequence[str], last: int) -> tuple[Standing | None, int] | None:
    """What a participle behind the noun says: "a meeting scheduled for Monday", "talks held in Doha"."""
    for index in range(last, min(len(keys), last + _REDUCED)):
        key = keys[index]
        if key in words("cancels") and key != "off":
            return "cancelled", index + 1
        if key in words("planned_participles"):
            return "planned", index + 1
        if key in words("held_participles") and keys[index - 1] not in ("be", "to"):
            return "happened", index + 1
        if key in words("openers") or key in words("be", "have", "do", "future", "future_in_past"):
            return None
        if key == "to" and keys[index + 1 : index + 2] == ["be"]:
            return "planned", index + 1
    return None


def _by_modifier(keys: Sequence[str], start: int, first: int, last: int) -> _Own | None:
    for index in range(start, first):
        if keys[index] in words("upcoming"):
            return "planned", index, last, True
        if keys[index] in words("cancels"):
            return "cancelled", index, last, True
    return None


def _by_preposition(keys: Sequence[str], start: int, last: int) -> _Own | None:
    """What a preposition hints at: "ahead of the meeting", "plans for a visit", "during the talks"."""
    if not start:
        return None
    key, before = keys[start - 1], keys[start - 2] if start > 1 else ""
    if key == "of" and before == "ahead":
        return "planned", start - 2, last, True
    if key in ("for", "of", "about", "on") and before in words("prospects"):
        begin = max(0, start - 5)
        if any(is_negator(word) or word == "no" for word in keys[begin : start - 1]):
            return "denied", begin, last, True
        return "planned", start - 2, last, True
    if key in words("after") and _looks_back(keys):
        return "happened", start - 1, last, True
    return None


def _looks_back(keys: Sequence[str]) -> bool:
    """Whether the sentence's first finite verb is one of the past."""
    for key in keys:
        if key in words("future", "future_in_past", "possible"):
            return False
        if is_past(key) or key in words("have") or key in ("was", "were"):
            return True
    return False
