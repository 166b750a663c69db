"""Turkish speakers: the subject that opens a sentence, the owner of a statement, the bearer of a participle."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from communique.late_patterns import late
from communique.source import fold
from communique.spans import Span
from communique.tagging.lexicon import words as titles
from communique.tagging.quotes.cues import lexicon, words
from communique.tagging.word_patterns import any_of

_WORD = late(r"[^\s,;:“”\"«»„]+")
_GENITIVE = late(r"(?:['’](?:n?[ıiuü]n)|\w{2}[ıiuü]n)$")
_APOSTROPHE = late(r"['’]\w+$")
_ENDED = late(r"['’](?:y?[ae]|n?[ae]|n?[dt][ae]n?|y?l[ae]|y?[ıiuü])$")
"""A case that ends a name: "diyen Kaya'ya Bakan Güneş teşekkür etti"."""
_CASED = late(r"(?:['’]\w+|(?:[aeıioöuü]n|ğ|l[ae]r)[ıiuü]n)$")
_CASED_WORD = late(r"(?:[dt][ae]n?|[ıiuü]n|[ıiuü]nc[ae])$")
_MADE = late(
    r"(?<![\w'’])([^\W\d_][\w]*?)(?:['’]n?[dt][ae]n|n?[dt][ae]n)\s+(?:[^\s,.;]+\s+){0,4}?(?:yapılan|gelen|verilen|yayımlanan|paylaşılan)\s+(?:(?:yazılı|resm[iî]|ortak|kısa)\s+)?$"
)
_TOPIC = late(r"(?<!\w)(\w[\w.-]*)\s+ise(?!\w)")
_TOO = late(r"(?:[A-ZÇĞİÖŞÜ][\w.-]*\s+){0,5}?([A-ZÇĞİÖŞÜ][\w.-]*)\s+d[ea](?!\w)")
_LOCAL = late(r"[dt][ae]n?$")
_CASE_ONLY = late(r"['’]?\w{0,3},?\s*")
_CONVERB = late(r"(?<!\w)[a-zçğıöşü]\w+(?:ken|r[ae]k)$")
_SOURCE = late(r"[^,;:“”\"\n]{1,80}?\sgöre(?!\w),?\s+")
_SOFT = "ğbcd"
_MOST_WORDS, _LONGEST = 8, 160


@cache
def _medium() -> re.Pattern[str]:
    """A statement, post or speech in which something is said: "açıklamasında", "paylaşımda"."""
    return re.compile(rf"(?<!\w){any_of(lexicon('tr')['words']['media'])}\w*?[dt][ae](?!\w)", re.IGNORECASE)


def subject(text: str, start: int, end: int) -> Span | None:
    """Who opens the sentence as its subject: the phrase before the first comma, or the name that it begins with.

    Where it opens with a statement ("Bakanlığın açıklamasında"), its owner.
    """
    source = _SOURCE.match(text, start, end)
    start = source.end() if source else start
    limit = min(end, start + _LONGEST)
    medium = _medium().search(text, start, limit)
    comma = text.find(",", start, limit)
    if medium and (comma < 0 or medium.start() < comma):
        led = _plain(text, start, medium.start())
        behind = _phrase(text, medium.end(), comma) if comma > medium.end() else None
        if behind is not None and behind.of(text)[0].isupper():
            return behind
        found = issuer(text, start, medium.start()) or led or _name(text, start, medium.start())
        return found or participled(text, medium.end(), end)
    if comma >= 0:
        is_clause = _CONVERB.search(text, start, comma) is not None  # "Konu anlatılırken, Kaya …"
        after = comma + 1 + text.startswith(" ", comma + 1)
        found = (_name(text, after, end) if is_clause else None) or _phrase(text, start, comma)
        if found is not None:
            return found
    return contrasted(text, start, limit) or _name(text, start, end)


def contrasted(text: str, start: int, end: int) -> Span | None:
    """The name before the sentence's first "ise", which sets its subject against another's ("Eski bakan Kaya ise"), or
    before the "de" behind the names that open it."""
    topic = _TOPIC.search(text, start, end)
    if topic is None or not topic[1][0].isupper():
        too = _TOO.match(text, start, end)
        return None if too is None or _LOCAL.search(too[1]) else Span(too.start(), too.end(1))
    found = _phrase(text, start, topic.end(1))
    return found if found is not None and found.end == topic.end(1) else None


def quoted_of(text: str, start: int, end: int) -> Span | None:
    """Whose words end at `end`: the bearer of a genitive right before them ("Bakan Güneş'in “Hayır” dediğini")."""
    found = owner(text, start, end)
    if found is None or not _CASE_ONLY.fullmatch(text, found.end, end):
        return None
    between = text[found.end : end]
    is_name = "," in between and between[0] not in "'’"  # "Kalın, “…”": a surname, and no genitive
    return None if is_name else found


def stated_by(text: str, start: int, end: int) -> Span | None:
    """Whose statement the sentence opens with; None where it opens with none."""
    medium = _medium().search(text, start, min(end, start + _LONGEST))
    return issuer(text, start, medium.start()) if medium else None


def issuer(text: str, start: int, end: int) -> Span | None:
    """The owner of the statement that begins at `end`, or where it came from: "Bakanlıktan yapılan"."""
    made = _MADE.search(text, start, end)
    if made is None:
        return owner(text, start, end) or _compounded(text, start, end)
    if any(fold(made[1]).startswith(channel) for channel in words("tr", "channels")):
        return owner(text, start, made.start(1))
    by = fold(made[1]).startswith("taraf")  # "Bakanlık tarafından yapılan açıklamada"
    end = made.start(1) if by else made.end(1)
    held = [Span(*match.span()) for match in _WORD.finditer(text, start, end)]
    first = len(held) - 1
    if first < 0:
        return None
    while first > 0 and held[first - 1].of(text)[0].isupper() and text[held[first - 1].end] != ",":
        first -= 1
    return Span(held[first].start, held[-1].end if by else end)


def _compounded(text: str, start: int, end: int) -> Span | None:
    """The body in one noun with its statement: "Bakanlık açıklamasında"."""
    held = [Span(*match.span()) for match in _WORD.finditer(text, start, end)]
    is_bare = bool(held) and held[-1].of(text)[0].isupper() and not _APOSTROPHE.search(held[-1].of(text))
    is_possessed = re.match(r"\s*\w+s[ıi]n[dt][ae](?!\w)", text[end - 1 :][:30]) is not None
    return held[-1] if is_bare and is_possessed and len(held) == 1 else None


def owner(text: str, start: int, end: int) -> Span | None:
    """The bearer of the genitive that ends at `end`: "Bakanlığın", "Bakan Güneş'in"."""
    held = [Span(*match.span()) for match in _WORD.finditer(text, start, end) if match.group()[0] != "("]
    plain = words("tr", "adverbial")
    owners = (i for i in reversed(range(len(held))) if held[i].of(text) not in plain)
    at = next((i for i in owners if _GENITIVE.search(held[i].of(text))), None)
    if at is None or len(held) - at > _MOST_WORDS // 2:
        return None
    first = at
    while first > 0 and held[first - 1].of(text)[0].isupper() and text[held[first - 1].end] != ",":
        first -= 1
    return Span(held[first].start, held[at].start + len(_nominative(held[at].of(text))))


def _nominative(word: str) -> str:
    """The word without its genitive; with it where the stem was softened by it ("Bakanlığın")."""
    bare = _APOSTROPHE.sub("", word)
    if bare != word:
        return bare
    stem = re.sub(r"(?<=[aeıioöuü])n[ıiuü]n$|[ıiuü]n$", "", word)
    return word if stem[-1:] in _SOFT else stem


def _is_in_a_case(text: str, word: str, *, alone: bool) -> bool:
    """Whether the word has a case ending, and is not written like that as a name elsewhere: "Fidan", "Tekin"."""
    is_name = word[0].isupper() and not _APOSTROPHE.search(word) and _is_name(text, word)
    return _is_cased(word, alone=alone) and not is_name


@lru_cache(maxsize=1 << 10)
def _is_name(text: str, word: str) -> bool:
    """Whether the text has the word as a surname behind another name, or with a case behind an apostrophe."""
    bare = re.escape(word)
    return re.search(rf"[A-ZÇĞİÖŞÜ][\w.-]+\s{bare}(?!\w)|(?<!\w){bare}['’]\w", text) is not None


def _is_cased(word: str, *, alone: bool) -> bool:
    """Whether the word has a case ending; a name may look as if it had one ("Aydın"), so it counts only when alone.

    An office may, too ("komutan").
    """
    if fold(word) in titles("titles", "heads"):
        return False
    return _CASED.search(word) is not None or (
        (alone or not word[0].isupper()) and _CASED_WORD.search(word) is not None
    )


def _plain(text: str, start: int, end: int) -> Span | None:
    """The name before a comma that stands before the statement: "Aras, paylaşımında"."""
    comma = text.find(",", start, end)
    return _phrase(text, start, comma) if comma >= 0 else None


def _phrase(text: str, start: int, end: int) -> Span | None:
    """The subject at the end of a phrase: a name without what describes it, or a few common words."""
    held = [Span(*match.span()) for match in _WORD.finditer(text, start, end)]
    while held and held[-1].of(text).lower() in words("tr", "trimmed_after"):
        held.pop()
    if not held or held[-1].of(text).lower() in words("tr", "adverbial"):
        return None
    if _is_in_a_case(text, held[-1].of(text), alone=len(held) == 1):
        return None
    first = len(held)
    while first > 0 and (held[first - 1].of(text)[0].isupper() or held[first - 1].of(text) in words("tr", "links")):
        first -= 1
    if first < len(held):
        while first < len(held) and not held[first].of(text)[0].isupper():
            first += 1
        while first < len(held) - 1 and held[first].of(text).lower() in words("tr", "openers"):
            first += 1
        name = held[first].to(held[-1]) if first < len(held) else None
        whole = held[0].to(held[-1])
        is_opener = name is not None and name.of(text).lower() in words("tr", "openers")
        return None if is_opener or name is None else whole if len(held) == first else name
    is_short = len(held) <= _MOST_WORDS // 2 and held[0].of(text).lower() not in words("tr", "openers")
    return held[0].to(held[-1]) if is_short else None


def _name(text: str, start: int, end: int) -> Span | None:
    """The capitalised words that open the sentence, where they carry no case ending: "Güneş geminin geldiğini"."""
    held: list[Span] = []
    for match in _WORD.finditer(text, start, min(end, start + _LONGEST)):
        is_office = bool(held) and match.group() in words("tr", "links") and match.group() != "ve"
        if not (match.group()[0].isupper() or is_office) or (held and text[held[-1].end : match.start()].strip()):
            break
        if held and _CASED.search(match.group()):
            held = [] if _GENITIVE.search(match.group()) else held
            break
        held.append(Span(*match.span()))
    if (
        not held
        or _is_in_a_case(text, held[-1].of(text), alone=len(held) == 1)
        or held[0].of(text).lower() in words("tr", "openers")
    ):
        return participled(text, start, end)
    return held[0].to(held[-1])


def participled(text: str, start: int, end: int) -> Span | None:
    """The name behind the sentence's first participle: "Toplantıda konuşan General Aslam da"."""
    found = re.compile(r"(?<!\w)[a-zçğıöşü]\w+[ae]n\s+(?=[A-ZÇĞİÖŞÜ])").search(text, start, min(end, start + _LONGEST))
    return following(text, found.end(), end) if found else None


