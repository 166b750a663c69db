"""Turkish reported speech: the clause before a verb of saying or behind "göre", and who says it."""

import re
from collections.abc import Iterator
from functools import cache

from communique.late_patterns import late
from communique.spans import Span
from communique.tagging.mentions import Told
from communique.tagging.quotes.complements import stripped
from communique.tagging.quotes.cues import cues, first_words, lexicon, words
from communique.tagging.quotes.reported import Reported
from communique.tagging.quotes.turkish import is_participle, spoken_by
from communique.tagging.quotes.turkish_subjects import following, owner
from communique.tagging.word_patterns import any_of

_SHORTEST = 10
_LOOK_BACK = 40
_ACCORDING = late(r"(\w+?)(['’]?y?[ae])\s+(göre)(?!\w),?", re.IGNORECASE)
_LONGEST_LEAD = 150
_NEAR = 4
_MARKED = late(r"[”\"»’']\s\Z")
"""A closing mark right before the verb."""
_CLOSED = late(r"[”\"»’']\s")
_FINITE = late(
    r"(?:[dt][ıiuü]ğ[ıiuü]|[ae]c[ae]ğ[ıi]|(?:[dt][ıiuü]k|[ae]c[ae]k)l[ae]r[ıi])(?:n[ıiuü]n?|n[ae])?\s+(?:de\s+|da\s+|ise\s+)?$"
)
"""The end of a clause with a verb of its own ("süreceğini"), not of a noun ("önemini", "gelişmesini")."""
_DONE = late(r"\s\w{3,}[dt][ıiuü](?:l[ae]r)?,\s")
"""A verb before the clause that tells of another deed of the speaker: "… ile görüştü, … olduğunu belirtti"."""
_FIRST = late(r"\w[dt][ıiuü]ğ[ıiuü]n[ıiuü](?:,|\sve)\s|\w[ae]c[ae]ğ[ıi]n[ıi](?:,|\sve)\s")
"""The end of such a clause before nouns that are said, too: "sürdüğünü ve iş birliğinin önemini"."""


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(rf"\w{any_of(lexicon('tr')['words']['clause_ends'])}\s+(?:de\s+|da\s+|ise\s+)?$")


@cache
def _source() -> re.Pattern[str]:
    return re.compile(rf"{any_of(lexicon('tr')['words']['sources'])}\w*", re.IGNORECASE)


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(rf"[\s,]+(?:{any_of(words('tr', 'trimmed_after'))}(?!\w)[\s,]*)*", re.IGNORECASE)


@cache
def _leading() -> re.Pattern[str]:
    """The statement that opens a sentence: "Bakanlığın açıklamasında"."""
    media = any_of(lexicon("tr")["words"]["media"])
    return re.compile(rf"[^,]{{0,80}}?{media}\w*?[dt][ae](?!\w),?", re.IGNORECASE)


@cache
def _occasion() -> re.Pattern[str]:
    """When and where it is said, behind the subject: "açılışta yaptığı konuşmada", "görüşmede, "."""
    listed = lexicon("tr")["words"]
    said = rf"{any_of(listed['leading'])}\s(?:[^\s,]+\s){{0,3}}?{any_of(listed['media'])}\w*?[dt][ae],?\s"
    met = rf"{any_of(listed['occasions'])}\w*?(?:[dt][ae]|üzerine),\s"
    return re.compile(rf"(?:[^\s,]+\s){{0,6}}?(?:{said}|{met})", re.IGNORECASE)


def cue_words() -> frozenset[str]:
    """The folded first words of the cues: a sentence with none of them reports nothing."""
    return first_words("tr", "saying", "passive", "according")


def reported_in(text: str, sentence: Span) -> Iterator[Reported]:
    """The reported clauses of one Turkish sentence, in order of their cues."""
    according = _according(text, sentence)
    if according is None:
        yield from _clauses(text, sentence)
        return
    behind = [one for one in _clauses(text, Span(according.content.start, sentence.end)) if one.speaker is not None]
    yield from behind or (according,)  # "Açıklamaya göre Kaya, … söyledi" has a speaker of its own


