"""How an event stands by the endings of the Turkish word that tells it and of the words that govern it.

Folded letters need no vowel harmony: a and e, and i and u, stand for their whole rows.
"""

import re
from collections.abc import Sequence
from typing import Literal

from communique.standing.tokens import Standing, listed
from communique.standing.verbs import Reading

Form = Literal["happened", "denied", "planned", "conditional", "fact", "no_fact", "prospect", "no_prospect", "open"]

_PAST, _FUTURE, _MANY = r"(?:(?<=[cfhkpst])t|(?<![cfhkpst])d)[iu]", r"[ae]c[ae]", r"(?:l[ae]r)?"
_ENDINGS: tuple[tuple[Form, str], ...] = (
    ("no_fact", r"\w+m[ae]d[iu](?:g[iu]|kl[ae]r)\w*"),
    ("no_prospect", rf"\w+m[ae]y{_FUTURE}(?:g[iu]|kl[ae]r[iu])\w*"),
    ("conditional", rf"\w+(?:[iuae]r|[dt][iu]y|m[iu]s|c[ae]k|m[ae]z|t[iu])s[ae]{_MANY}"),
    ("denied", rf"\w+m[ae](?:d[iu](?:k|m|n)?|m[iu]s(?:t[iu]r?)?|y{_FUTURE}k(?:t[iu]r?)?|z){_MANY}"),
    ("denied", rf"\w+m[iu]yor{_MANY}(?:d[iu])?"),
    ("denied", r"\w+m[ae]ks[iu]z[iu]n"),
    ("conditional", r"\w+[ae]bil(?:ir|ec[ae]k|iyor)\w*"),
    ("fact", rf"\w+{_PAST}(?:g[iu]|kl[ae]r[iu]|kt[ae]n)\w*"),
    ("prospect", rf"\w+{_FUTURE}(?:g[iu]|kl[ae]r[iu])\w*"),
    ("planned", rf"\w+{_FUTURE}k{_MANY}(?:t[iu]r?)?{_MANY}"),
    ("happened", rf"\w+{_PAST}(?:k|m)?{_MANY}"),
    ("happened", rf"\w+m[iu]s(?:t[iu]r?)?{_MANY}"),
    ("happened", rf"\w+[iu]yor{_MANY}(?:d[iu])?"),
    ("happened", r"\w+m[ae]kt[ae](?:d[iu]r)?"),
)
"""The endings of finite verbs and participles; the first that fits."""
_FORMS = tuple((form, re.compile(ending)) for form, ending in _ENDINGS)
_INNER: dict[Form, Standing] = {"fact": "happened", "no_fact": "denied", "prospect": "planned", "no_prospect": "denied"}
_OBJECT = re.compile(r"\w+n[iu]")
_LOCATIVE = re.compile(r"(?!\w+m[ae]kt[ae]|eden\b)\w+(?:[dt][ae]|[dt][ae]ki|[dt][ae]n)")
_RELATIVE = re.compile(r"(?!\w+m[ae]y[ae]n|\w+m[ae]kt[ae]n)\w+[ae]n")
_WITHOUT = re.compile(r"\w+m[ae]d[ae]n")
_GENITIVE = re.compile(r"\w+n[iu]n")
_INFINITIVE = re.compile(r"\w+m[ae](?:s[iu]|l[ae]r[iu])")
_REACH, _NEAR = 18, 5
_CLAIMED = 3
"""How far before a sentence's end "iddia edildi" may begin."""


def _begins(key: str, name: str) -> bool:
    return key.startswith(tuple(listed("tr", name)))


def form_of(key: str, *, is_head: bool = False) -> Form:
    """What the word's endings say; "open" where they say nothing of time.

    The past has a t after a voiceless consonant and only there: "görüştü", but "ziyareti" is no verb. A word that only
    looks like a verb ("gelecek" for next) may be one as the `is_head` of "bir araya gelecek".
    """
    if not is_head and key in listed("tr", "no_verbs"):
        return "open"
    return next((form for form, pattern in _FORMS if pattern.fullmatch(key)), "open")


