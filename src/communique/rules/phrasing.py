"""The noun phrase of whoever acts: a name with its country, trade and legal form, or a state with a part of it."""

import re

from communique.annotation import AnnotatedArticle, inside
from communique.drafts import Proposed
from communique.rules.actor import Actor
from communique.rules.bearings import LOOK_BACK, bearing_of
from communique.rules.slots import Bearing
from communique.source import fold
from communique.spans import Span
from communique.tagging.lexicon import words
from communique.tagging.mentions import CountryMention

_OF_A_FIRM = re.compile(
    r"(?P<tie>['’]s|['’]n?[ıiuü]n)?\s(?P<trade>(?:(?!(?:and|to|for|from|with|in|of|by|ve)\s)[a-zçğıöşü][\w-]*\s){0,6})$"
)
_TURKISH_TRADE = re.compile(r"(?:üretici|imalatçı|şirket|firma|tersane|kuruluş)\w*\s$")
_APPOSED = re.compile(r",\s(?:an?|the|one of)\s[^,;.]{3,80}(?=[,.;])")
_OF = re.compile(r"\sof\s(?:the\s)?$")
_MAKER = re.compile(r"\s(?:firma|şirket|tersane|holding|grub|grup)[^\W\d_]*", re.IGNORECASE)
_FORM = re.compile(r"(?:\s(?:A\.?Ş|T\.?A\.?Ş|Ltd|Şti|San|Tic|ve|Inc|GmbH|AG|SpA|SA|AB|plc|Corp)\b\.?)+(?<!\sve)")
"""The legal form of a firm."""
_PART = re.compile(
    r"['’]s\s(?:[a-z]+\s){0,2}(?:government|ministry|parliament|cabinet|army|navy|(?:air|armed)\sforces?|military|coast\sguard|border\sguard|agency)(?!\w)"
)
"""A part of a state behind its name: "Bulgaria's defence ministry"."""
_TURKISH_PART = re.compile(
    r"\s(?:[A-ZÇĞİÖŞÜ]\w+\s){0,2}(?:[Oo]rdusu|[Hh]ükümeti|[Yy]önetimi|[Dd]onanması|[Pp]olisi|[Jj]andarması|[Gg]üvenliği"
    r"|[Kk]uvvetleri|[Bb]akanlığı|[Pp]arlamentosu|[Mm]eclisi|[Mm]akamları|[Tt]arafı)(?=(?:n?[dt][ae]n?|n?[ıiuü]n|n[ae]|yl[ae])?(?!\w))"
)
"""A part of a state behind its name, without a case: "Gambiya ordusu" of "Gambiya ordusuna"."""
_TRADE = re.compile(
    r"(?:[A-ZÇĞİÖŞÜ][\w-]*\s)?(?:(?!(?:and|to|for|from|with|in|of|by|ve)\s)[a-zçğıöşü][\w-]*\s){0,3}(?P<maker>[a-zçğıöşü][\w-]*)\s$"
)


def actor_of(
    article: AnnotatedArticle, name: Span, country: CountryMention | None, sentence: Span, key: tuple[str, object]
) -> Actor:
    """The body or firm of that name, with the country that the sentence gives it."""
    value = {"name": _proposed(article, name)}
    begin, end = _phrase_begin(article, name, sentence), _phrase_end(article, name, sentence)
    if country is not None and sentence.contains(country.span):
        value["country"] = Proposed(country.span.of(article.text), country.span, rule="apposition")
        begin, end = min(begin, country.span.start), max(end, country.span.end)
    inner = country or next((held for held in article.countries if name.contains(held.span)), None)
    bearing = bearing_of(article, Span(begin, end), sentence)
    return Actor(value, bearing, key, None if inner is None else inner.code)


def _proposed(article: AnnotatedArticle, span: Span) -> Proposed:
    return Proposed(span.of(article.text), span, rule="word_order")


