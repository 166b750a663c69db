"""The other tools: which there are, what each does in which language, and how to install it.

An adapter is a module of this package. It gives a function for each thing that its tool does:

    find_dates(text, language, reference)     expressions in a text, as FoundDate
    date_values(words, language, reference)   readings of a given expression, as FoundDate
    future_values(words, language, reference) the same, where the expression is known to look ahead
    find_amounts(text, language, kind)        amounts in a text, as FoundAmount; `kind` is what is looked for
    expression_amounts(text, language, kind)  the same of an expression that is the whole text
    price(text, hint)                         the amount of a price string
    has_name(text, name)                      whether the name stands in the text
    same_name(one, other)                     whether two names are one
    find_quotes(text)                         quotes with speakers, as FoundQuote
    find_spans(text, language, kind)          spans of a kind of thing, as pairs
    accepts_claim(truth)                      the same of a claim of benchmarks.mutants (ours)
    accepts(text, value)                      whether the text is held to support the value
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

OURS = "communique"


@dataclass(frozen=True, slots=True)
class Can:
    """A thing that a tool does, the function of its adapter for it, and the languages."""

    what: str
    function: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: its adapter, and the distribution to install (none for patterns of our own)."""

    name: str
    adapter: str
    distribution: str | None
    does: tuple[Can, ...]

    @property
    def version(self) -> str | None:
        """The installed version, or None."""
        try:
            return version(self.distribution) if self.distribution else None
        except PackageNotFoundError:
            return None

    def function(self, name: str) -> Callable[..., Any] | None:
        """A function of the adapter, or None where the tool is not installed."""
        try:
            adapter = import_module(f"benchmarks.peers.{self.adapter}")
        except ImportError:
            return None
        found: Callable[..., Any] = getattr(adapter, name)
        return found


_EN, _TR, _BOTH = ("en",), ("tr",), ("en", "tr")


def _can(languages: tuple[str, ...], *things: str) -> tuple[Can, ...]:
    """What a tool can do: "thing", or "thing=function" where the adapter's function has another name."""
    pairs = (thing.partition("=") for thing in things)
    return tuple(Can(thing, function or thing, languages) for thing, _, function in pairs)


_DATES = ("find_dates", "date_values")
_AHEAD = "future_values=date_values"  # no setting for it: the same function
_AMOUNTS = ("find_amounts", "expression_amounts=find_amounts", "price")
_CHECK = (*_can(_TR, "has_name=accepts"), *_can(_BOTH, "accepts"))
TOOLS = (
    Tool(
        OURS,
        "ours",
        "communique",
        _can(_BOTH, *_DATES, _AHEAD, *_AMOUNTS, "has_name", "same_name", "find_quotes", "find_spans", "accepts_claim"),
    ),
    Tool("dateparser", "of_dateparser", "dateparser", _can(_BOTH, *_DATES, "future_values", "find_spans")),
    Tool(
        "recognizers-text",
        "of_recognizers",
        "recognizers-text-suite",
        (*_can(_EN, *_DATES, _AHEAD, "find_spans", "price"), *_can(_BOTH, *_AMOUNTS[:2])),
    ),
    Tool("parsedatetime", "of_parsedatetime", "parsedatetime", _can(_EN, *_DATES, _AHEAD)),
    Tool("quantulum3", "of_quantulum", "quantulum3", _can(_EN, *_AMOUNTS, "find_spans")),
    Tool("price-parser", "of_price_parser", "price-parser", _can(_BOTH, "price", "expression_amounts")),
    Tool("snowball: the stem is the name", "of_snowball", "snowballstemmer", _can(_TR, "has_name=stem_is_name")),
    Tool("snowball: the stems agree", "of_snowball", "snowballstemmer", _can(_TR, "has_name=stems_agree")),
    Tool("split at the apostrophe", "of_patterns", None, _can(_TR, "has_name")),
    Tool("a plain pattern", "of_patterns", None, (*_can(_EN, "find_quotes"), *_can(_TR, "find_spans"))),
    Tool("rapidfuzz WRatio >= 85", "of_rapidfuzz", "rapidfuzz", _can(_BOTH, "same_name")),
    Tool("rapidfuzz partial_ratio >= 90", "of_rapidfuzz", "rapidfuzz", _CHECK),
    Tool("langextract's aligner", "of_langextract", "langextract", _CHECK),
    Tool("instructor's citation check", "of_instructor", "instructor", _CHECK),
    Tool(
        "gtrex, verification", "of_gtrex", "gtrex", (*_can(_TR, "has_name=verifies"), *_can(_BOTH, "accepts=verifies"))
    ),
    Tool("gtrex, repair", "of_gtrex", "gtrex", (*_can(_TR, "has_name=repairs"), *_can(_BOTH, "accepts=repairs"))),
)


def functions(tool: Tool, what: tuple[str, ...], language: str) -> list[Callable[..., Any] | None] | str:
    """The tool's functions for some things (None: it does not do that), or why there are none, or "" where it has
    nothing to do with them."""
    able = {can.what: can for can in tool.does if can.what in what}
    if not able:
        return ""
    if not any(language in can.languages for can in able.values()):
        return "-" if tool.distribution else ""
    found = [tool.function(able[one].function) if one in able else None for one in what]
    return found if any(found) else f"not installed: pip install {tool.distribution}"