def by_word(keys: Sequence[str], first: int, last: int) -> Reading | None:
    """How the event stands by its word at [first, last) and what governs it, or None where nothing certain is said."""
    if _is_left_open(keys, first, last):
        return None
    head = last - 1
    own = form_of(keys[head], is_head=True)
    if own == "open" and (found := _beside(keys, head)) is not None:
        return _modified(keys, first, last) if found[0] is None else (found[0], first, found[1], True, False)
    if own == "open" and _RELATIVE.fullmatch(keys[head]) and (final := _final(keys[last:])) is not None:
        return final, first, last, True, False
    standing, end = _called_off(keys, head) or _governed(keys, head)
    if own == "happened" and standing == "happened" and keys[head].endswith("yor") and _is_coming(keys[: head + 1]):
        standing = "planned"
    if own in _PLAIN and keys[last : last + 1] == ("degil",):
        return None if own == "denied" else ("denied", first, last + 1, False, False)
    if keys.count("ne") > 1:
        standing = "denied" if own == "happened" and keys[:first].count("ne") > 1 else None
    if standing is None and own == "open":
        return _modified(keys, first, last)
    is_relative = _describes(keys, end) or "olan" in (
        *keys[last : last + 1],
        *keys[end : end + 1],
    )  # "toplantıya ev sahipliği yapacak olan merkez"
    return None if standing is None else (standing, first, end, is_relative, False)


def _is_left_open(keys: Sequence[str], first: int, last: int) -> bool:
    """Whether the words say nothing of it: a question, a condition ("görüşmüş olsaydı"), "neredeyse görüşecekti",
    "görüşmeden ayrıldı", and the noun of "ziyaret eden", where the verb tells it."""
    head, follower = keys[last - 1], keys[last] if last < len(keys) else ""
    is_compound = head in listed("tr", "compounds") and follower.startswith(("ed", "et"))
    is_asked = keys[-1] == "?" or re.fullmatch(r"m[iu](?:yd[iu])?", follower) is not None
    is_without = _WITHOUT.fullmatch(head) is not None and follower not in listed("tr", "after", "aside")
    is_unreal = follower.startswith("ols") or not listed("tr", "nearly").isdisjoint(keys[:first])
    return is_compound or is_asked or is_without or is_unreal


_PLAIN = ("happened", "denied", "planned", "conditional")


def _describes(keys: Sequence[str], end: int) -> bool:
    """Whether the words up to `end` only describe the noun behind them: "zirvenin yapılacağı merkeze"."""
    follower = keys[end] if end < len(keys) else ""
    is_bare = form_of(keys[end - 1]) == "prospect" and not _OBJECT.fullmatch(keys[end - 1])
    return is_bare and follower.isalpha() and not _begins(follower, "says") and not _begins(follower, "claims")


def _final(keys: Sequence[str]) -> Standing | None:
    """What the last verb says, for a participle that tells of who acts: "X ile görüşen bakan … söyledi"; a plan that a
    comma parts from the participle's bearer is another thing: "X ile görüşen bakan, yarın … gidecek"."""
    final = next((form for key in reversed(keys) if (form := form_of(key)) in _PLAIN), None)
    is_parted = final == "planned" and "," in keys[:_NEAR]
    return "happened" if final in ("happened", None) or is_parted else None


def _is_coming(before: Sequence[str]) -> bool:
    return bool(set(before) & listed("tr", "coming"))


