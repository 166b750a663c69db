"""Turkish direct quotes: the verb behind or before the words, and the speaker before the words or behind the verb."""

import re
from collections import deque

from communique.late_patterns import late
from communique.spans import Span
from communique.tagging.quotes.cues import cues, lexicon, words
from communique.tagging.quotes.marks import Quoted
from communique.tagging.quotes.turkish_subjects import following, owner, quoted_of, stated_by, subject
from communique.tagging.word_patterns import any_of

_REACH = 200
_NEAR = 3
_LONGEST_TITLE = 4
_CALLED = late(
    r"\s(?:anlayış|şiar|slogan|motto|parola|tema|başlık|adlı|isimli|ismi|adı|projesi|harekat|harekât|tatbikat|madalya)\w*"
)
_SENTENCE_END = late(r"(?<=\w{3})(?!(?<=\d)\.\s+[a-zçğıöşü])[.!?](?:\s|$)|(?<![:;,\n])\n")
_TITLED = late(r"([A-ZÇĞİÖŞÜ][\w.’'-]*(?:\s+[\w.’'-]+){0,5}):\s*")
_PARTICIPLED = late(r"(?<!\w)[a-zçğıöşü]+[ae]n\s+((?:[A-ZÇĞİÖŞÜ][\w.-]*\s+){0,6}[A-ZÇĞİÖŞÜ][\w.-]*),\s*\Z")
_NEAREST = late(
    r"\s(?:üzerine|ardından|hakkında|ilişkin\solarak)\s((?:[A-ZÇĞİÖŞÜ][\w.-]*\s+){0,6}[A-ZÇĞİÖŞÜ][\w.-]*),\s*\Z"
)
_CLOSING = ("”", "»", "’’", "''", '"')
_LEADING = late(r"\s*(?:[a-zçğıöşü]\w*\s+){0,3}(?=[A-ZÇĞİÖŞÜ])")
"""What an earlier quote's noun goes on with before a new subject: "“…” sorusuna Kaya"."""
_OWNED = late(
    r"(?P<owner>[^\n:;]{2,120}?)\s(?:açıklaması|sözleri|konuşması|mesajı|paylaşımı|değerlendirmesi)\s(?:ise\s)?"
    r"(?:şu\sşekilde|şöyle)[^\n:;]{0,20}[:;]\s*"
)
"""Whose words are said to be as follows: "Kaya'nın açıklaması şöyle:"."""
_KINDS = ("quoting", "saying", "passive")


