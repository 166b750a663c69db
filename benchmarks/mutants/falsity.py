"""Whether a planted claim is really false of its text, judged by the marks and the bare words, never by the checks."""

import re
from datetime import date

from benchmarks.mutants.sources import Truth
from benchmarks.mutants.words import begins, numbers_of, plain, readings, stands, table

_RELATIVE = frozenset(plain(word)[0] for ring in table("rings")["relative"] for word in ring)
_EDTF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0\d|1[0-2])(?:-(?P<day>\d{2}))?)?")
_REACH = 31
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def other_words(_: Truth, wrong: Truth) -> bool:
    """The words do not stand in the text."""
    return not stands(wrong.value, wrong.source.text)


def other_number(truth: Truth, wrong: Truth) -> bool:
    """No number that the fault brought in stands in the text, in digits or in words."""
    known = numbers_of(wrong.source.text) | numbers_of(truth.value)
    new = numbers_of(wrong.value) - numbers_of(truth.value)
    return other_words(truth, wrong) and bool(new) and not new & known


def other_currency(truth: Truth, wrong: Truth) -> bool:
    """The text names the new currency nowhere."""
    code = next(code for code in table("currencies") if code in wrong.value and code not in truth.value)
    forms = table("currencies")[code]
    return not any(begins(form, wrong.source.text) if form.isalpha() else form in wrong.source.text for form in forms)


def other_last_word(_: Truth, wrong: Truth) -> bool:
    """The text has no word that begins like the new noun."""
    return not begins(wrong.value.split()[-1][:5], wrong.source.text)


def nobody(_: Truth, wrong: Truth) -> bool:
    """The words do not stand in the text, and no person known of it has them all in this order."""
    return other_words(_, wrong) and not any(
        _holds(plain(form), plain(wrong.value)) for forms in wrong.source.people for form in forms
    )


def _holds(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def other_country(truth: Truth, wrong: Truth) -> bool:
    """No form of the new country, its people or its capital stands in the text."""
    new = set(plain(wrong.value)) - set(plain(truth.value))
    held = [forms for code, forms in table("countries").items() if new & {plain(form)[0] for form in (code, *forms)}]
    return other_words(truth, wrong) and not any(begins(form, wrong.source.text) for forms in held for form in forms)


def other_date(truth: Truth, wrong: Truth) -> bool:
    """Neither the words nor the value are those of another date of the text, nor of the month or year of one.

    Moved words are judged by what was moved: a day of the week on which no known date of the text falls, a number or
    month that no known date of the text has.
    """
    covered = any(value.startswith(wrong.value) for value in wrong.source.dates)
    if covered or stands(wrong.value, wrong.source.text):
        return False
    new = set(plain(wrong.value)) - set(plain(truth.value))
    if (new & _RELATIVE and _other_side(wrong)) or (not wrong.source.all_dates and _may_be_named(wrong)):
        return False
    return not any(_is_of_text(word, wrong) for word in new)


def _may_be_named(wrong: Truth) -> bool:
    """Whether the text, of which not all dates are known, has words that may name the day, month or year."""
    text, published = wrong.source.text, wrong.source.published
    match = _EDTF.fullmatch(wrong.value)
    if match is None or published is None:
        return False
    near = abs(int(match["year"]) - published.year) <= 1
    if match["month"] is None:
        return near and any(begins(word, text) for word in table("periods")["years"])
    if any(begins(ring[int(match["month"]) - 1][:3], text) for ring in table("rings")["months"]):
        return True
    if match["day"] is None:
        return near and any(begins(word, text) for word in table("periods")["months"])
    day = date.fromisoformat(wrong.value)
    names = [ring[day.weekday()] for ring in table("rings")["days"]]
    return abs((day - published).days) <= _REACH and any(
        begins(word, text) for word in (*names, *table("periods")["days"])
    )


def _other_side(wrong: Truth) -> bool:
    """Whether the text names the year, or a month, that other relative words may mean."""
    around = wrong.source.published.year if wrong.source.published else 0
    months = (name for ring in table("rings")["months"] for name in ring)
    return bool({around - 1, around + 1} & numbers_of(wrong.source.text)) or any(
        begins(month, wrong.source.text) for month in months
    )


def _is_of_text(word: str, wrong: Truth) -> bool:
    """Whether the word stands in the text, or a known date of it has that day of the week, month, day or year."""
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", wrong.value):
        return False
    if stands(word, wrong.source.text):
        return True
    held = [date.fromisoformat(value) for value in wrong.source.dates if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)]
    for kind, of_date in (("days", date.weekday), ("months", lambda day: day.month - 1)):
        for ring in table("rings")[kind]:
            if word in [plain(name)[0] for name in ring]:
                return any(word == plain(ring[of_date(day)])[0] for day in held)
    numbers = {number for day in held for number in (day.day, day.year)}
    return bool(_DIGITS.fullmatch(word)) and bool(readings(word) & numbers)
