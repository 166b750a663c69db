"""When and where: which of the dates and places beside an event are the event's own.

What stands in words that somebody said, or right beside the verb of saying, is told of something else; of the sentences
around only those count that tell of no event of their own.
"""

import re
from dataclasses import replace
from functools import cache

from communique.annotation import AnnotatedArticle, inside, named_inside
from communique.drafts import Proposed
from communique.events import Event
from communique.fields import Place, When
from communique.forms import Candidate, Question
from communique.passage import Sentence
from communique.rules.cues import CompiledCues
from communique.rules.triggers import trigger, with_object
from communique.source import fold
from communique.spans import Span
from communique.tagging.lexicon import words as listed_words
from communique.tagging.mentions import DateMention, QuoteMention

_ADJOINING = re.compile(r"[\s,”\"’']*")
_AWAY = re.compile(
    r"(?:Öte\s|Diğer\s)(?:yandan|taraftan)(?!\w)|Bunun\syan(?:ında|ı\ssıra)(?!\w)|(?:[^\s,]+,?\s){1,6}?ise\s",
    re.IGNORECASE,
)
_OPEN = re.compile(r"^(?:since|until|till)\b|\b(?:kadar|dek|değin|beri|bu yana|itibaren)$", re.IGNORECASE)
_TIMES = re.compile(
    r"\s(?:\w+[ıiuü]nc[ıiuü]|ilk)\s(?:kez|kere|defa)(?!\w)"
    r"|\s(?:yaptığı|yapılan|verdiği|paylaştığı)(?:\s\w+){0,2}\s(?:açıklama|konuşma|paylaşım|mülakat|demeç|röportaj)"
)
"""Behind a Turkish time, what counts how often something happened in it ("iki ay içinde ikinci kez"), or makes it that
of a speech."""
_THAT_IS_IN = re.compile(r"['’]?[dt][ae]ki(?:\s[^\s,.;]+){1,5}")
_WHERE_IT_HAPPENED = re.compile(
    r"['’]?[dt][ae]\s(?:[^\s,.;]+\s){0,3}?(?:meydana\sgelen|yaşanan|hayatını\skaybeden|şehit\s(?:olan|olduğu|düşen)|çıkan)(?!\w)"
    r"|\s(?:konusu|krizi|sorunu|meselesi|savaşı|olmak\süzere)"
)
"""Behind a Turkish place, what tells that something else happened there ("Lima'da meydana gelen yangında"), or is
talked of ("başta Lima olmak üzere")."""
_TRAVELLED = re.compile(
    r"['’]y?[ae]\s(?:[^\s,.;]+\s){0,2}?(?:git|gel|geç|hareket\set)t?[dt]i(?!\w)"
    r"|['’]y?[ae]\s(?:[^\s,.;]+\s){0,2}?(?:gidecek|gelecek|geçecek|gidiyor|geliyor)(?!\w)"
)
_MET_IN = (
    *(
        "gorusme",
        "toplant",
        "temas",
        "ziyaret",
        "kabul",
        "zirve",
        "program",
        "bulusma",
        "muzakere",
        "istisare",
        "makam",
    ),
    *(
        "saray",
        "kosk",
        "kulliye",
        "buyukelci",
        "karargah",
        "ussu",
        "otel",
        "villa",
        "konut",
        "ofis",
        "bakanli",
        "merkez",
    ),
    *("komutanli", "inceleme", "fabrika", "tersane", "fuar", "havaliman", "us", "tatbikat", "tesis"),
)
"""How words for an occasion or a house begin."""
_THERE = {
    "en": re.compile(r"(?<!\w)there(?!\w)(?!\s(?:is|are|was|were|has|have|will)(?!\w))", re.IGNORECASE),
    "tr": re.compile(r"(?<!\w)(?:[bo]urada|orada)(?!\w)", re.IGNORECASE),
}
"""Words for the place that was told last."""
_TO_THE_PRESS = re.compile(
    r"\b(?:spoke|speaking|talked|talking|told|telling|briefed|addressed|addressing)\s(?:[\w-]+\s){0,3}?(?:reporters|journalists|press)\b"
    r"|(?<!\w)(?:gazeteciler|basına|basın\smensup)\w*\s(?:[\w'’]+\s){0,3}?(?:konuş|açıklama|değerlendir|bilgi)",
    re.IGNORECASE,
)
"""What tells of a speech to the press alone: its place is no meeting's."""
_WHERE = re.compile(r"\swhere\s$")
_AFTER = re.compile(
    r"\b(?:(?:following|after|in\sthe\swake\sof)\s(?:the|an?|last|deadly)|since\s(?:he|she|they|taking|assuming|becoming))\s[^,;.]{2,100}$"
)
_REACH = 40
_COARSE = ("year", "decade", "interval", "half", "quarter", "season")


