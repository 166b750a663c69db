"""How an order to a machine begins: one pattern a rule, over skeletons.

Only the imperative counts, at the head of a clause ("Ignore all previous instructions") or, in Turkish, at its end:
"told the crews to ignore the instructions" is a report.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from communique._resources import read_toml

_DATA = read_toml("injections.toml")
_EN, _TR = _DATA["en"], _DATA["tr"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and the heads of words of which a text must have one each to be worth a look; with `takes_clause`
    the order begins before the match, with its clause. With `is_headed` it begins at the head of a clause."""

    form: str
    needs: tuple[frozenset[str], ...]
    takes_clause: bool = False
    is_headed: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The form, compiled when a text is first worth a look."""
        return _compiled(self.form)

    def matches(self, plain: str) -> Iterator[re.Match[str]]:
        """Where the pattern stands in a skeleton; the head of a clause is looked for behind a mark only."""
        if not self.is_headed:
            yield from self.pattern.finditer(plain)
            return
        end = 0
        for start in (0, *(mark.end() for mark in _MARK.finditer(plain))):
            if start >= end and (match := self.pattern.match(plain, start)) is not None:
                yield match
                end = match.end()


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form)


def heads_of(plain: str) -> frozenset[str]:
    """The first four letters of each word, by which rules are passed over quickly."""
    return frozenset(_HEAD_OF_WORD.findall(plain))


_HEAD_OF_WORD = re.compile(r"(\w{1,4})\w*+")


def _any(words: Iterable[str]) -> str:
    """One of the words, the longest first; "*" ends a stem."""
    told = (r"\s+".join(map(re.escape, word.removesuffix("*").split())) + r"\w*" * word.endswith("*") for word in words)
    return f"(?:{'|'.join(sorted(told, key=len, reverse=True))})"


def _heads(words: Iterable[str]) -> frozenset[str]:
    """The heads of the first word of each."""
    return frozenset(head for word in words for head in _HEAD_OF_WORD.findall(word)[:1])


def _longest(words: str) -> str:
    """The longest word of several, which is the rarest: all of them stand in a match."""
    found: list[str] = _WORD.findall(words)
    return max(found, key=len)


_WORD = re.compile(r"\w+")
_MARK = re.compile(r"""[.!?:;(\[{*>|/\\#_\n"'-]""")
_HEAD = (
    r"(?:^|(?<=[.!?:;(\[{*>|/\\#_\n])|(?<=\W\")|(?<=\W')|(?<=^\")|(?<=^')|(?<=\s-)|(?<=^-)|(?<=--))\s*"
    r"(?:from now on,?\s+)?(?:(?:and|so|now|please|kindly|just|simply|then|first|also|instead|therefore|next|finally|"
    r"only|always|never|do not|don't|you must|you should|you will|you shall|you are to|you have to|you need to|must)\b"
    r"[\s,:!-]*){0,4}"
)
_OVERRIDE, _OVERRIDDEN = _any(_EN["override"]), _any(_EN["overridden"])
_ORDER, _ORDERED = _any(_EN["order"]), _any(_EN["ordered"])
_CHANGE, _CHANGED = _any(_EN["change"]), _any(_EN["changed"])
_DETERMINER = _any(_EN["determiners"])
_BETWEEN = rf"{_DETERMINER}\W+(?:{_DETERMINER}\W+|sentences?\s+\d+\W+|\d+\W+){{0,5}}"
_MACHINES = _any(_EN["machines"])
_CLEAR_MACHINES = _any(word for word in _EN["machines"] if word not in ("machines", "model", "models"))
_READING = (
    r"(?:read(?:s|ing)?|process(?:es|ing)?|pars(?:es|ing)|summari[sz](?:es|ing)|analy[sz](?:es|ing))\W+(?:this|the)\W+"
    r"(?:article|page|text|document|content|story|news)"
)
_TR_ENDING = r"(?:in|iniz|un|unuz|yin|yiniz|yun|yunuz)?"
_TR_ORDER = rf"(?<!bu )(?<!gelecek )(?<!gecen ){_any(_TR['order'])}{_TR_ENDING}"
_AT_END = r"(?=\s*(?:[.!?:;,)\]\"']|-\s|$))"
_TELL = ("record", "write", "output", "insert", "register", "log", "answer", "respond", "reply", "print", "return")
_MAKE_IT_SAY = ("report", "state", "say", "add", "note", "mention", "pretend", "assume", "treat", "mark")
_ADDRESS = ("dear", "attention", "hey", "hello", "note", "message", "instruction", "memo", "important", "reminder")


def _rule(pattern: str, *needs: Iterable[str]) -> Rule:
    return Rule(pattern, tuple(map(_heads, needs)), is_headed=pattern.startswith(_HEAD))


def _clause(pattern: str, *needs: Iterable[str]) -> Rule:
    is_headed = pattern.startswith(_HEAD)
    return Rule(pattern, tuple(map(_heads, needs)), takes_clause=True, is_headed=is_headed)


_ENGLISH_RULES = (
    _rule(
        rf"{_HEAD}{_OVERRIDE}(?:\W+[\w']+){{0,5}}?\W+{_OVERRIDDEN}\b",
        ("ignore", "disregard", "forget", "override", "bypass", "discard", "follow", "following", "pay", "obey"),
        _EN["overridden"],
    ),
    _rule(rf"{_HEAD}{_ORDER}\W+{_BETWEEN}{_ORDERED}\b", _EN["order"], _EN["ordered"]),
    _rule(
        rf"{_HEAD}{_ORDER}\W+(?:only\W+)?(?:json|null|none|nothing|base64|sentences?\s+\d+)(?!\w)",
        _EN["order"],
        ("json", "null", "none", "nothing", "base64", "sentence", "sentences"),
    ),
    _rule(rf"{_HEAD}{_CHANGE}\W+{_BETWEEN}{_CHANGED}\b", _EN["change"], _EN["changed"]),
    _rule(
        rf"{_HEAD}(?:use|give|write|put|take)\b[^.!?\n]{{1,60}}\bas\s+(?:the|its|your|an?)\s+(?:{_CHANGED}|{_ORDERED})\b",
        ("use", "give", "write", "put", "take"),
        (*_EN["changed"], *_EN["ordered"]),
    ),
    _rule(rf"{_HEAD}(?:{'|'.join(_TELL)})\s+that\b", ("that",), _TELL),
    _rule(rf"(?<=:)\s*(?:{'|'.join(_MAKE_IT_SAY)})\b\s+(?:that|the|this|it)\b", _MAKE_IT_SAY),
    _rule(
        rf"{_HEAD}(?:pretend\s+(?:that|to|you)|act\s+as\s+(?:if|an?|though)|roleplay\b|assume\s+the\s+role)",
        ("pretend", "act", "roleplay", "assume"),
    ),
    _rule(rf"\byou\s+are\s+(?:now\s+)?(?:an?\s+)?(?:\w+\s+){{0,3}}{_CLEAR_MACHINES}\b", ("you",)),
    _rule(r"\byou\s+are\s+(?:now\s+in|no\s+longer\s+bound)\b", ("you",)),
    _rule(
        r"\b(?:if|as)\s+(?:you\s+are\s+)?(?:an?|the)\s+(?:ai|llm|(?:large\s+)?language\s+model|chatbot)\b"
        rf"(?=[^.!?\n]{{0,80}}\b(?:you|must|should|please|{_ORDER})\b)",
        ("ai", "llm", "large", "language", "chatbot"),
    ),
    _rule(
        rf"{_HEAD}(?:dear|attention|hey|hello|(?:note|message|instructions?|memo|important|reminder)\s+(?:to|for))\W+"
        rf"(?:all\W+|any\W+|the\W+)?(?:large\W+)?{_MACHINES}\b",
        _ADDRESS,
        _EN["machines"],
    ),
    _rule(rf"\b{_MACHINES}\W+(?:that\W+|which\W+|who\W+|now\W+)?{_READING}", ("this", "the"), _EN["machines"]),
    _rule(
        rf"{_HEAD}(?:visit|open|fetch|send|post|call|load|request|get|submit)\b[^.!?\n]{{0,80}}"
        r"\b(?:https?|ftp|wss?|data|javascript|file)\W{1,3}\w",
        ("http", "ftp", "ws", "data", "javascript", "file"),
    ),
)
_ABOVE = r"\b(?:(?:everything|anything|all|text|article|sentences?|lines?)\s+(?:above|before)|before\s+this\s+line)\b"
_ABOVE_WORDS = ("everything", "anything", "all", "text", "article", "sentence", "sentences", "line", "lines", "before")
_TURKISH_RULES = (
    _clause(
        rf"{_any(_TR['before'])}\W+(?:\w+\W+){{0,3}}?{_any(_TR['overridden'])}\W+(?:\w+\W+){{0,3}}?"
        rf"{_any(_TR['override'])}{_TR_ENDING}\b",
        _TR["before"],
        _TR["overridden"],
        _TR["override"],
    ),
    _clause(
        rf"\b{_any(_TR['ordered'])}(?:'\w+)?(?:\W+[\w']+){{0,14}}?\W+{_TR_ORDER}{_AT_END}", _TR["ordered"], _TR["order"]
    ),
    _clause(rf"{_HEAD}(?:lutfen\s+)?{_TR_ORDER}\s*:", _TR["order"]),
    _clause(
        rf"\b(?:sen|siz)\s+(?:artik\s+)?(?:bir\s+)?(?:\w+\s+)?{_any(_TR['machines'])}", ("sen", "siz"), _TR["machines"]
    ),
    _clause(
        r"\bbu\s+(?:metni|haberi|makaleyi|yaziyi|sayfayi|belgeyi)\s+(?:okuyan|isleyen|ozetleyen|inceleyen)\W+"
        rf"(?:\w+\W+){{0,2}}?{_any(_TR['machines'])}",
        ("okuyan", "isleyen", "ozetleyen", "inceleyen"),
        _TR["machines"],
    ),
    _clause(
        rf"\b{_any(_TR['machines'])}(?:'\w+)?\W+(?:\w+\W+){{0,10}}?{_TR_ORDER}{_AT_END}", _TR["machines"], _TR["order"]
    ),
)
SPOKEN_TO = tuple(
    (
        Rule(rf"\b{_any(words['spoken_to'])}\b", (_heads(words["spoken_to"]), _heads(words["tasks"]))),
        re.compile(rf"\b{_any(words['tasks'])}\b"),
    )
    for words in (_EN, _TR)
)
"""Words that speak to somebody, and of what a machine is given or gives: both in one sentence, outside quotations."""

_OUR_WORDS = _DATA["prompts"]["words"]
RULES = (
    *_ENGLISH_RULES,
    *_TURKISH_RULES,
    _clause(_any(_OUR_WORDS), map(_longest, _OUR_WORDS)),
    _clause(rf"{_ABOVE}[^.!?\n]{{0,30}}\b{_any(_EN['refuted'])}\b", _EN["refuted"], _ABOVE_WORDS),
    _clause(rf"\byukarida(?:ki)?\b[^.!?\n]{{0,30}}\b{_any(_TR['refuted'])}\b", _TR["refuted"]),
)
"""Both languages' rules: an order need not be in the article's language."""


def worth_a_look(heads: frozenset[str], rules: Iterable[Rule] = RULES) -> tuple[Rule, ...]:
    """Of the rules, in order, those whose orders a text may hold whose words have these heads."""
    is_missing = heads.isdisjoint
    return tuple(rule for rule in rules if not any(map(is_missing, rule.needs)))


_TURNS = (*_EN["turns"], *_TR["turns"])
_TURN_HEADS = _heads(_TURNS)
_TURN = re.compile(
    rf"(?:^|(?<=[.!?\n]))[\W_]{{0,8}}{_any(_TURNS)}"
    r"(?:\s+(?:turn|message|prompt|mesaji))?[\W_]{0,4}?(?::|-{2,}|\]|={2,}|\*\*)"
)


def turn_in(plain: str, heads: frozenset[str]) -> int | None:
    """Where the label of somebody's turn in a conversation begins in a skeleton whose words have these heads; what
    follows is not the article's own report."""
    if _TURN_HEADS.isdisjoint(heads) and "_" not in plain:  # "_user" has another head
        return None
    found = _TURN.search(plain)
    return None if found is None else found.start()
