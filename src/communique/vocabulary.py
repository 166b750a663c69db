"""The closed vocabulary of a whole article: everything its fields may hold, each thing once, with all its places.

Where a form is on one sentence, candidates.py draws a closer list.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from communique.annotation import AnnotatedArticle, inside, named_inside
from communique.characters import one_line
from communique.forms import DocumentForm, Entry, EntryList, Form, is_told
from communique.rules.attributing import utterances
from communique.spans import Span
from communique.tagging.mentions import AmountMention

Vocabulary = Literal["closed", "open"]

_NAMES: Mapping[str, EntryList] = {"person": "people", "organisation": "bodies"}
_LONGEST_HINT = 120


def spoken(form: Form, article: AnnotatedArticle, vocabulary: Vocabulary) -> Form:
    """The form with answers chosen from what the article holds ("closed"), or in words of the model's own ("open")."""
    if isinstance(form, DocumentForm):
        return _closed(form, article) if vocabulary == "closed" else form
    if vocabulary == "closed":
        return form
    return replace(form, questions=tuple(replace(question, options=()) for question in form.questions))


def _closed(form: DocumentForm, article: AnnotatedArticle) -> DocumentForm:
    """The form with its lists; where nothing was said, nobody's words are asked for."""
    spans = tuple(article.numbered[number].span for number in form.shown or article.numbered)
    listed = tuple(entries(article, spans))
    is_quiet = all(entry.listed != "quotes" for entry in listed)
    return replace(form, entries=listed, events=tuple(e for e in form.events if not (is_quiet and is_told(e))))


def entries(article: AnnotatedArticle, spans: Iterable[Span]) -> Iterator[Entry]:
    """What stands in the spans, list by list in text order; labels are unique in their list."""
    within = tuple(spans)
    for found in (_names, _countries, _dates, _places, _amounts, _quotes):
        yield from _distinct(_gathered(found(article, within)))


def _gathered(found: Iterable[tuple[object, Entry]]) -> Iterator[Entry]:
    """One entry a key: the first, with the places of all."""
    by_key: dict[object, Entry] = {}
    for key, entry in found:
        known = by_key.get(key)
        by_key[key] = (
            entry if known is None else replace(known, spans=tuple(dict.fromkeys((*known.spans, *entry.spans))))
        )
    yield from by_key.values()


def _distinct(found: Iterable[Entry]) -> Iterator[Entry]:
    taken: set[str] = set()
    for entry in found:
        label, number = entry.label, 2
        while label in taken:
            label, number = f"{entry.label} ({number})", number + 1
        taken.add(label)
        yield replace(entry, label=label)


def _printed(article: AnnotatedArticle, span: Span) -> str:
    return one_line(span.of(article.text))


Found = Iterator[tuple[object, Entry]]


def _names(article: AnnotatedArticle, within: tuple[Span, ...]) -> Found:
    for mention in named_inside(article, within):
        listed = _NAMES.get(mention.kind, "other names")
        entry = Entry(listed, one_line(article.canonical(mention)), "", mention.kind, (mention.span,))
        yield mention.entity, entry


def _countries(article: AnnotatedArticle, within: tuple[Span, ...]) -> Found:
    """The countries, labelled by their own name where it is printed; one that only an adjective tells is no name."""
    for country in sorted(inside(article.countries, within), key=lambda found: found.form != "name"):
        kind = "" if country.form == "adjective" else "country"
        yield country.code, Entry("countries", _printed(article, country.span), "", kind, (country.span,))


def _dates(article: AnnotatedArticle, within: tuple[Span, ...]) -> Found:
    """The dates in each of their wordings; one stands wherever its day does, however it is worded there."""
    dates = tuple(inside(article.dates, within))
    for date in dates:
        label = _printed(article, date.span)
        same = tuple(d.span for d in dates if d.span == date.span or (d.value == date.value and d.value is not None))
        yield (label, date.value), Entry("dates", label, date.value or "", "", same)


def _places(article: AnnotatedArticle, within: tuple[Span, ...]) -> Found:
    countries = (country.span for country in inside(article.countries, within) if country.form == "name")
    for span in sorted({*(place.span for place in inside(article.places, within)), *countries}):
        label = _printed(article, span)
        yield label, Entry("places", label, "", "", (span,))


def _amounts(article: AnnotatedArticle, within: tuple[Span, ...]) -> Found:
    for amount in inside(article.amounts, within):
        if amount.kind in ("count", "money"):
            yield from _amount(article, amount)


def _amount(article: AnnotatedArticle, amount: AmountMention) -> Found:
    listed: EntryList = "sums" if amount.kind == "money" else "counts"
    span = amount.span if amount.noun is None else amount.span.to(amount.noun)
    label = _printed(article, span)
    yield (listed, label), Entry(listed, label, "", "", (span,))


def _quotes(article: AnnotatedArticle, within: tuple[Span, ...]) -> Found:
    """The quotes by number, since words are long to write again; the hint tells them and who says them."""
    heard = (told for told in utterances(article) if any(told[0].span.overlaps(span) for span in within))
    for number, told in enumerate(heard, 1):
        spans = tuple(part.span for part in told)
        words = " … ".join(_printed(article, span) for span in spans)
        shown = words if len(words) <= _LONGEST_HINT else f"{words[:_LONGEST_HINT]}…"
        entity = told[0].speaker_entity
        speaker = "nobody named" if entity is None else one_line(article.fullest[entity].span.of(article.text))
        yield spans, Entry("quotes", f"Q{number}", f"“{shown}”, {speaker}", "", spans)
