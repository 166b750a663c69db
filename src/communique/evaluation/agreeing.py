"""When a predicted value is right: one small rule a field type, and whether the type counts in the overall score.

Phrases and quotes are reported apart: how much of a sentence is copied is the annotator's choice, too.
"""

from collections.abc import Callable
from math import isclose
from typing import Any

from communique.evaluation.names import is_same_name, is_same_thing
from communique.evaluation.words import holds, overlap, stem_overlap, words_of
from communique.fields import Amount, Choice, Country, GroundedValue, Name, Phrase, Place, Quote, When
from communique.shapes import FieldShape
from communique.source import fold
from communique.tagging.countries import country_code
from communique.tagging.dates.edtf import bounds, is_edtf
from communique.tagging.suffixes import split_apostrophe

PHRASE_OVERLAP = 0.5
QUOTE_OVERLAP = 0.6
Rule = Callable[[FieldShape, Any, Any], bool]


def agrees(shape: FieldShape, gold: GroundedValue, predicted: GroundedValue) -> bool:
    """Whether the predicted value of the field is right; gold's own value always is."""
    if told(gold) == told(predicted):
        return True
    return next(rule for field_type, rule in RULES if isinstance(gold, field_type))(shape, gold, predicted)


def told(value: GroundedValue) -> object:
    """What the value says, without where it stands."""
    return value.model_dump(exclude={"start", "end", "text"}) or value.text


def counts(shape: FieldShape) -> bool:
    """Whether the field's type counts in the overall argument score."""
    return not shape.is_a(Phrase, Quote)


def _name(shape: FieldShape, gold: Name, predicted: Name) -> bool:
    if shape.of is not None and shape.of.kinds == ("other",):
        return is_same_thing(gold.value, predicted.value)
    return is_same_name(gold.value, predicted.value)


def _country(_: FieldShape, gold: Country, predicted: Country) -> bool:
    return gold.value == predicted.value


def _when(_: FieldShape, gold: When, predicted: When) -> bool:
    """Days within gold's, so that a finer date than gold's is right and a coarser one is not; an interval is exact."""
    if gold.value is None or predicted.value is None:
        return gold.value == predicted.value and _unresolved(gold) == _unresolved(predicted)
    if not is_edtf(gold.value) or not is_edtf(predicted.value):
        return gold.value == predicted.value
    (first, last), (start, end) = bounds(gold.value), bounds(predicted.value)
    if gold.granularity == "interval" or first is None or last is None or start is None or end is None:
        return (first, last) == (start, end)
    return first <= start and end <= last


def _unresolved(date: When) -> str:
    return fold(date.partial or date.text or "")


def _place(_: FieldShape, gold: Place, predicted: Place) -> bool:
    """The same words, gold's with more around them (a building in the city), or a part of gold's that is no country."""
    one, other = (split_apostrophe(place.value.strip())[0] for place in (gold, predicted))
    codes = country_code(one, "name"), country_code(other, "name")
    if words_of(one) == words_of(other) or (None not in codes and codes[0] == codes[1]):
        return True
    return holds(other, one) or (codes[1] is None and holds(one, other))


def _amount(_: FieldShape, gold: Amount, predicted: Amount) -> bool:
    """The same number, upper end and currency; nouns that have a word in common, where both have one."""
    return (
        isclose(gold.value, predicted.value, rel_tol=1e-9)
        and isclose(gold.max or gold.value, predicted.max or predicted.value, rel_tol=1e-9)
        and gold.currency == predicted.currency
        and (not gold.unit or not predicted.unit or stem_overlap(gold.unit, predicted.unit) > 0)
    )


def _choice(_: FieldShape, gold: Choice[str], predicted: Choice[str]) -> bool:
    return gold.value == predicted.value


def _quote(_: FieldShape, gold: Quote, predicted: Quote) -> bool:
    return overlap(gold.value, predicted.value) > QUOTE_OVERLAP


def _phrase(_: FieldShape, gold: Phrase, predicted: Phrase) -> bool:
    return stem_overlap(gold.value, predicted.value) >= PHRASE_OVERLAP


def _never(_: FieldShape, __: GroundedValue, ___: GroundedValue) -> bool:
    """A field type of one's own has no rule: only gold's own value is right."""
    return False


RULES: tuple[tuple[type[GroundedValue], Rule], ...] = (
    (Name, _name),
    (Country, _country),
    (When, _when),
    (Place, _place),
    (Amount, _amount),
    (Choice, _choice),
    (Quote, _quote),
    (Phrase, _phrase),
    (GroundedValue, _never),
)
"""One rule a field type."""
