"""Countries in English and Turkish: names, adjectives and capitals, to ISO 3166-1 alpha-3."""

import gettext
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import pycountry

from communique._resources import read_toml
from communique.article import Language
from communique.source import fold
from communique.spans import Span
from communique.tagging.mentions import CountryMention
from communique.tagging.suffixes import base_forms, inflection_of
from communique.tagging.tokens import Token, in_a_row

Form = Literal["name", "adjective", "capital"]
Countries = Mapping[int, CountryMention]
"""The countries of a sentence by the offset of each of their words."""

_NO_COUNTRIES = ("maliye",)
"""Turkish words that only look like the name of a country in a case: "Maliye Bakanı"."""
_FORMS: tuple[tuple[str, Form], ...] = (("names", "name"), ("adjectives", "adjective"), ("capitals", "capital"))
_LONGEST_ABBREVIATION = 4
_TURKISH = frozenset("ŞÇ")
_DASH, _PART = re.compile(r"[-–]"), re.compile(r"[^-–]+")
_HARMONY = {
    vowel: ending for vowels, ending in (("aıâ", "lı"), ("eiî", "li"), ("ouô", "lu"), ("öüû", "lü")) for vowel in vowels
}


@dataclass(frozen=True, slots=True)
class CountryForm:
    """What a form stands for; `exact` forms count only in capitals ("US")."""

    code: str
    form: Form
    exact: bool
    written: str


def _key(words: str) -> tuple[str, ...]:
    return tuple(fold(words).replace(".", "").split())


def _standard_names(*keys: str) -> Iterator[tuple[str, str]]:
    """The names under `keys` of ISO 3166-1 in English and Turkish with their codes, without those that hold a comma."""
    turkish = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=["tr"], fallback=True)
    for country in pycountry.countries:
        for name in (found for key in keys if (found := getattr(country, key, None))):
            for form in (name, turkish.gettext(name)):
                if "," not in form:
                    yield form, country.alpha_3


def _names(*keys: str) -> dict[tuple[str, ...], CountryForm]:
    return {_key(name): CountryForm(code, "name", exact=False, written=name) for name, code in _standard_names(*keys)}


@cache
def country_forms() -> Mapping[tuple[str, ...], CountryForm]:
    """Every known form by its folded words."""
    forms = _names("name", "common_name")
    own: Mapping[str, Any] = read_toml("countries.toml")
    for code, table in own.items():
        for key, form in _FORMS:
            for words in table.get(key, ()):
                exact = words.replace(".", "").isupper() and len(words) <= _LONGEST_ABBREVIATION
                forms[_key(words)] = CountryForm(code, form, exact, words)
    named = [form for form in forms.values() if form.form == "name" and not form.exact]
    return {**_names("official_name"), **{_key(of.written): of for of in map(_turkish_adjective, named)}, **forms}


@cache
def _turkish_adjectives() -> Set[tuple[str, ...]]:
    """The adjectives that Turkish makes; "Irakli" is a man in English."""
    forms = country_forms()
    made = {_key(_turkish_adjective(of).written) for of in forms.values() if of.form == "name" and not of.exact}
    return {key for key in made if key in forms and forms[key].form == "adjective"}


def _turkish_adjective(name: CountryForm) -> CountryForm:
    """The adjective that Turkish makes of a country's name by vowel harmony: "Kenya", "Kenyalı"."""
    last = next((letter for letter in reversed(name.written.lower()) if letter in _HARMONY), "i")
    return CountryForm(name.code, "adjective", exact=False, written=name.written + _HARMONY[last])


@cache
def _lengths() -> Mapping[str, int]:
    """The most words a form has, by its first word."""
    lengths: dict[str, int] = {}
    for key in country_forms():
        lengths[key[0]] = max(lengths.get(key[0], 0), len(key))
    return lengths


def country_code(words: str, form: Form | None = None) -> str | None:
    """ISO 3166-1 alpha-3 of a country's name, adjective or capital, or of one `form` alone."""
    known = country_forms().get(_key(words))
    is_it = known is not None and form in (None, known.form) and not _is_plain(known, words)
    return known.code if known is not None and is_it else None


def _is_plain(known: CountryForm, written: str) -> bool:
    """Whether a short Turkish form stands without its own letters, so that it is another word: "Sam" is not "Şam"."""
    is_short = len(known.written) <= _LONGEST_ABBREVIATION and not _TURKISH.isdisjoint(known.written)
    return is_short and written.isascii()


def country_at(tokens: Sequence[Token], at: int, language: Language) -> tuple[CountryMention, int] | None:
    """The longest country form that begins with the token at `at`, and the index after it."""
    token = tokens[at]
    known = _lengths().get(token.key, 0)
    if not token.is_capital or (not known and language == "en"):
        return None
    reach = min(len(tokens) - at, max(known, 1))
    for length in range(reach, 0, -1):
        found = _form(tokens[at : at + length], language)
        if found is not None:
            form, end = found
            return CountryMention(Span(token.span.start, end), form.code, form.form), at + length
    return None


def _form(tokens: Sequence[Token], language: Language) -> tuple[CountryForm, int] | None:
    """What the words stand for, and where their last one ends without suffix."""
    if len(tokens) > 1 and not in_a_row(tokens):
        return None
    last, forms = tokens[-1], country_forms()
    start = tuple(token.key for token in tokens[:-1])
    inflected = () if language == "en" or last.suffix else base_forms(last.text, "tr")
    for form in (last.text, *inflected):
        key = (*start, last.key) if form == last.text else (*start, *_key(form))
        known = forms.get(key)
        if known is None or (known.exact and not last.is_acronym):
            continue
        if language == "en" and (key in _turkish_adjectives() or _is_plain(known, last.text)):
            continue
        if form != last.text and last.key in _NO_COUNTRIES:
            continue
        if tokens[0].text.startswith("İ") and known.written.startswith("I"):
            continue  # "İrakli" is a man, "Iraklı" from Iraq
        if language == "en" and "ı" in known.written and "ı" not in last.text:  # "Irakli" is no "Iraklı"
            continue
        if form == last.text or inflection_of(known.written.split()[-1], last.text):
            return known, last.span.start + min(len(form), len(last.text))
    return None


def countries_in(tokens: Sequence[Token], language: Language) -> Countries:
    """The countries of a sentence by the offset of each of their words, in text order."""
    found: dict[int, CountryMention] = {}
    end, inflects, known = 0, language != "en", _lengths()
    for at in [at for at, token in enumerate(tokens) if token.is_capital and (inflects or token.key in known)]:
        hit = country_at(tokens, at, language) if at >= end else None
        if hit is not None:
            mention, end = hit
            found.update((token.span.start, mention) for token in tokens[at:end])
        elif at >= end and _DASH.search(tokens[at].text):
            found.update((mention.span.start, mention) for mention in _joined(tokens[at]))
    return found


def _joined(token: Token) -> tuple[CountryMention, ...]:
    """The countries that dashes join in one word ("Peru-Umman"), where it has nothing else."""
    found: list[CountryMention] = []
    for part in _PART.finditer(token.text):
        known = country_forms().get(_key(part.group()))
        if known is None or known.form == "adjective" or (known.exact and not part.group().isupper()):
            return ()
        span = Span(token.span.start + part.start(), token.span.start + part.end())
        found.append(CountryMention(span, known.code, known.form))
    return tuple(found)