def _clauses(text: str, sentence: Span) -> Iterator[Reported]:
    begun, bearer = _quoted(text, sentence)
    for match in cues("tr", "saying", "passive").finditer(text, sentence.start, sentence.end):
        if not _clause_end().search(text[max(begun, match.start() - _LOOK_BACK) : match.start()]):
            continue
        found = _told(text, Span(*match.span()), begun, bearer, sentence)
        if found is not None:
            yield found
            begun = match.end()
            bearer = found.speaker if is_participle(match.group()) else bearer


def _quoted(text: str, sentence: Span) -> tuple[int, Span | None]:
    """Where the sentence goes on behind words between marks ("“Hayır” dedi; …"), and who said them, if a participle
    tells it ("“Hayır” diyen Kaya, …")."""
    begun, bearer = sentence.start, None
    if _CLOSED.search(text, sentence.start, sentence.end) is None:
        return begun, bearer
    for match in cues("tr", "quoting").finditer(text, sentence.start, sentence.end):
        if not _MARKED.search(text, max(sentence.start, match.start() - _NEAR), match.start()):
            continue
        if is_participle(match.group()):
            bearer = following(text, match.end() + 1, sentence.end)
            begun = begun if bearer is None else bearer.end
        elif text.startswith((",", ";"), match.end()):
            begun = match.end() + 1
    return begun, bearer


def _told(text: str, cue: Span, begun: int, bearer: Span | None, sentence: Span) -> Reported | None:
    """The clause before the cue that begins behind `begun`; `bearer` is whom a participle before made the subject."""
    is_finite = _FINITE.search(text[max(0, cue.start - _LOOK_BACK) : cue.start]) or _FIRST.search(
        text, begun, cue.start
    )
    told: Told = "clause" if is_finite else "phrase"
    if is_participle(cue.of(text)):
        content = stripped(text, begun, cue.start)
        speaker = following(text, cue.end + 1, sentence.end)
        return Reported(content, speaker, cue, told) if content and len(content) >= _SHORTEST else None
    speaker = bearer or spoken_by(text, sentence.start, cue.start, cue)
    start = begun if speaker is None else max(begun, speaker.end)
    start = max((done.end() for done in _DONE.finditer(text, start, cue.start)), default=start)
    content = stripped(text, _behind(text, start, sentence.start, cue), cue.start)
    return Reported(content, speaker, cue, told) if content and len(content) >= _SHORTEST else None


def _behind(text: str, start: int, opened: int, cue: Span) -> int:
    """Where the clause begins behind its subject, a statement ("açıklamada,") and the words that join them."""
    medium = _leading().match(text, opened, cue.start)
    at = max(start, medium.end()) if medium else start
    suffix = re.compile(r"['’]\w+").match(text, at)
    at = suffix.end() if suffix else at
    joined = _joining().match(text, at)
    at = joined.end() if joined and at > opened else at
    occasion = _occasion().match(text, at, cue.start)
    return occasion.end() if occasion else at


def _according(text: str, sentence: Span) -> Reported | None:
    """The clause behind "Güneş'e göre", "yetkililere göre", "Reuters'ın haberine göre"."""
    limit = min(sentence.end, sentence.start + _LONGEST_LEAD)
    found = _ACCORDING.search(text, sentence.start, limit)
    if found is None:
        return None
    is_named = found.group(2)[0] in "'’"
    if not is_named and not _source().fullmatch(found.group(1)):
        return None
    content = stripped(text, found.end(), sentence.end)
    if content is None or len(content) < _SHORTEST:
        return None
    owned = None if is_named else owner(text, sentence.start, found.start())
    speaker = owned or Span(sentence.start, found.end(1))
    return Reported(content, speaker, Span(*found.span(3)), "source")
