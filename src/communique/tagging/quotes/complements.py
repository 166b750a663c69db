"""What an English word of saying opens: where the clause, infinitive or object behind it begins and where it ends."""

import re
from functools import cache

from communique.late_patterns import late
from communique.spans import Span
from communique.tagging.quotes.cues import lexicon, words
from communique.tagging.quotes.subjects import Saying
from communique.tagging.word_patterns import any_of

_SHORTEST = 3
_THAT = late(r"(?:\s+\w+){0,2}?\s+that\s+", re.IGNORECASE)
_FIRST = late(r"\s*([\w$’'.-]+)")
_FAR_THAT = late(r"(?:\s+[\w’'.-]+){1,9}?,?\s+that\s+(?=\w)", re.IGNORECASE)
_FAR_SUBJECT = late(r"(?:\s+[\w’'.-]+){1,6}?\s+(?=(?:he|she|it|they|there|we)\s)", re.IGNORECASE)
_TIME = late(
    r"\s+(?:(?:on|late|early|earlier|last)\s+)*(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)"
    r"(?:\s+(?:morning|afternoon|evening|night))?(?=\s)"
    r"|\s+(?:last|this|earlier\s+this)\s+(?:week|month|year)(?=\s)",
    re.IGNORECASE,
)
_HEARER = late(
    r"\s+[^,;:“\"]{1,60}?\s+(?=(?:that|to|not\s+to|if|whether|how|why|what|he|she|it|they|there|we|the|his|her|their|its)\s)",
    re.IGNORECASE,
)
_BIDDEN = late(r"\s+[^,;:“\"]{1,60}?\s+(?=(?:to|not\s+to|that|if|whether|how|why|what|where|about)\s)", re.IGNORECASE)
_SECOND_VERB = late(r"\sand\s[a-z]{2,}ed\s")  # "called on the minister and discussed ways to …"
_TO = late(r"\s+(?=(?:not\s+)?to\s)", re.IGNORECASE)
_LED_BY = late(r"\bthat\s+$", re.IGNORECASE)
_NOUN_PHRASE = late(r"\s+([“\"'‘]{0,2})([\w$’'.-]+)")
_DEMAND = late(r"\bdemand\Z")  # "demand for" is a noun
_FREE = frozenset({"free", "passive"})
_CLAUSAL = frozenset({"free", "passive", "saying", "holding", "telling", "bidding", "willing", "stressing"})
_LED = late(r"that\s+", re.IGNORECASE)


def stripped(text: str, start: int, end: int) -> Span | None:
    """The clause without white space and punctuation at its ends; None where nothing to speak of is left."""
    while start < end and text[start] in " ,;:\u00a0\n\t—–":
        start += 1
    while end > start and text[end - 1] in " ,;:.\u00a0\n\t—–":
        end -= 1
    return Span(start, end) if end - start >= _SHORTEST else None


def content_start(text: str, said: Saying, end: int) -> int | None:
    """Where what is said begins after the cue, or None where nothing of the kind follows."""
    starts = (rule(text, said.cue.end, end) for name, rule in _RULES if name in said.kinds)
    return next((start for start in starts if start is not None), None)


_THIS_IS = late(r"\s*this\s(?:is|was|will|would|has|had|marks|marked|could|should|can|must|may|might)\s", re.IGNORECASE)


def is_clause(said: Saying, content: Span) -> bool:
    """Whether what is told has a verb of its own: "said the talks went well", not "praised the crews"."""
    text = said.text
    first = content.of(text).split(maxsplit=1)[0].lower()
    if first in ("to", "not"):
        return False
    if said.word in words("en", "clausal"):
        return True
    if not said.kinds.isdisjoint(_FREE) or first in words("en", "clause_openers"):
        return True
    is_led = _LED_BY.search(text, said.cue.end, content.start) is not None
    if not is_led and (said.kinds.isdisjoint(_CLAUSAL) or said.word in words("en", "evaluative")):
        return False
    return is_led or not words("en", "auxiliaries").isdisjoint(content.of(text).lower().split())


def _clause(text: str, at: int, end: int) -> int | None:
    """A clause with or without "that", after the time or place of saying."""
    that = _THAT.match(text, at, end)
    if that:
        return that.end()
    time = _TIME.match(text, at, end)
    start = time.end() if time else at
    word = _FIRST.match(text, start, end)
    if word is None:
        return None
    first = word.group(1).lower()
    if first == "this" and _THIS_IS.match(text, start, end):
        return start
    if first in words("en", "prepositions"):
        far = _FAR_THAT.match(text, start, end) or _FAR_SUBJECT.match(text, start, end)
        return far.end() if far else None
    opens = first in words("en", "openers") or word.group(1)[0].isupper() or word.group(1)[0] in "$0123456789"
    return start if opens else None