def is_beside(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentence: Sentence, first: Sentence
) -> bool:
    """Whether a neighbouring sentence may tell when and where: one behind only if it goes on telling of the event."""
    if cues.parties == "":
        return True
    if sentence.number > first.number:
        return cues.goes_on(article.source, sentence.span)
    if _points_back(article, first.span) or _names_nobody(article, sentence.span):
        return True
    if trigger(article, event, cues, sentence.span) is not None or _is_of_undone(article, cues, first.span):
        return False
    return _TO_THE_PRESS.search(article.text, sentence.span.start, sentence.span.end) is None


def _is_of_undone(article: AnnotatedArticle, cues: CompiledCues, sentence: Span) -> bool:
    """Whether the sentence tells of what was cancelled or denied: what stands beside it is when and where of something
    else."""
    told = cues.telling.cues(article.source, (sentence,))
    return bool(told) and told[0].standing in ("cancelled", "denied")


def _names_nobody(article: AnnotatedArticle, sentence: Span) -> bool:
    """Whether the sentence tells of an occasion alone: "The forum will be held in Lima in May"."""
    people = (name for name in named_inside(article, (sentence,)) if name.kind == "person")
    return not any(people) and not any(inside(article.groups, (sentence,)))


def _points_back(article: AnnotatedArticle, sentence: Span) -> bool:
    """Whether the sentence, or part of one, says "there" or "where" of the place that was told last."""
    there = _THERE.get(article.passage.language)
    if _WHERE.search(article.text, max(0, sentence.start - _REACH), sentence.start) is not None:
        return True
    return there is not None and there.search(article.text, sentence.start, sentence.end) is not None


def turns_away(article: AnnotatedArticle, sentence: Span) -> bool:
    """Whether a Turkish sentence sets what it tells against what stands before it: "Öte yandan …", "Peru'ya ise …"."""
    return article.passage.language == "tr" and _AWAY.match(article.text, sentence.start, sentence.end) is not None


def own(article: AnnotatedArticle, cues: CompiledCues, question: Question, sentences: tuple[Sentence, ...]) -> Question:
    """The question without the dates and places that are told of something else."""
    if not question.shape.is_a(When, Place) or len(question.options) == 0 or not cues.parties:
        return question
    words = (cues.triggers, cues.between)
    told = [hit for one in sentences for by in words for hit in cues.hits(article.source, by, one.span)]
    told += [verb for one in sentences for verb in with_object(article, cues, one.span)]
    kept = tuple(one for one in question.options if not _is_said(article, cues, one.start, told, sentences))
    kept = tuple(one for one in kept if not _is_before_it(article, cues, one.start))
    if question.shape.is_a(Place):
        kept = tuple(one for one in kept if not _is_of_affairs(article, one))
    kept = tuple(one for one in kept if sentences[0].span.contains(Span(one.start, one.start + 1))) or kept
    if question.shape.is_a(Place) and _points_back(article, sentences[0].span):
        before = [one for one in kept if one.start < sentences[0].span.start]
        kept = (max(before, key=lambda one: one.start),) if len(before) == len(kept) > 0 else kept
    return replace(question, options=_finest(article, kept) if question.shape.is_a(When) else kept)


def without_countries(article: AnnotatedArticle, question: Question) -> Question:
    """The question where, without the countries but those that are a city: a place is a house or a city."""
    if not question.shape.is_a(Place):
        return question
    named = (country for country in article.countries if country.form == "name")
    named = (country for country in named if fold(country.code) not in listed_words("city_states"))
    states = {country.span.start for country in named if not _is_travelled_to(article, country.span)}
    kept = tuple(one for one in question.options if one.start not in states)
    return question if kept == question.options else replace(question, options=kept)


def _is_travelled_to(article: AnnotatedArticle, country: Span) -> bool:
    """Whether a Turkish sentence tells that a delegation goes there, and of no host: "X ve Y, Peru'ya gitti"."""
    if article.passage.language != "tr" or _TRAVELLED.match(article.text, country.end) is None:
        return False
    sentence = article.source.sentence_at(country.start)
    return sentence is None or "davet" not in sentence.span.of(article.text)


