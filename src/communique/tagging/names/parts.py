"""What may stand within a name behind its first word: particles, titles, common words that are parts of names."""

import re
from collections.abc import Sequence
from functools import cache

from communique.tagging.currencies import currency_codes
from communique.tagging.lexicon import is_name_word, is_office_word, words
from communique.tagging.names.context import Context
from communique.tagging.tokens import Token, adjoins

_ARTICLE = re.compile(r"(?:al|el|as|ad|ar|at|az|an|ul|ad|es|ed|er|et|eş|aş|en|ez)[-‐‑–]\w", re.IGNORECASE)
_LONGEST_TAIL, _SHORT_TAIL = 6, 3
_OPENING, _CLOSING = ("“", '"', "‘"), ("”", '"', "’")
_LONGEST_INITIALS = 3
_OF_WHEN = re.compile(r"[dt][ae]", re.IGNORECASE)
_SON = ("bin", "ibn")


def is_inner(context: Context, at: int) -> bool:
    """Whether the word goes on with the name before it, though it is no capitalised word of a name by itself."""
    tokens = context.tokens
    if tokens[at].key == "said" and tokens[at].is_capital and tokens[at - 1].key in words("particles"):
        return True  # "Salim bin Said"
    if _is_month_of_name(context, at):
        return True
    if _is_turkish_too(context, at):
        return False
    is_tail = _is_given_tail(tokens[at], is_behind_name=tokens[at - 1].is_capital)
    if is_tail or _is_initial(tokens, at) or _is_particle(tokens, at) or _is_inner_title(tokens, at):
        return True
    is_part = _is_given(tokens[at]) or (tokens[at].is_capital and tokens[at].key in words("surnames"))
    if context.language == "tr" and is_part and not _leads_to_an_office(tokens, at):
        return True
    return not context.dense and (_is_common_part(tokens[at]) or _is_surname(context, at))


def is_first(context: Context, at: int) -> bool:
    """Whether a common word begins a name before a word of a name: behind an office ("Başkanı Kim Dae-jung", and in
    Turkish, where the noun ends the office, "Başkanı Devlet Aksoy"), or a given name, too ("Deniz Aksoy")."""
    tokens = context.tokens
    if at + 1 < len(tokens) and tokens[at].key in ("sultan", "said") and tokens[at + 1].key in _SON:
        return tokens[at].is_capital  # "Sultan bin Majid" is named so
    if tokens[at].key in words("given_words") and _is_given_word(context, at):
        return True
    is_common = _is_common_part(tokens[at]) or _is_behind_office(context, at)
    is_common = (is_common or tokens[at].key in words("borne_calendar")) and _begins_name(context, at)
    if context.dense or not (is_common or _is_given(tokens[at])) or at + 1 == len(tokens):
        return False
    follows = tokens[at + 1]
    is_name = follows.is_capital and (is_name_word(follows.key) or _is_given_tail(follows))
    return tokens[at].is_open and adjoins(follows) and is_name


def is_turkish_name(context: Context, at: int) -> bool:
    """Whether a word of Turkish offices or months is a name: in English ("Selim Kara"), and alone in Turkish."""
    tokens = context.tokens
    if tokens[at].key not in words("turkish_names") or tokens[at].is_acronym:
        return False
    is_followed = at + 1 < len(tokens) and tokens[at + 1].is_capital and adjoins(tokens[at + 1])
    if context.language == "en":
        return not (is_followed and tokens[at].key in words("titles"))
    return context.language == "tr" and not is_followed and tokens[at].key not in words("calendar")


def _is_given_word(context: Context, at: int) -> bool:
    """Whether a common word begins a name: "Can Aksoy" in Turkish, "the stoker Will Kent" amid an English sentence."""
    tokens, token = context.tokens, context.tokens[at]
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if context.dense or token.is_acronym or not token.is_open or follows is None or not adjoins(follows):
        return False
    if follows.span.start in context.countries:
        return False
    is_name = (follows.is_capital and is_name_word(follows.key)) or _is_particle(tokens, at + 1)
    if context.language != "en":
        return is_name and token.key in words("english_words")
    is_amid = at > 0 and not token.gap.strip() and tokens[at - 1].key not in words("before_months")
    return is_name and token.is_capital and is_amid