def _free_clause(text: str, at: int, end: int) -> int | None:
    """A clause that may begin with any noun: "said members will help"."""
    found = _clause(text, at, end)
    word = _FIRST.match(text, at, end)
    if found is not None or word is None or text[word.start(1) - 1] in "“\"'":
        return found
    first = word.group(1).lower()
    barred = first in words("en", "prepositions") or first in words("en", "said_nothing")
    return at if first.isalpha() and not barred and len(text[at:end].split()) >= _SHORTEST else None


def _that_clause(text: str, at: int, end: int) -> int | None:
    """A clause that is marked as one: by "that", a question word or a pronoun as its subject."""
    that = _THAT.match(text, at, end)
    if that:
        return that.end()
    word = _FIRST.match(text, at, end)
    return at if word is not None and word.group(1).lower() in words("en", "clause_openers") else None


def _told(text: str, at: int, end: int) -> int | None:
    hearer = _HEARER.match(text, at, end)
    is_clause = hearer is not None and len(text[hearer.end() : end].split(":", maxsplit=1)[0].split()) >= _SHORTEST
    return _after_that(text, hearer.end(), end) if hearer is not None and is_clause else None


def _bidden(text: str, at: int, end: int) -> int | None:
    hearer = _BIDDEN.match(text, at, end)
    if hearer is None or _SECOND_VERB.search(text, hearer.start(), hearer.end()):
        return None
    return _after_that(text, hearer.end(), end)


def _after_that(text: str, at: int, end: int) -> int:
    led = _LED.match(text, at, end)
    return led.end() if led else at


def _infinitive(text: str, at: int, end: int) -> int | None:
    to = _TO.match(text, at, end)
    return to.end() if to else None


def _anything(text: str, at: int, end: int) -> int | None:
    that = _THAT.match(text, at, end)
    word = _FIRST.match(text, at, end)
    if word is None or word.group(1).lower() in words("en", "no_objects"):
        return None
    return that.end() if that else at


def _object(text: str, at: int, end: int) -> int | None:
    """A noun phrase that is marked as one: by a determiner, a name, a number or a quotation mark."""
    word = _NOUN_PHRASE.match(text, at, end)
    if word is None:
        return None
    first = word.group(2)
    if first.lower() == "for" and _DEMAND.search(text, max(0, at - 7), at):
        return None
    marked = word.group(1) or first[0].isupper() or first[0] in "$0123456789" or first.endswith(("’s", "'s"))
    return at if marked or first.lower() in words("en", "determiners") else None


_RULES = (
    ("telling", _told),
    ("bidding", _bidden),
    ("free", _free_clause),
    ("passive", _free_clause),
    ("saying", _clause),
    ("holding", _that_clause),
    ("willing", _infinitive),
    ("stressing", _anything),
    ("treating", _object),
)


@cache
def _breaks() -> re.Pattern[str]:
    """Where another statement begins inside the clause: ", adding that", " and said"."""
    kinds = ("saying", "telling", "stressing", "treating", "bidding", "holding", "willing")
    known = sorted({word for kind in kinds for word in lexicon("en")["cues"][kind]})
    participles = any_of(word for word in known if word.split()[0].endswith("ing"))
    finite = any_of(word for word in known if word.split()[0].endswith(("ed", "s", "said", "told", "wrote")))
    return re.compile(
        rf",\s+(?:(?:while|also|before|and|then)\s+)?{participles}(?!\w)"
        rf"|,?\s+(?:and|but)\s+(?:has\s+|have\s+|had\s+|also\s+|then\s+|later\s+)*{finite}(?!\w)"
        rf"|,[”\"]?\s+(?:he|she|it|they)\s+{finite}(?!\w)"
        rf"|,\s+{finite}\s+(?=(?:the|that|his|her|its|their)\s)"
        rf"|,[”\"]?\s+(?:the\s+(?:[\w’'-]+\s+){{1,4}}?|(?-i:(?:[A-Z][\w’'.-]*\s+(?:of\s+)?){{1,8}}))"
        rf"{any_of(words('en', 'framing'))}"
        r"(?=\s*(?:[.;]|$)|\s+(?:in\s+an?|on\s+[A-Z]))"
        r"|,?\s+according\s+to\s|;\s",
        re.IGNORECASE,
    )


def content_end(text: str, start: int, end: int, *, held: bool) -> int:
    """Where the clause ends: before the next statement; at its comma where it stands in a clause that is `held`."""
    found = _breaks().search(text, start, end)
    limit = found.start() if found else end
    comma = text.find(",", start, limit) if held else -1
    return comma if comma > 0 else limit
