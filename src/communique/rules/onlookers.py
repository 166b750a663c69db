"""Names of a sentence that take no part in what it tells: its source, a part of an office, a house, an occasion, and
whoever tells of others."""

import re
from collections.abc import Iterator
from functools import cache

from communique.annotation import AnnotatedArticle, inside, named_inside
from communique.source import fold
from communique.spans import Span
from communique.standing.contrast import is_excluded
from communique.tagging.lexicon import words
from communique.tagging.mentions import NameMention, QuoteMention
from communique.tagging.word_patterns import any_of

_LOOK_BACK = 30
_RELATION = re.compile(
    r"['’]s\s(?:message|letter|greetings|condolences)(?!\w)"
    r"|['’]s\s(?:late\s|former\s)?(?:predecessor|successor|father|mother|son|daughter|brother|sister|wife|husband|widow)(?!\w)"
    r"|['’]s\s(?:[a-z-]+\s){0,3}(?:minister|adviser|advisor|spokesman|spokeswoman|spokesperson|envoy|deputy|ambassador),?\s[A-Z]"
    r"|['’]n?[ıiuü]n\s(?:selefi|halefi|oğlu|kızı|kardeşi|eşi|babası|annesi)(?!\w)"
    r"|['’]n?[ıiuü]n\s(?:[^\s,]+\s){0,4}?(?:[Dd]anışmanı|[Tt]emsilcisi|[Ss]özcüsü|[Yy]ardımcısı|[Ee]lçisi)\s[A-ZÇĞİÖŞÜ]"
)
"""What tells of somebody else by the name before it: "Kent's predecessor, Ada Ferro"."""
_REMEMBERED = re.compile(
    r"(?:mausoleum|tomb|grave|graves|graveyard|shrine|mazar|statue|bust|portrait|memorial|museum|funeral|memory|anniversary"
    r"|birthplace)\s(?:of|to)\s(?P<whose>[^.;]*)$"
)
"""What stands before the name of one who is remembered: "laid a wreath at the mausoleum of the founder, Ada Ferro"."""
_LONGEST_MEMORY = 80
_LONGEST_ROW = 120
_OTHERS = 2
_OF = re.compile(
    r"\b(?:of|at|for|who\s(?:heads|leads|commands|headed|led|commanded))\s(?:the\s|\w+['’]s\s)?(?:[A-Z]{2,}\s)?$"
)
_IN_OFFICE = re.compile(r"\s(?:[a-z]+\s){0,2}(?:commander|chief|head|envoy|spokes\w+|representative)(?!\w)")
"""Behind a body what makes it a part of somebody's office: "the NATO mission commander"."""
_SENDER = re.compile(
    r"\b(?:message|letter|greetings|communication|regards|condolences|wishes)\s(?:from|of)\s[^,;.]{0,100}$"
)
"""What stands before somebody who is not there: "handed over a letter from Peru's president, Ada Ferro"."""
_BESIDE = re.compile(r"\b(?:in addition to|besides|apart from|aside from)\s(?:the\s)?$", re.IGNORECASE)
"""What stands before somebody told of already: "In addition to Kent, he also met Ferro"."""
_VISITED = re.compile(
    r"\b(?:visit(?:ed|s|ing)?(?:\sto)?|tour(?:ed|s|ing)?)\s(?:the\s|both\sthe\s)?"
    r"(?:[A-Z][\w’'&-]*(?:\s(?:of|for)(?:\sthe)?)?,?\s(?:and\s(?:the\s)?)?)*$"
)
_SUMMIT_OF = re.compile(r"\b(?:summit|meeting|session|conference)\sof\s(?:the\s)?[A-Z][^,;.]{2,80}\sand\s(?:the\s)?$")
"""What stands before the second body whose occasion somebody attends: "a joint summit of the Port League and the …"."""
_LOCATIVE = re.compile(r"['’]?n?[dt][ae]n?(?:ki)?(?!\w)")
_OWNER = re.compile(r"['’]?n[ıiuü]n(?!\w)")
_HOSTING = re.compile(
    r"\w*['’]?\w*\s(?:[^\s,.;]+\s){0,3}?"
    r"(?:ev sahipli|davet|konu[ğk]|misafir|başkan|komutan|genel|temsilci|heyet|yetkili)"
)
_HOUSE = re.compile(
    r"\s(?:karargâ?h|bina|merkez|salon|konut|tesis|yerleşke|kampüs|(?:haber\s)?ajans|gazete|muhabir|televizyon)",
    re.IGNORECASE,
)
_BEFORE_WHOM = re.compile(
    r"['’]?n?[ıiuü]n\s(?:(?:ardından|akabinde|yerine|adına|ölümü|vefatı)(?!\w)|mezar|kabri|türbe|anıt|heykel|naaş"
    r"|selam|liderliğ|önderliğ|himaye|talimat|direktif|vizyon|mesaj|mektub)"
)
"""What tells of somebody before or for whom another acts, or who is remembered: "Kral Reis'in ardından"."""
_PAIRED = re.compile(r"\s(?:telefon\s)?(?:görüşme|buluşma|toplantı|zirve)")
_OUR_OFFICE = re.compile(
    r"(?:[Bb]akan|[Bb]aşkan|[Kk]omutan|[Bb]üyükelçi)[ıi]?m[ıi]z(?!\w)|(?:[Bb]akan|[Bb]aşkan|[Kk]omutan)[ıi]m[ıi]z[ıi]n(?!\w)"
)
_OF_ONESELF = re.compile(r"[dt][ıiuü](?:k|m)(?!\w)|(?:[ae]ca[ğk]|[ae]ce[ğk]|yor|m[ıiuü]ş)(?:[ıiuü]z|[ıiuü]m)(?!\w)")
_OF_HEAD = re.compile(
    r"\s(?:[İI]kinci\s|2[.’']\S*\s)?(?:Başkan|Komutan|Sözcü|Müdür|Sekreter|Temsilci|Danışman)(?:[ıiuü]|s[ıiuü])(?!\w)"
)
"""What makes a Turkish body part of somebody's office: "Genelkurmay Başkanı"."""
_WITH_ANOTHER = re.compile(r"\s(?:ile|ve)\s(?:[^\s,]+\s){0,5}?\w+l[ıiuü]ğ[ıiuü]['’]?nd[ae](?!\w)")
"""Behind a Turkish body in whose house and another's something happens: "X Komutanlığı ile Y Komutanlığında"."""
_INVITED = re.compile(
    r"['’]?n?[ıiuü]n\s(?:resm[iî]\s)?(?:davet|konu[ğk])\w*\s(?:[^\s,]+\s){0,2}?(?:gittiği|geldiği|bulunduğu)(?!\w)"
)
"""Behind whoever only invited one who then meets another: "Kaya'nın daveti üzerine gittiği Lima'da … görüştü"."""
_GENITIVE = re.compile(r"['’]n?[ıiuü]n(?!\w)")