def is_said(text: str, quoted: Quoted) -> bool:
    """Whether a verb of saying stands right behind the closing mark: “Hayır” dedi, “Hayır” dediğini."""
    start = quoted.outer.end
    cue = cues("tr", "quoting", "recounting").search(text, start, min(len(text), start + _REACH // 4))
    return cue is not None and len(text[start : cue.start()].strip(" ,")) == 0


def is_name(text: str, quoted: Quoted) -> bool:
    """Whether the words between the marks only name something: “Deniz Yıldızı” with capitals throughout, or “birlikte
    güçlüyüz” before "anlayışıyla"."""
    said = quoted.inner.of(text).strip().split()
    is_title = 1 < len(said) <= _LONGEST_TITLE and all(word[0].isupper() for word in said) and said[-1][-1].isalnum()
    is_called = _CALLED.match(text, quoted.outer.end) is not None
    return is_called or (is_title and not is_said(text, quoted))


def turkish_speaker(text: str, quoted: Quoted, paragraph: Span) -> tuple[Span | None, Span | None]:
    """The speaker and the cue of a Turkish direct quote, each where there is one."""
    limit = _limit(text, quoted, paragraph)
    opened = _opened(text, quoted, paragraph)
    recounted = _recounted(text, quoted, opened, limit)
    if recounted is not None:
        return recounted
    found = cues("tr", *_KINDS).search(text, quoted.outer.end, limit)
    if found is None:
        found = next(iter(deque(cues("tr", *_KINDS).finditer(text, opened, quoted.outer.start), maxlen=1)), None)
    owned = _OWNED.fullmatch(text, opened, quoted.outer.start)
    if owned is not None:
        return owner(text, opened, owned.end("owner")), None
    named = _TITLED.fullmatch(text, opened, quoted.outer.start)
    found = found or _introducing(text, opened, quoted.outer.start)
    if found is None:
        return (Span(*named.span(1)), None) if named else (None, None)
    cue = Span(*found.span())
    if is_participle(cue.of(text)):
        return following(text, _skipped(text, cue.end), paragraph.end), cue
    end = min(quoted.outer.start, cue.start)
    bearer = quoted_of(text, opened, quoted.outer.start) if _is_unsaid(text, cue) else None
    bearer = bearer or _told_of(text, opened, quoted.outer.start) or _told_of(text, opened, end)
    bearer = bearer or _between(text, opened, end, cue) or _nearest(text, opened, quoted.outer.start)
    return bearer or spoken_by(text, opened, end, cue), cue


def _told_of(text: str, start: int, end: int) -> Span | None:
    """The name right before the quote that a participle leads up to: "… söylediğini belirten Kaya, “…”"."""
    found = _PARTICIPLED.search(text, max(start, end - _REACH), end)
    return Span(*found.span(1)) if found else None


def _nearest(text: str, start: int, end: int) -> Span | None:
    """The name right before the quote, behind what a postposition closes: "… sorulması üzerine Kaya, “…”"."""
    found = _NEAREST.search(text, max(start, end - _REACH), end)
    return Span(*found.span(1)) if found else None


def _between(text: str, start: int, end: int, cue: Span) -> Span | None:
    """The subject that is named behind an earlier quote of the sentence, whose own words name no speaker."""
    mark = max(text.rfind(mark, start, end) for mark in _CLOSING)
    behind = None if mark < 0 else _LEADING.match(text, mark + 1, end)
    found = None if behind is None else spoken_by(text, behind.end(), end, cue)
    if found is None or text[found.end : end].strip()[:1] not in ("", ",", "(", "'", "’"):
        return None
    return found if found.of(text)[0].isupper() else None


def _limit(text: str, quoted: Quoted, paragraph: Span) -> int:
    """Where the sentence of the quote ends: its verb may stand in the next line by itself ("diye konuştu.")."""
    begun = quoted.outer.end
    behind = cues("tr", "quoting").match(text, _skipped(text, begun))
    if behind is not None and text[behind.start()].islower():
        begun = behind.end()
    end = max(begun, min(paragraph.end, quoted.outer.end + _REACH))
    stop = _SENTENCE_END.search(text, begun, end)
    return stop.start() if stop else end


def _recounted(text: str, quoted: Quoted, opened: int, limit: int) -> tuple[Span, Span] | None:
    """The speaker and the cue of words that somebody else hands on: "Kaya'nın “Hayır” dediğini bildirdi"."""
    cue = cues("tr", "recounting").search(text, quoted.outer.end, limit)
    if cue is None or text[quoted.outer.end : cue.start()].strip(" ,"):
        return None
    speaker = quoted_of(text, opened, quoted.outer.start)
    return None if speaker is None else (speaker, Span(*cue.span()))


def _is_unsaid(text: str, cue: Span) -> bool:
    return cues("tr", "unsaid").fullmatch(cue.of(text)) is not None


def spoken_by(text: str, start: int, end: int, cue: Span) -> Span | None:
    """The subject of the sentence; of a passive verb, whose statement it stands in."""
    is_passive = cues("tr", "passive", "unsaid").fullmatch(cue.of(text)) is not None
    return stated_by(text, start, end) if is_passive else subject(text, start, end)


def is_participle(cue: str) -> bool:
    """Whether the cue stands before its subject: "diyen", "ifade eden"."""
    return cue.lower().split()[-1] in words("tr", "participles")


def _introducing(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb before the colon that opens the quote: "gazetecilere konuştu: “…”"."""
    return re.compile(rf"(?<!\w){any_of(lexicon('tr')['words']['introducing'])}(?=\s*:\s*$)", re.IGNORECASE).search(
        text[:end], start
    )


def _skipped(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _opened(text: str, quoted: Quoted, paragraph: Span) -> int:
    """Where the sentence that leads up to the quote begins."""
    begun = max(paragraph.start, quoted.outer.start - 3 * _REACH)
    ends = _SENTENCE_END.finditer(text, begun, max(begun, quoted.outer.start - 1))
    opened = max((match.end() for match in ends), default=begun)
    return min(_skipped(text, opened), quoted.outer.start)