def _is_said(
    article: AnnotatedArticle, cues: CompiledCues, start: int, told: list[Span], sentences: tuple[Sentence, ...]
) -> bool:
    """Whether the words at `start` stand in a quote that does not tell of the event, in the name of its speaker, or
    beside its verb, which in a neighbouring sentence tells of saying alone."""
    words = Span(start, start + 1)
    is_beside = not any(one.span.contains(words) for one in sentences)
    for quote in article.quotes:
        if quote.told == "phrase":
            continue
        is_quoted, is_aside = quote.span.contains(words), _is_aside(article, quote, words)
        if is_beside and is_aside:
            return True
        if (is_quoted or is_aside) and (is_aside if _tells(article, cues, quote, told) else is_quoted):
            return True
    return False


def _is_before_it(article: AnnotatedArticle, cues: CompiledCues, start: int) -> bool:
    """Whether the words tell of something else that the event follows: "met after the clash at the port on Monday"."""
    sentence = article.source.sentence_at(start) if article.passage.language == "en" else None
    found = None if sentence is None else _AFTER.search(article.text, sentence.span.start, start)
    if found is None:
        return False
    words = Span(*found.span())
    told = (cues.triggers, cues.between, cues.telling.nouns)
    return not any(True for by in told for _ in cues.hits(article.source, by, words))


def _is_aside(article: AnnotatedArticle, quote: QuoteMention, words: Span) -> bool:
    """Whether the words stand in the name of the quote's speaker, or close behind its verb or who follows that."""
    if quote.speaker is not None and quote.speaker.contains(words):
        return True
    if quote.cue is None:
        return False
    is_inverted = quote.speaker is not None and quote.cue < quote.speaker and article.passage.language == "en"
    said = (quote.cue, quote.speaker) if is_inverted and quote.speaker is not None else (quote.cue,)
    return any(span.end <= words.start and _ADJOINING.fullmatch(article.text, span.end, words.start) for span in said)


def _tells(article: AnnotatedArticle, cues: CompiledCues, quote: QuoteMention, told: list[Span]) -> bool:
    """Whether the quote holds words that tell of the event, or words that go on telling of it."""
    return any(quote.span.contains(hit) for hit in told) or any(
        cues.goes_on(article.source, other.span) for other in article.quotes if quote.span.contains(other.span)
    )


def _is_of_affairs(article: AnnotatedArticle, one: Candidate) -> bool:
    """Whether the place is where something happens that is talked about: "the war in Ukraine", "Gazze'deki durum"."""
    before, behind = _affairs()
    end = one.start + len(one.value.text) if isinstance(one.value, Proposed) else one.start
    if behind.match(article.text, end) is not None or _describes(article, end):
        return True
    return before.search(article.text, max(0, one.start - _REACH), one.start) is not None


def _describes(article: AnnotatedArticle, end: int) -> bool:
    """Whether a Turkish "-deki" makes the place what something else is told by, no occasion and no house: "Gazze'deki
    ateşkes çabaları", or a participle makes it where that happened."""
    if article.passage.language == "en":
        return False
    if _WHERE_IT_HAPPENED.match(article.text, end) is not None:
        return True
    behind = _THAT_IS_IN.match(article.text, end)
    if behind is None:
        return False
    return not any(fold(word).startswith(_MET_IN) for word in behind.group().split()[1:])


@cache
def _affairs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words before and behind such a place."""
    nouns = "|".join(map(re.escape, sorted(listed_words("affairs"))))
    return (
        re.compile(rf"(?<!\w)(?:{nouns})\s(?:in|at|on|across|over)\s(?:the\s)?$", re.IGNORECASE),
        re.compile(rf"['’]?[dt][ae]ki\s(?:son\s|insani\s|güncel\s)?(?:{nouns})", re.IGNORECASE),
    )


def _finest(article: AnnotatedArticle, options: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The days, where there are days and years: "on Friday, their third encounter this year"; none that only begin or
    end: "for the first time since May"."""
    text = article.text
    open_ended = {one.span.start for one in article.dates if _is_open(one, text) or _TIMES.match(text, one.span.end)}
    options = tuple(one for one in options if one.start not in open_ended)
    options = _behind_dateline(article, options)
    fine = {date.span.start for date in article.dates if date.granularity not in _COARSE}
    return tuple(one for one in options if one.start in fine) or options


def _behind_dateline(article: AnnotatedArticle, options: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The dates without the dateline's; that alone where it tells which day "today" was."""
    lead = article.dateline
    if lead is None:
        return options
    own = tuple(one for one in options if not lead.start <= one.start < lead.end)
    if any(one.label.casefold() == "today" for one in own):
        return tuple(one for one in options if one not in own) or own
    return own or options


def _is_open(date: DateMention, text: str) -> bool:
    """Whether the date only begins or ends a time: "since May", "bugüne dek"."""
    return ".." in (date.value or "").split("/") or _OPEN.search(date.span.of(text)) is not None
