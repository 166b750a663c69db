"""Turkish words beside a name that tell what it names: a thing that is counted or traded, or nothing of its own."""

import re
from collections.abc import Sequence

from communique.source import fold
from communique.tagging.lexicon import ours, words
from communique.tagging.names.context import Context
from communique.tagging.names.parts import is_branch
from communique.tagging.suffixes import base_forms
from communique.tagging.tokens import Token, adjoins

_INFLECTED_ACRONYM = re.compile(r"[A-ZÇĞİÖŞÜ]{2,}[a-zçğıöşü]{2,5}")
_OF_OFFICE = re.compile(
    r"\w{3,}[lc][ıiuü]l[ıiuü]ğ[ıiuü]n(?:[ae]|[ıiuü]n?|d[ae]n?)|\w{3,}l[ıiuü]ğ[ıiuü]n(?:[ae]|[ıiuü]n)"
)
"""An office with a case, which a name would have behind an apostrophe: "Bakan Yardımcılığına"."""
_LONGEST_TITLE = 5
_PIECE = "adet"
_TRADED = ("alimi", "alimin", "satisi", "satisin", "tedariki", "tedarikin", "satin")


def is_traded(context: Context, at: int, end: int) -> bool:
    """Whether the words from `at` up to `end` name what is counted in pieces ("20 adet Kestrel") or bought and sold
    ("Kestrel alımı")."""
    if context.language != "tr":
        return False
    tokens = context.tokens
    before = tokens[at - 1].key if at and adjoins(tokens[at]) else ""
    behind = tokens[end] if end < len(tokens) and adjoins(tokens[end]) and tokens[end - 1].is_open else None
    return before == _PIECE or (behind is not None and not behind.is_capital and behind.key.startswith(_TRADED))


def leads_to_a_class(context: Context, at: int) -> bool:
    """Whether one more name and a word such as "class" follow: "REEF Kestrel Sınıfı"."""
    tokens = context.tokens
    follows = tokens[at + 1 : at + 3]
    is_row = len(follows) > 1 and all(map(adjoins, follows)) and tokens[at].is_open
    return is_row and follows[0].is_capital and follows[0].is_open and follows[1].key in words("classes")


def names_nobody(context: Context, end: int) -> bool:
    """Whether what follows the capitalised words up to `end` makes them part of a treaty's name or of an office."""
    return _is_of_treaty(context, end) or _opens_an_office(context, end)


def _is_of_treaty(context: Context, end: int) -> bool:
    """Whether a Turkish word of treaties and feasts follows the words up to `end`, others with a capital between them:
    "Kestrel Niyet Mektubuna"."""
    tokens, last = context.tokens, min(len(context.tokens), end + _LONGEST_TITLE)
    if context.language != "tr":
        return False
    while end < last and tokens[end].is_capital and adjoins(tokens[end]) and tokens[end - 1].is_open:
        if _is_abstract(tokens[end]):
            return True
        end += 1
    return False


def _opens_an_office(context: Context, end: int) -> bool:
    """Whether the noun of a Turkish office that belongs to the words follows: "Tarih Araştırma Şube Müdürü"."""
    tokens = context.tokens
    if context.language != "tr" or end >= len(tokens) or not adjoins(tokens[end]) or not tokens[end - 1].is_open:
        return False
    noun = tokens[end]
    is_owned = noun.is_capital and noun.key in words("heads") and noun.key[-1] in "iu"
    return is_owned and not noun.key.startswith("cumhur")


def is_common(tokens: Sequence[Token], at: int) -> bool:
    """Whether the capitalised word is an office of ours ("Cumhurbaşkanımız"), an arm of service before its rank, or a
    word of treaties and feasts or an acronym with an ending, which a name would have behind an apostrophe ("Niyet
    Mektubuna", "ABDli")."""
    token = tokens[at]
    if token.suffix:
        return False
    is_plain = ours(token.key) is not None or _is_abstract(token) or is_branch(tokens, at)
    is_plain = is_plain or _OF_OFFICE.fullmatch(token.text) is not None
    return is_plain or _INFLECTED_ACRONYM.fullmatch(token.text) is not None


def _is_abstract(token: Token) -> bool:
    return any(fold(form) in words("abstract") for form in base_forms(token.text, "tr"))
