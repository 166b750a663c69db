"""Turkish words beside a name that tell what it names: a thing that is counted or traded, or nothing of its own."""

import re

from communique.source import fold
from communique.tagging.lexicon import ours, words
from communique.tagging.names.context import Context
from communique.tagging.suffixes import base_forms
from communique.tagging.tokens import Token, adjoins

_INFLECTED_ACRONYM = re.compile(r"[A-ZÇĞİÖŞÜ]{2,}[a-zçğıöşü]{2,5}")
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


def is_of_treaty(context: Context, end: int) -> bool:
    """Whether a Turkish word of treaties and feasts follows the words up to `end`: "Kestrel Niyet Mektubuna"."""
    tokens = context.tokens
    follows = end < len(tokens) and adjoins(tokens[end]) and tokens[end - 1].is_open
    return context.language == "tr" and follows and tokens[end].is_capital and _is_abstract(tokens[end])


def is_common(token: Token) -> bool:
    """Whether the capitalised word is an office of ours ("Cumhurbaşkanımız") or a word of treaties and feasts or an
    acronym with an ending, which a name would have behind an apostrophe ("Niyet Mektubuna", "ABDli")."""
    if token.suffix:
        return False
    return ours(token.key) is not None or _is_abstract(token) or _INFLECTED_ACRONYM.fullmatch(token.text) is not None


def _is_abstract(token: Token) -> bool:
    return any(fold(form) in words("abstract") for form in base_forms(token.text, "tr"))