def country_of(article: AnnotatedArticle, name: Span, sentence: Span) -> CountryMention | None:
    """The country before the name ("Italy's X", "the Turkish builder X"), or behind it ("X of Germany", "X, a Turkish
    manufacturer")."""
    text = article.text
    beside = _APPOSED.match(text, name.end, sentence.end)
    for country in inside(article.countries, (sentence,)):
        if country.span.end <= name.start and _describes(text, country, name):
            return country
        between = text[name.end : country.span.start]
        is_of = country.form == "name" and country.span.start >= name.end and _OF.fullmatch(_without_form(between))
        if is_of or (beside and beside.start() <= country.span.start < beside.end()):
            return country
    return None


def _describes(text: str, country: CountryMention, name: Span) -> bool:
    """Whether the words between tell whose the firm is: a possessive, nothing, or a trade ("Turkish drone maker X",
    "Türkiye'nin önde gelen üreticilerinden X")."""
    between = _OF_A_FIRM.fullmatch(text, country.span.end, name.start)
    if between is None or (country.form == "name" and between["tie"] is None):
        return False
    trades = fold(between["trade"]).split()
    is_trade = not words("makers").isdisjoint(trades) or _TURKISH_TRADE.search(between["trade"]) is not None
    if between["tie"] not in (None, "'s", "’s"):
        return is_trade
    return is_trade or not trades or country.form == "name"


def _without_form(between: str) -> str:
    """The words between a firm and "of Germany" without its legal form."""
    return re.sub(r"^\s(?:AG|SA|SpA|AB|ASA|Inc|Ltd|Corp|GmbH|plc|NV)\.?(?=\s)", "", between)


def names_trade(article: AnnotatedArticle, name: Span, sentence: Span) -> bool:
    """Whether the words before the name tell what trade it is of: "drone maker X"."""
    return _phrase_begin(article, name, sentence) < name.start


def _phrase_begin(article: AnnotatedArticle, name: Span, sentence: Span) -> int:
    """Where the words for what a firm is begin before its name: "Franco-Italian consortium X", "drone maker X"."""
    found = _TRADE.search(article.text, max(sentence.start, name.start - LOOK_BACK), name.start)
    if found is None or words("makers").isdisjoint(fold(found["maker"]).split()):
        return name.start
    return found.start()


def _phrase_end(article: AnnotatedArticle, name: Span, sentence: Span) -> int:
    if article.passage.language == "tr":
        form = _FORM.match(article.text, name.end, sentence.end)
        end = name.end if form is None else form.end()
        maker = _MAKER.match(article.text, end, sentence.end)
        return end if maker is None else _stem_end(maker)
    beside = _APPOSED.match(article.text, name.end, sentence.end)
    return name.end if beside is None else beside.end()


def _stem_end(maker: re.Match[str]) -> int:
    """Where "firması", "şirketi" ends without a case."""
    word = maker.group()
    found = re.match(r"\s(?:firma(?:sı)?|şirket(?:i)?|tersane(?:si)?|holding(?:i)?|grubu?|grup)", word, re.IGNORECASE)
    return maker.start() + (found.end() if found else len(word))


def state_of(article: AnnotatedArticle, country: CountryMention, sentence: Span) -> Actor:
    """The state of that name, adjective or capital."""
    value = {"country": _proposed(article, country.span)}
    words = next((found for found in article.countries if is_name_of(found, country)), None)
    if country.form == "adjective" and words is not None:
        rule = "word_order" if sentence.contains(words.span) else "apposition"
        value = {"name": Proposed(words.span.of(article.text), words.span, rule=rule), **value}
    elif country.form == "name" or words is not None:
        value = {"name": _proposed(article, country.span), **value}
    parts = _TURKISH_PART if article.passage.language == "tr" else _PART
    part = parts.match(article.text, country.span.end, sentence.end)
    phrase = country.span if part is None else Span(country.span.start, part.end())
    return Actor(value, bearing_of(article, phrase, sentence), ("country", country.code), country.code)


def is_name_of(found: CountryMention, capital: CountryMention) -> bool:
    """Whether the article names the state for which its capital stands; else it has no name."""
    return found.form == "name" and found.code == capital.code


def origin(article: AnnotatedArticle, country: CountryMention, sentence: Span) -> Actor:
    """The country told by its adjective alone: "Turkish drones"."""
    value = {"country": _proposed(article, country.span)}
    return Actor(value, Bearing(country.span, "", sentence), ("country", country.code), country.code)