def before_bracket(tokens: Sequence[Token], at: int) -> int:
    """The index of the bracket before the name, where one tells of the rank: "Lieutenant General (Pilot) Nasser"."""
    if not at or tokens[at].gap.strip(" .") != ")" or tokens[at - 1].gap.strip() != "(":
        return at
    return at - (tokens[at - 1].key in words("bracketed"))


def opens_with_initials(context: Context, at: int) -> bool:
    """Whether initials without dots begin a name behind a rank ("General SM Aydin"), or a surname in capitals behind an
    office or its country ("Ambassador of Japan OKADA Ken")."""
    tokens = context.tokens
    if not 0 < at < len(tokens) - 1 or not tokens[at].is_acronym or not tokens[at].key.isalpha():
        return False
    follows, before = tokens[at + 1], tokens[at - 1]
    is_ranked = before.key in words("titles") and len(tokens[at].key) <= _LONGEST_INITIALS
    is_of_office = before.key in words("heads") or before.span.start in context.countries
    is_surname = len(tokens[at].key) > _LONGEST_INITIALS and is_of_office and is_name_word(tokens[at].key)
    is_name = follows.is_capital and not follows.is_acronym and adjoins(follows) and is_name_word(follows.key)
    is_behind = adjoins(tokens[at]) and (is_ranked or is_surname)
    return is_behind and is_name and tokens[at].key not in words("titles", "heads")


