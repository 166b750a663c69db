"""Right values that the checks refused: a refused proposal that says what gold says."""

from collections.abc import Iterator, Sequence
from datetime import date

from communique.article import Language
from communique.evaluation.agreeing import agrees
from communique.evaluation.arguments import Argument
from communique.evaluation.matching import Pair
from communique.fields import Amount, Choice, Country, GroundedValue, When
from communique.grounding.claimed_amounts import claimed_amount
from communique.source import fold
from communique.tagging.countries import country_code
from communique.tagging.dates import parse_date
from communique.verdicts import Check


def refused_right(pair: Pair) -> tuple[tuple[Argument, Check], ...]:
    """The gold values that the event lacks though they were proposed, each with the check that refused it."""
    open_ones = [held for held in pair.arguments if held.gold is not None and not held.right]
    found = []
    for check in _refused(pair.predicted.checks):
        held = next((one for one in open_ones if one.role == role_of(check.path) and _says(check, one, pair)), None)
        if held is not None:
            open_ones = [one for one in open_ones if one is not held]
            found.append((held, check))
    return tuple(found)


def role_of(path: str) -> str:
    """The role of a pointer into an event: its names without numbers."""
    return ".".join(step for step in path.split("/")[1:] if not (step.isdecimal() or step == "-"))


def _refused(checks: Sequence[Check]) -> Iterator[Check]:
    return (check for check in checks if check.path and not check.verdict.asserted)


def _says(check: Check, held: Argument, pair: Pair) -> bool:
    """Whether the proposal is gold's value, or its very words."""
    gold = held.gold
    if gold is None:
        return False
    if gold.text is not None and fold(gold.text) == fold(check.proposed):
        return True
    about = pair.gold.article
    published = date.fromisoformat(about.published) if about.published else None
    read = (
        _read(str(said), gold, about.language or "other", published) for said in (check.proposed, check.value or "")
    )
    return any(agrees(held.shape, gold, value) for value in read if value is not None)


def _read(said: str, gold: GroundedValue, language: Language, published: date | None) -> GroundedValue | None:
    """The proposal as a value of gold's type; None where it cannot be read."""
    if isinstance(gold, Country):
        code = said if said.isupper() and len(said) == 3 else country_code(said)  # noqa: PLR2004 - alpha-3
        return None if code is None else gold.model_copy(update={"value": code})
    if isinstance(gold, When):
        found = parse_date(said, language=language, published=published)
        return None if found is None else gold.model_copy(update={"value": found.value, "partial": found.partial})
    if isinstance(gold, Amount):
        return _amount(said, gold, language)
    options = type(gold).options() if isinstance(gold, Choice) else None
    if options is not None and said not in options:
        return None
    return gold.model_copy(update={"value": said, "text": None, "start": None, "end": None})


def _amount(said: str, gold: Amount, language: Language) -> Amount | None:
    claimed = claimed_amount(said, language, is_count=gold.currency is None)
    if claimed is None:
        return None
    amount = claimed.amount
    return gold.model_copy(
        update={"value": amount.value, "max": amount.maximum, "currency": amount.currency, "unit": None, "text": None}
    )