def onlookers(article: AnnotatedArticle, span: Span) -> frozenset[object]:
    """The keys of the names that do not act in `span`."""
    names = tuple(inside(article.names, (span,)))
    bodies = (name for name in names if name.kind == "organisation")
    offices = {name.organisation for name in names if name.organisation is not None}
    aside = {body.entity for body in bodies if body.span in offices or _is_no_party(article, body, span)}
    aside.update(_recounting(article, names, span))
    if article.passage.language == "tr":
        aside.update(name.entity for name in names if _BEFORE_WHOM.match(article.text, name.span.end) is not None)
        often = [name.entity for name in names]
        invited = (name.entity for name in names if _INVITED.match(article.text, name.span.end) is not None)
        aside.update(entity for entity in invited if often.count(entity) == 1 and len(set(often)) > _OTHERS)
    aside.update(name.entity for name in names if _RELATION.match(article.text, name.span.end) is not None)
    aside.update(name.entity for name in names if _is_denied(article, name))
    aside.update(name.entity for name in names if _BESIDE.search(article.text, span.start, name.begin) is not None)
    aside.update(name.entity for name in names if _SENDER.search(article.text, span.start, name.span.start) is not None)
    aside.update(name.entity for name in names if _is_remembered(article.text, name.span.start, span.start))
    return frozenset(("name", entity) for entity in aside)


def _is_denied(article: AnnotatedArticle, name: NameMention) -> bool:
    """Whether the words say that it was another: "met Kent, not Ferro", "Kent ile değil Ferro ile görüştü"."""
    return is_excluded(article.text, article.passage.language, Span(name.begin, name.span.end))


def _is_remembered(text: str, at: int, start: int) -> bool:
    found = _REMEMBERED.search(text, max(start, at - _LONGEST_MEMORY), at)
    return found is not None and " and " not in found["whose"] and found["whose"].count(",") <= 1


def _is_no_party(article: AnnotatedArticle, body: NameMention, span: Span) -> bool:
    """Whether a body is the source, a part of an office ("head of the …"), a place or a word of an occasion's name."""
    text = article.text
    said_by = (quote.speaker for quote in article.quotes if quote.speaker is not None and _is_told(quote, span))
    return (
        any(held.contains(body.span) for held in said_by)
        or (article.passage.language == "tr" and _OF_HEAD.match(text, body.span.end) is not None)
        or (article.passage.language == "tr" and _WITH_ANOTHER.match(text, body.span.end) is not None)
        or _OF.search(text, max(span.start, body.span.start - _LOOK_BACK), body.span.start) is not None
        or _SUMMIT_OF.search(text, max(span.start, body.span.start - _LONGEST_ROW), body.span.start) is not None
        or occasion().match(text, body.span.end, span.end) is not None
        or (article.passage.language == "en" and _IN_OFFICE.match(text, body.span.end) is not None)
        or _is_seen(article, body, span)
        or _is_of_office(article, body)
        or (article.passage.language == "tr" and _is_aside(text, body.span.end))
    )


