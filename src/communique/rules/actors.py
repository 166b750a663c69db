"""Who acts in a sentence: its bodies, firms and states as noun phrases, each with its country and grammatical case.

A country that only tells whose a firm is ("Italy's Cantieri", "the Turkish builder X") or where something happens ("in
Astana") is no actor. A firm that no tagger knows counts where it stands as one: a name without title behind "contract
with".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from communique.annotation import AnnotatedArticle, inside, named_inside
from communique.datelines import behind_dateline
from communique.drafts import Proposed
from communique.events import Event
from communique.rules import unnamed
from communique.rules.actor import Actor
from communique.rules.bearings import ARTICLE, LOOK_BACK, bearing_of, is_whereabouts
from communique.rules.cues import CompiledCues
from communique.rules.designations import is_kind_of_thing, names_thing
from communique.rules.slots import Bearing
from communique.source import fold
from communique.spans import Span
from communique.tagging.gazetteer import is_place
from communique.tagging.lexicon import words
from communique.tagging.mentions import CountryMention, NameMention
from communique.tagging.suffixes import base_forms

_OF_A_FIRM = re.compile(r"(?:['’]s)?\s(?:(?!(?:and|to|for|from|with|in|of|by)\s)[a-zçğıöşü][\w-]*\s){0,4}$")
_PLACED = re.compile(
    r"(?:(?<!\w)(?:in|at|near|off|inside|outside|around|across|of|visit|visited)\s(?:the\s)?|-)$", re.IGNORECASE
)
_APPOSED = re.compile(r",\s(?:an?|the|one of)\s[^,;.]{3,80}(?=,)")
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
_RUN = re.compile(r"(?<![\w-])[A-ZÇĞİÖŞÜ][\w&-]*(?:\s[A-ZÇĞİÖŞÜ][\w&-]*){0,3}")
_SEAT = re.compile(r",\s[A-Z][a-z]+,\s$")
"""What stands before the region of a firm's seat: "…, Tucson, Arizona,"."""
_TRADE = re.compile(
    r"(?:[A-ZÇĞİÖŞÜ][\w-]*\s)?(?:(?!(?:and|to|for|from|with|in|of|by|ve)\s)[a-zçğıöşü][\w-]*\s){0,3}(?P<maker>[a-zçğıöşü][\w-]*)\s$"
)
_NO_FIRM = re.compile(r"\d|-[a-z]|^[A-Z][a-z]+-[A-Z][a-z]+$")
_LOOK_AHEAD = 24


def actors(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentence: Span) -> tuple[Actor, ...]:
    """The actors of the sentence in text order."""
    lead = Span(sentence.start + behind_dateline(sentence.of(article.text)), sentence.end)
    every = named_inside(article, (lead,))
    sums = [amount.span for amount in inside(article.amounts, (lead,))]
    bodies = (
        name
        for name in every
        if name.kind == "organisation"
        and not unnamed.is_wire(article, name)
        and not unnamed.is_sum(name, sums)
        and not unnamed.is_occasion(article, name)
    )
    found = [_body(article, name, sentence) for name in bodies]
    taken = [*sums, *(actor.bearing.phrase for actor in found)]
    is_firm = partial(cues.is_trader, article.source, ends=event.ends)
    hidden = tuple(_hidden(article, cues, sentence, taken))
    trading = [actor for actor in hidden if is_firm(actor.bearing)]
    sure = [*trading, *(actor for actor in found if actor.is_firm)]
    found += trading
    found += (one for one in hidden if one not in trading and any(_is_beside(article, one, firm) for firm in sure))
    taken = [*sums, *(actor.bearing.phrase for actor in found)]
    found += (
        _state(article, country, sentence)
        for country in inside(article.countries, (lead,))
        if country.form != "adjective" and _acts(article, country, sentence, taken)
    )
    found += (one for one in unnamed.firms(article, sentence) if not any(one.bearing.phrase.overlaps(t) for t in taken))
    if it := _it(article, event, cues, sentence):
        found.append(it)
    return tuple(sorted((one for one in found if not _is_aside(article, one)), key=lambda actor: actor.begin))