def _beside(keys: Sequence[str], head: int) -> tuple[Standing | None, int] | None:
    """What a postposition or the locative hints at: "görüşmede", "ziyaret öncesinde"; None where there is none."""
    follower = keys[head + 1] if head + 1 < len(keys) else ""
    if follower in listed("tr", "conditions"):
        return "conditional", head + 2
    if follower in listed("tr", "ahead"):
        return "planned", head + 2
    if follower in listed("tr", "aside"):
        return None, head + 1
    is_inside = follower in listed("tr", "after") or (_is_locative(keys[head]) and not follower.startswith("bulun"))
    if not is_inside:
        return None
    final = next((form for key in reversed(keys) if (form := form_of(key)) in _PLAIN), None)
    if any(_begins(key, "plans") and _RELATIVE.fullmatch(key) for key in keys[head + 2 : head + 2 + _NEAR]):
        return "planned", head + 1  # "görüşmesinin ardından Lima'ya geçmesi planlanan"
    is_claimed = any(_begins(key, "claims") for key in keys[-_CLAIMED:])
    return ("happened" if final == "happened" and not is_claimed else None), head + 1


def _is_locative(key: str) -> bool:
    """Whether the word stands in the locative or ablative: "görüşmede", not "ziyarete"."""
    return _LOCATIVE.fullmatch(key) is not None and key[:-1] not in listed("tr", "compounds")


def _governed(keys: Sequence[str], head: int) -> tuple[Standing | None, int]:
    """What the head and the verbs that govern it say, and where that ends."""
    is_to_come = head > 0 and form_of(keys[head]) == "open" and form_of(keys[head - 1]) == "prospect"
    inner: Standing | None = "planned" if is_to_come else None  # "yapacağı ziyaret duyuruldu"
    claimed = False
    for at in range(head, min(len(keys), head + _REACH)):
        key, form = keys[at], _form_at(keys, at, head)
        if key in (";", ":") or (key in listed("tr", "aside") and at > head and inner is None):
            break
        if at > head and (found := _matrix(keys, at, inner, near=at - head <= _NEAR or claimed)) is not None:
            return found[0], at + 1
        if at > head and _begins(key, "claims"):
            claimed = True
        elif form in _PLAIN:
            return _finite(form, inner, claimed=claimed), at + 1
        elif form in ("no_fact", "no_prospect") and keys[at - 1].endswith(("ip", "up")):
            return None, at + 1
        elif form in _INNER and inner is None:
            inner = _INNER[form]
            follower = keys[at + 1] if at + 1 < len(keys) else ""
            is_told = _begins(follower, "claims") or follower in listed("tr", "about", "truth", "claiming")
            if not _OBJECT.fullmatch(key) and not is_told:
                return inner, at + 1
        elif key in listed("tr", "conditions"):
            return "conditional", at + 1
    return (None if claimed else inner), head + 1


def _is_untrue(keys: Sequence[str], at: int) -> bool:
    """Whether what was told is untrue here: "gerçeği yansıtmadığı", "doğru olmadığı", "gerçek dışı"."""
    if keys[at] not in listed("tr", "truth") or at + 1 >= len(keys):
        return False
    behind = keys[at + 1]
    is_negated = form_of(behind) in ("denied", "no_fact") or behind in listed("tr", "negatives")
    return is_negated or _begins(behind, "beyond")


def _finite(form: Form, inner: Standing | None, *, claimed: bool) -> Standing | None:
    if claimed:
        return None
    if inner is not None:
        return inner
    return form if form in ("happened", "denied", "planned", "conditional") else None


def _matrix(keys: Sequence[str], at: int, inner: Standing | None, *, near: bool) -> tuple[Standing | None] | None:
    """What a governing verb at `at` makes of what was said so far; None where the word governs nothing."""
    key = keys[at]
    verb = keys[at + 1] if at + 1 < len(keys) and _begins(keys[at + 1], "light") else key
    form = form_of(verb)
    if key in listed("tr", "negatives") or (inner is not None and _is_untrue(keys, at)):
        return (("denied" if inner in (None, "happened", "planned") else None),)
    if _begins(key, "denials") and near:
        return ((None if form in ("denied", "no_fact", "conditional") or inner == "denied" else "denied"),)
    if (_begins(key, "cancels") and (near or _is_passive(keys, at))) or _is_put_off(keys, at):
        return (_cancelled(keys, at),)
    if _begins(key, "plans") and (near or _INFINITIVE.fullmatch(keys[at - 1])) and not _LOCATIVE.fullmatch(key):
        return _planned(keys, at, verb, inner)
    if _begins(key, "says") and inner is not None:
        return ((None if form in ("denied", "no_fact", "conditional") else inner),)
    return None


