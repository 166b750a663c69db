"""Who acts in a sentence: its bodies, firms and states as noun phrases, each with its country and grammatical case.

A country that only tells whose a firm is ("Italy's Cantieri", "the Turkish builder X") or where something happens ("in
Astana") is no actor. A firm that no tagger knows counts where it stands as one: a name without title behind "contract
with".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from communique.annotation import AnnotatedArticle, inside, named_inside
from communique.datelines import behind_dateline
from communique.drafts import Proposed
from communique.events import Event
from communique.rules import unnamed
from communique.rules.actor import Actor
from communique.rules.bearings import ARTICLE, LOOK_BACK, bearing_of, is_bracketed, is_whereabouts
from communique.rules.bystanders import is_bystander
from communique.rules.cues import CompiledCues
from communique.rules.denied import is_ruled_out
from communique.rules.phrasing import actor_of, country_of, is_name_of, state_of
from communique.rules.strangers import strangers
from communique.source import fold
from communique.spans import Span
from communique.standing.contrast import is_excluded
from communique.tagging.lexicon import words
from communique.tagging.mentions import CountryMention, NameMention
from communique.tagging.suffixes import base_forms

_PLACED = re.compile(
    r"(?:(?<!\w)(?:in|at|near|off|inside|outside|around|across|of|visit|visited)\s(?:the\s)?|-)$"
    r"|(?<!\w)(?:in|at|near)\s(?-i:[A-Z][\w-]+(?:\s[A-Z][\w-]+)?),\s$",
    re.IGNORECASE,
)
_NAMED_THING = re.compile(r"(?:\s[A-ZÇĞİÖŞÜ0-9][\w-]*){1,5}")
_BEFORE_NAME = re.compile(r"\s[A-ZÇĞİÖŞÜ][a-zçğıöşü]")
"""What makes a Turkish capital but a part of a name: "Kabul Mektubu"."""


def actors(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentence: Span) -> tuple[Actor, ...]:
    """The actors of the sentence in text order."""
    lead = Span(sentence.start + behind_dateline(sentence.of(article.text)), sentence.end)
    every = named_inside(article, (lead,))
    sums = [amount.span for amount in inside(article.amounts, (lead,))]
    bodies = (name for name in every if name.kind == "organisation" and not is_bystander(article, cues, name))
    found = [_body(article, name, sentence) for name in bodies]
    taken = [*sums, *(actor.bearing.phrase for actor in found)]
    is_firm = partial(cues.is_trader, article.source, ends=event.ends)
    hidden = tuple(strangers(article, cues, sentence, taken))
    trading = [actor for actor in hidden if not actor.is_hidden or is_firm(actor.bearing)]
    sure = [*trading, *(actor for actor in found if actor.is_firm)]
    found += trading
    found += (one for one in hidden if one not in trading and any(_is_beside(article, one, firm) for firm in sure))
    taken = [*sums, *(actor.bearing.phrase for actor in found)]
    found += (
        state_of(article, country, sentence)
        for country in inside(article.countries, (lead,))
        if country.form != "adjective"
        and _acts(article, country, sentence, taken)
        and not _begins_thing(article, cues, country.span, sentence)
    )
    found += (one for one in unnamed.firms(article, sentence) if not any(one.bearing.phrase.overlaps(t) for t in taken))
    if it := _it(article, event, cues, sentence):
        found.append(it)
    left = sorted((one for one in found if not _is_aside(article, one)), key=lambda actor: actor.begin)
    return tuple(_in_one_case(article, left) if article.passage.language == "tr" else left)


def _in_one_case(article: AnnotatedArticle, found: Sequence[Actor]) -> Iterator[Actor]:
    """The actors of a Turkish sentence, those before "ve" in the case that hangs on the last: "Umman ve Peru'dan"."""
    for actor, behind in zip_longest(found, found[1:]):
        between = None if behind is None else article.text[actor.bearing.phrase.end : behind.begin].strip()
        is_joined = between == "ve" and actor.bearing.case == "nom"
        yield replace(actor, bearing=replace(actor.bearing, case=behind.bearing.case)) if is_joined else actor


def _begins_thing(article: AnnotatedArticle, cues: CompiledCues, country: Span, sentence: Span) -> bool:
    """Whether the bare Turkish country begins the name of a thing: "Pakistan Denizde İkmal Gemisi"."""
    if article.passage.language != "tr":
        return False
    named = _NAMED_THING.match(article.text, country.end, sentence.end)
    things = (thing for field in cues.requires for thing in cues.things(article.source, field, sentence))
    return named is not None and any(
        country.end < thing.end <= named.end() and thing.of(article.text).split()[-1][0].isupper() for thing in things
    )


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
    """Whether the actor stands alone in brackets, is ruled out, or got what is replaced."""
    phrase, sentence = actor.bearing.phrase, actor.bearing.sentence
    return (
        is_bracketed(article, phrase, sentence)
        or is_excluded(article.text, article.passage.language, phrase)
        or is_ruled_out(article, sentence, phrase)
        or unnamed.is_replaced(article, actor)
    )


def _body(article: AnnotatedArticle, name: NameMention, sentence: Span) -> Actor:
    if (state := _spoken_for(article, name)) is not None:
        return replace(state_of(article, state, sentence), bearing=bearing_of(article, name.span, sentence))
    if name in article.references:
        words = Proposed(article.canonical(name), name.span, rule="coreference")
        bearing = bearing_of(article, name.span, sentence)
        return Actor(
            {"name": words}, bearing, ("name", name.entity), None if name.country is None else name.country.code
        )
    country = country_of(article, name.span, sentence) or name.country
    return actor_of(article, name.span, country, sentence, ("name", name.entity))


def _spoken_for(article: AnnotatedArticle, name: NameMention) -> CountryMention | None:
    """The state for which a parliament, government or department decides."""
    if not _decides(name.span.of(article.text)):
        return None
    every = article.countries
    named = (one for one in every if one.form == "name" or any(is_name_of(other, one) for other in every))
    return next((held for held in named if name.span.contains(held.span)), None)


def _decides(name: str) -> bool:
    stems = {fold(form) for word in name.split() for form in (word, *base_forms(word, "tr"))}
    return any(one in stems or (" " in one and one in fold(name)) for one in words("deciding"))


def _acts(article: AnnotatedArticle, country: CountryMention, sentence: Span, taken: list[Span]) -> bool:
    """Whether the country acts, as no part of another actor and no mere place."""
    if any(phrase.overlaps(country.span) for phrase in taken) or _is_joined(article.text, country.span):
        return False
    if article.passage.language == "tr":
        is_word = country.form == "capital" and _BEFORE_NAME.match(article.text, country.span.end) is not None
        return not is_word and not is_whereabouts(article, country.span)
    before = article.text[max(sentence.start, country.span.start - LOOK_BACK) : country.span.start]
    if country.form == "capital" and before.lower().endswith("the "):  # "the Riyadh show"
        return False
    is_place = _PLACED.search(before) is not None and not _is_governed(before)
    is_owner = before.endswith(" of ") and article.text.startswith(("'s ", "’s "), country.span.end)
    return ARTICLE.search(before) is not None and (not is_place or is_owner)


def _is_joined(text: str, country: Span) -> bool:
    """Whether a dash joins the country to another word: "Peru-Umman ilişkileri"."""
    return text.startswith(("-", "–"), country.end) or text[country.start - 1 : country.start] in ("-", "–")


def _is_governed(before: str) -> bool:
    found = ARTICLE.search(before)
    return found is not None and "of" in found.group().lower().split()