def _it(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentence: Span) -> Actor | None:
    """Whoever is the subject of the sentence before, for the "It" that opens this one: "It has also ordered …"."""
    before = unnamed.sentence_before(article, sentence) if unnamed.opens_with_it(article, sentence) else None
    if before is None:
        return None
    subject = next((one for one in actors(article, event, cues, before) if unnamed.may_open(article, one)), None)
    if subject is None:
        return None
    bearing = bearing_of(article, Span(sentence.start, sentence.start + len("It")), sentence)
    return replace(subject, bearing=bearing)


def _is_beside(article: AnnotatedArticle, one: Actor, other: Actor) -> bool:
    """Whether just "and" stands between the two."""
    first, second = sorted((one, other), key=lambda actor: actor.begin)
    return article.text[first.bearing.phrase.end : second.begin].strip() in ("and", "ve", ", and")


def _is_aside(article: AnnotatedArticle, actor: Actor) -> bool:
    """Whether the actor stands alone in brackets, as an acronym or a stock's sign does, or got what is replaced."""
    before = article.text[actor.bearing.sentence.start : actor.begin]
    return unnamed.is_replaced(article, actor) or (
        before.rfind("(") > before.rfind(")") and ")" in article.text[actor.bearing.phrase.end :][:_LOOK_AHEAD]
    )


def _body(article: AnnotatedArticle, name: NameMention, sentence: Span) -> Actor:
    if (state := _spoken_for(article, name)) is not None:
        return replace(_state(article, state, sentence), bearing=bearing_of(article, name.span, sentence))
    if name in article.references:
        words = Proposed(article.canonical(name), name.span, rule="coreference")
        bearing = bearing_of(article, name.span, sentence)
        return Actor(
            {"name": words}, bearing, ("name", name.entity), None if name.country is None else name.country.code
        )
    country = _country_of(article, name.span, sentence) or name.country
    return _actor(article, name.span, country, sentence, ("name", name.entity))


def _spoken_for(article: AnnotatedArticle, name: NameMention) -> CountryMention | None:
    """The state for which a parliament or government decides."""
    if words("deciding").isdisjoint(_stems(name.span.of(article.text))):
        return None
    every = article.countries
    named = (one for one in every if one.form == "name" or any(_is_name_of(other, one) for other in every))
    return next((held for held in named if name.span.contains(held.span)), None)


def _stems(name: str) -> set[str]:
    return {fold(form) for word in name.split() for form in (word, *base_forms(word, "tr"))}


def _actor(
    article: AnnotatedArticle, name: Span, country: CountryMention | None, sentence: Span, key: tuple[str, object]
) -> Actor:
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


def _country_of(article: AnnotatedArticle, name: Span, sentence: Span) -> CountryMention | None:
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
    """Whether the words between tell whose the firm is: a possessive, nothing, or a trade ("Turkish drone maker X")."""
    between = _OF_A_FIRM.fullmatch(text, country.span.end, name.start)
    if between is None or (country.form == "name" and between.group()[0] == " "):
        return False
    trades = fold(between.group()).replace("'s", "").split()
    return not trades or country.form == "name" or not words("makers").isdisjoint(trades)


def _without_form(between: str) -> str:
    """The words between a firm and "of Germany" without its legal form."""
    return re.sub(r"^\s(?:AG|SA|SpA|AB|ASA|Inc|Ltd|Corp|GmbH|plc|NV)\.?(?=\s)", "", between)


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