def is_branch(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is the arm of service that belongs to the Turkish rank behind it: "Deniz Binbaşı"."""
    is_ranked = at + 1 < len(tokens) and tokens[at + 1].key in words("titles") and adjoins(tokens[at + 1])
    return is_ranked and tokens[at].is_capital and tokens[at].key in words("branches")


def is_nickname(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word in quotation marks stands within a name: "Leo “Red” Marsh"."""
    if at + 1 >= len(tokens) or not (tokens[at].is_capital and tokens[at + 1].is_capital):
        return False
    return tokens[at].gap.strip() in _OPENING and tokens[at + 1].gap.strip() in _CLOSING


def is_half_sign(tokens: Sequence[Token], at: int) -> bool:
    """Whether a single letter behind a stroke begins the words: "S/M Reis", the submarine."""
    return len(tokens[at].key) == 1 and tokens[at].gap.endswith("/")


def is_behind_name(context: Context, at: int) -> bool:
    """Whether the noun of a firm at `at` has the firm's name before it: "Denizak corporation Orhan Aksoy"."""
    before = context.tokens[at - 1] if at > 0 and adjoins(context.tokens[at]) else None
    is_word = before is not None and before.is_capital and before.key not in words("function")
    return is_word and before is not None and before.span.start not in context.countries


def _is_month_of_name(context: Context, at: int) -> bool:
    """Whether a month ends the name before it, and tells of no time: "Murat Kasım ile", not "Kasım verileri"."""
    tokens, token = context.tokens, context.tokens[at]
    if token.key not in words("borne_calendar") or not token.is_capital or not tokens[at - 1].is_capital:
        return False
    if token.suffix:
        return _OF_WHEN.match(token.suffix) is None
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if follows is None or not adjoins(follows):
        return True
    return follows.key in words("behind_borne") if context.language == "tr" else not follows.text[0].isdigit()


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether a letter with a dot stands before a name's next word; that it is a word, too, says nothing: "Tore O."."""
    if len(tokens[at].key) != 1 or not tokens[at].is_capital or at + 1 >= len(tokens):
        return False
    follows = tokens[at + 1]
    return follows.gap.startswith(".") and follows.is_capital and adjoins(follows)


def _is_particle(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is one or the first of two particles before a capital, or has one in front: "al-Sisi"."""
    article = _ARTICLE.match(tokens[at].text)
    if article is not None:
        return tokens[at].text[article.end() - 1].isupper()
    while at < len(tokens) and tokens[at].key in words("particles") and tokens[at].is_open:
        at += 1
        if at < len(tokens) and tokens[at].is_capital:
            return adjoins(tokens[at])
    return False


def _is_turkish_too(context: Context, at: int) -> bool:
    """Whether "de" or "da" is the Turkish "too" behind a name: "Kaya da Ankara'ya geldi", not "Lula da Silva"."""
    tokens = context.tokens
    if context.language != "tr" or tokens[at].key not in ("de", "da") or tokens[at].is_capital:
        return False
    return at + 1 >= len(tokens) or tokens[at + 1].key not in words("behind_de")


def _is_inner_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is a title that stands within a name, before its last part."""
    if tokens[at].key not in words("inner") or at + 1 >= len(tokens) or not tokens[at].is_open:
        return False
    return tokens[at + 1].is_capital and adjoins(tokens[at + 1]) and is_name_word(tokens[at + 1].key)


def _is_given_tail(token: Token, *, is_behind_name: bool = False) -> bool:
    """Whether a small letter follows the hyphen of a given name ("Kim Dae-jung"), and no word such as "led"; behind a
    name also that of a common word ("Kim Do-hyun")."""
    head, dash, tail = token.key.partition("-")
    is_short = head.isalpha() and tail.isalpha() and len(tail) <= _LONGEST_TAIL
    if not dash or not token.is_capital or not is_short or tail in words("tails", "function", "links"):
        return False
    is_plain = head not in words("tails", "function", "links")
    return is_plain or is_behind_name or len(tail) <= _SHORT_TAIL  # "Shin In-bum", not "In-flight"


def _is_common_part(token: Token) -> bool:
    """Whether the capitalised word is common by itself, and no acronym: "Nadia Ben Salem", "Phạm Văn Sơn"."""
    return token.is_capital and not token.is_acronym and token.key in words("common_parts")


def _is_given(token: Token) -> bool:
    """Whether the word of an office is a given name, too."""
    return token.is_capital and not token.is_acronym and token.key in _given()


@cache
def _given() -> frozenset[str]:
    return words("modifiers") & words("ordinary") - words("titles", "heads")


def _is_behind_office(context: Context, at: int) -> bool:
    """Whether the word can be none of the Turkish office that ends before it, though others begin with it."""
    token = context.tokens[at]
    return context.language == "tr" and token.key in _behind_offices() and not token.is_acronym


@cache
def _behind_offices() -> frozenset[str]:
    """The words of offices that end none, and the months that are given names."""
    months = words("calendar") & words("turkish_names")
    return (words("modifiers") | months) - words("titles", "heads", "bodies")


def _leads_to_an_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words of an office or body go on behind the word: "Kaya Deniz Kuvvetleri'ni"."""
    return at + 1 < len(tokens) and adjoins(tokens[at + 1]) and is_office_word(tokens[at + 1].key)


def _is_surname(context: Context, at: int) -> bool:
    """Whether a country's adjective ends a name of two words: "Hakan Türkmen," but not "Aksoy Alman mevkidaşı"."""
    tokens = context.tokens
    country = context.countries.get(tokens[at].span.start)
    if country is None or country.form != "adjective" or not _begins_name(context, at - 1):
        return False
    follows = tokens[at + 1] if at + 1 < len(tokens) and tokens[at].is_open else None
    return follows is None or not adjoins(follows) or follows.key in words("behind_names")


def _begins_name(context: Context, at: int) -> bool:
    """Whether the word at `at` is the first of a name that an office or title opens."""
    before = context.tokens[at - 1].key if at and adjoins(context.tokens[at]) else ""
    return before in words("titles", "heads")


def is_of_a_sum(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is cut out of a number ("RM1.2 billion"), or a currency's code beside one ("GBP 3 billion")."""
    before, behind = tokens[max(0, at - 1) : at], tokens[at + 1 : at + 2]
    is_cut = any(token.gap in (".", ",") and token.text[0].isdigit() for token in behind)
    is_code = tokens[at].text in currency_codes()
    return is_cut or (is_code and any(token.text[0].isdigit() for token in (*before, *behind)))