def _is_of_office(article: AnnotatedArticle, body: NameMention) -> bool:
    """Whether the body closes the office of somebody: "Ada Ferro, Chief of the Air Staff, Omani Air Force"."""
    roles = (name.role for name in article.names if name.kind == "person" and name.role is not None)
    return any(role.end <= body.span.start and article.text[role.end : body.span.start] == ", " for role in roles)


def _is_seen(article: AnnotatedArticle, body: NameMention, span: Span) -> bool:
    """Whether the body is a site that somebody looks at: "also visited Harbour Shipyard", "toured the Air Academy"."""
    head = fold(body.span.of(article.text)).split()[-1]
    before = _VISITED.search(article.text, max(span.start, body.span.start - _LONGEST_ROW), body.span.start)
    return before is not None and head in words("sites")


def _is_told(quote: QuoteMention, span: Span) -> bool:
    """Whether the quote, or for direct words their beginning, stands in the span whose names are looked at."""
    return quote.form == "reported" or span.contains(Span(quote.span.start, quote.span.start + 1))


def _is_aside(text: str, end: int) -> bool:
    """Whether the Turkish body that ends there is where something happens, or whose something is: "Liman Grubunun
    yapacağı görevleri"; a body that hosts or has an office does act."""
    if _LOCATIVE.match(text, end) is not None or _HOUSE.match(text, end) is not None:
        return True
    return _OWNER.match(text, end) is not None and _HOSTING.match(text, end) is None


@cache
def occasion() -> re.Pattern[str]:
    """What makes a body's name that of an occasion: "NATO summit", "Askeri Komite Toplantısı"."""
    return re.compile(
        rf"\süyesi(?!\w)|\s(?:\([A-ZÇĞİÖŞÜ]{{2,}}\)\s)?(?:[A-ZÇĞİÖŞÜ]\w+\s){{0,3}}(?:(?:19|20)\d\d\s)?{any_of(words('occasion_names'))}",
        re.IGNORECASE,
    )


def _recounting(article: AnnotatedArticle, names: tuple[NameMention, ...], span: Span) -> Iterator[int]:
    """Who tells of what others do: "Kaya, Nowak'ın Ankara'ya geleceğini söyledi", "Kaya'nın verdiği bilgiye göre"."""
    for quote in article.quotes:
        if quote.told == "source" and quote.speaker is not None and span.contains(quote.speaker):
            yield from _outside(names, quote)
        if quote.speaker_entity is None or quote.told != "clause" or not quote.span.overlaps(span):
            continue
        is_theirs = _is_of_others if quote.form == "reported" else _is_of_ours
        if (quote.form == "direct" or span.contains(quote.span)) and is_theirs(article, quote):
            yield quote.speaker_entity


def _outside(names: tuple[NameMention, ...], quote: QuoteMention) -> Iterator[int]:
    """The persons in the name of a source who are not named in what is told by it."""
    told = {name.entity for name in names if quote.span.contains(name.span)}
    said_by = (name for name in names if quote.speaker is not None and quote.speaker.contains(name.span))
    yield from (name.entity for name in said_by if name.kind == "person" and name.entity not in told)


def _is_of_ours(article: AnnotatedArticle, quote: QuoteMention) -> bool:
    """Whether a Turkish speaker tells what an office of theirs does, and nothing of themselves: "Bakanımızın ziyareti
    ertelenmiştir"."""
    if article.passage.language != "tr":
        return False
    said = quote.span.of(article.text)
    return _OUR_OFFICE.search(said) is not None and _OF_ONESELF.search(said) is None


def _is_of_others(article: AnnotatedArticle, quote: QuoteMention) -> bool:
    """Whether the clause has people of its own to tell of: in Turkish a subject in the genitive or two before the noun
    for their meeting, else two."""
    told = [name for name in named_inside(article, (quote.span,)) if name.kind == "person"]
    if quote.speaker_entity in {name.entity for name in told}:
        return False
    if article.passage.language == "tr":
        is_theirs = any(_PAIRED.match(article.text, name.span.end) for name in told[1:])
        return is_theirs or any(_GENITIVE.match(article.text, name.span.end) for name in told)
    return len({name.entity for name in told}) >= _OTHERS