def _called_off(keys: Sequence[str], head: int) -> tuple[Standing, int] | None:
    """Whether the noun is the subject of a clause that tells of its cancelling: "ziyaretinin … ertelendiğini"."""
    if not _GENITIVE.fullmatch(keys[head]):
        return None
    for at in range(head + 1, min(len(keys), head + 2 * _REACH)):
        if form_of(keys[at]) in ("fact", "no_fact", "prospect", "no_prospect"):
            is_off = _is_passive(keys, at) and (_begins(keys[at], "cancels") or keys[at - 1] == "iptal")
            return ("cancelled", at + 1) if is_off and form_of(keys[at]) == "fact" else None
    return None


def _form_at(keys: Sequence[str], at: int, head: int) -> Form:
    """The form of the word at `at`; "open" for an "olacak" that only describes what follows: "olacak bir tarihe"."""
    follower = keys[at + 1] if at + 1 < len(keys) else ""
    is_describing = keys[at] in listed("tr", "becoming") and follower in listed("tr", "articles")
    return "open" if is_describing else form_of(keys[at], is_head=at == head)


def _is_passive(keys: Sequence[str], at: int) -> bool:
    """Whether the event itself is told as cancelled, however far before it is named: "ertelendi", "iptal edildi"."""
    verb = keys[at + 1] if keys[at] == "iptal" and at + 1 < len(keys) else keys[at]
    return verb.startswith(("ertelen", "edil"))


def _is_put_off(keys: Sequence[str], at: int) -> bool:
    """Whether the event is put off: "ileri bir tarihe bırakıldı"."""
    return keys[at] == "tarihe" and at + 1 < len(keys) and _begins(keys[at + 1], "put_off")


def _cancelled(keys: Sequence[str], at: int) -> Standing | None:
    """Whether the cancelling at `at` is told as done, and neither denied nor left unconfirmed."""
    behind = keys[at : at + _NEAR]
    done = next(
        (place for place, key in enumerate(behind) if form_of(key) != "open" or key.endswith(("en", "an"))), None
    )
    if done is None or form_of(behind[done]) not in ("happened", "fact", "open"):
        return None
    is_doubted = any(
        _begins(key, "denials") or (_begins(key, "says") and form_of(key) in ("denied", "no_fact"))
        for key in keys[at + done + 1 : at + done + 1 + _NEAR]
    )
    return None if is_doubted and form_of(behind[done]) == "fact" else "cancelled"


def _planned(keys: Sequence[str], at: int, verb: str, inner: Standing | None) -> tuple[Standing | None]:
    negated = form_of(verb) in ("denied", "no_fact") or any(
        key in listed("tr", "negatives") for key in keys[at + 1 : at + 3]
    )
    refused = any(_begins(key, "denials") for key in keys[at + 1 : at + 3])
    if inner == "denied":
        return (None if negated else "denied",)
    return ("denied" if negated or refused else "planned",)


def _modified(keys: Sequence[str], first: int, last: int) -> Reading | None:
    """What a participle before the noun says: "iptal edilen görüşme", "yapılacak toplantı"."""
    for at in range(first - 1, max(-1, first - 4), -1):
        key = keys[at]
        if key in (",", ";"):
            return None
        if _begins(key, "cancels"):
            return "cancelled", at, last, True, False
        if _begins(key, "plans") or form_of(key) == "planned":
            return "planned", at, last, True, False
    return None