def _is_of_name(word: str) -> bool:
    """Whether the word may stand in the name or office of a speaker: "Kaya", "Genel Müdürü", "Umanlı bakan"."""
    return word[0].isupper() or word in words("tr", "links") or fold(word) in titles("heads")


def following(text: str, start: int, end: int) -> Span | None:
    """The name or office that begins at `start`: "diyen Bakan Güneş", "diyen konuk bakan"."""
    held: list[Span] = []
    for match in _WORD.finditer(text, start, min(end, start + _LONGEST)):
        adjoins = not held or not text[held[-1].end : match.start()].strip()
        if not adjoins or not (_is_of_name(match.group()) or (not held and match.group() in words("tr", "guests"))):
            break
        held.append(Span(*match.span()))
        if _ENDED.search(match.group()):
            break
    while held and held[-1].of(text) in words("tr", "links"):
        held.pop()
    if not held:
        return None
    last = held[-1].of(text)
    cut = len(last) - len(_APOSTROPHE.sub("", last)) + (last[-1:] in ".!?")
    return Span(held[0].start, held[-1].end - cut)


def earlier_subject(text: str, sentences: Iterable[Span]) -> Span | None:
    """The subject of the nearest of the sentences, given from the nearest, that has a name as its subject."""
    for sentence in sentences:
        found = subject(text, sentence.start, sentence.end)
        if found is not None and found.of(text)[0].isupper():
            return found
    return None