def _hidden(article: AnnotatedArticle, cues: CompiledCues, sentence: Span, taken: list[Span]) -> Iterator[Actor]:
    """Names without title or office that no tagger takes for a body."""
    known = [*taken, *(country.span for country in article.countries), *(date.span for date in article.dates)]
    known += [span for name in article.names for span in (name.title, name.role) if span is not None]
    offices = {name.entity for name in article.names if name.kind == "person" and (name.title or name.role)}
    offices |= {quote.speaker_entity for quote in article.quotes if quote.speaker_entity is not None}
    known += [name.span for name in article.names if name.kind == "other" or name.entity in offices]
    for run in _RUN.finditer(article.text, sentence.start, sentence.end):
        span = _without_origin(article, Span(*run.span()))
        first = fold(run.group().split()[0])
        if span.start == sentence.start and any(first.startswith(firm) for firm in words("turkish_firms")):
            continue
        if is_kind_of_thing(span.of(article.text)):
            continue
        if article.passage.language == "en" and first in words("function") and " " not in span.of(article.text):
            continue
        is_bearer = article.text.startswith(("'s ", "’s "), span.end)
        if span.start == sentence.start and " " not in span.of(article.text) and not is_bearer:
            continue
        if any(span.overlaps(other) for other in known) or _NO_FIRM.search(span.of(article.text)):
            continue
        if any(place.span.contains(span) for place in article.places):
            continue
        if is_place(tuple(fold(span.of(article.text)).split())) or names_thing(article, cues, span, sentence):
            continue
        if _SEAT.search(article.text, sentence.start, span.start) and article.text.startswith(",", span.end):
            continue
        country = _country_of(article, span, sentence)
        yield _actor(article, span, country, sentence, ("run", fold(span.of(article.text))))


def _without_origin(article: AnnotatedArticle, run: Span) -> Span:
    """The capitalised words without the adjective that tells where a firm is from: "İtalyan Aquila Elicotteri"."""
    for country in inside(article.countries, (run,)):
        if country.form == "adjective" and country.span.start == run.start and country.span.end + 1 < run.end:
            return Span(country.span.end + 1, run.end)
    return run


def _acts(article: AnnotatedArticle, country: CountryMention, sentence: Span, taken: list[Span]) -> bool:
    """Whether the country acts, as no part of another actor and no mere place."""
    if any(phrase.overlaps(country.span) for phrase in taken) or _is_joined(article.text, country.span):
        return False
    if article.passage.language == "tr":
        return not is_whereabouts(article, country.span)
    before = article.text[max(sentence.start, country.span.start - LOOK_BACK) : country.span.start]
    if country.form == "capital" and before.lower().endswith("the "):  # "the Riyadh show"
        return False
    return ARTICLE.search(before) is not None and (_PLACED.search(before) is None or _is_governed(before))


def _is_joined(text: str, country: Span) -> bool:
    """Whether a dash joins the country to another word: "Peru-Umman ilişkileri"."""
    return text.startswith(("-", "–"), country.end) or text[country.start - 1 : country.start] in ("-", "–")


def _is_governed(before: str) -> bool:
    found = ARTICLE.search(before)
    return found is not None and "of" in found.group().lower().split()


def _state(article: AnnotatedArticle, country: CountryMention, sentence: Span) -> Actor:
    value = {"country": _proposed(article, country.span)}
    words = next((found for found in article.countries if _is_name_of(found, country)), None)
    if country.form == "adjective" and words is not None:
        value = {"name": _proposed(article, words.span), **value}
    elif country.form == "name" or words is not None:
        value = {"name": _proposed(article, country.span), **value}
    parts = _TURKISH_PART if article.passage.language == "tr" else _PART
    part = parts.match(article.text, country.span.end, sentence.end)
    phrase = country.span if part is None else Span(country.span.start, part.end())
    return Actor(value, bearing_of(article, phrase, sentence), ("country", country.code), country.code)


def _is_name_of(found: CountryMention, capital: CountryMention) -> bool:
    """Whether the article names the state for which its capital stands; else it has no name."""
    return found.form == "name" and found.code == capital.code


def origin(article: AnnotatedArticle, country: CountryMention, sentence: Span) -> Actor:
    """The country told by its adjective alone: "Turkish drones"."""
    value = {"country": _proposed(article, country.span)}
    return Actor(value, Bearing(country.span, "", sentence), ("country", country.code), country.code)
