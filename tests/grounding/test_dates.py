"""A date passes only as the value of an expression that stands with the event."""

from datetime import date
from typing import ClassVar

import pytest

from communique.annotation import AnnotatedArticle, annotate
from communique.article import Article, Language
from communique.drafts import Draft, Proposed
from communique.events import Event
from communique.fields import When
from communique.grounding.ground import ground
from communique.segmentation import segment
from communique.verdicts import Check, Policy, Tier, Verdict

FRIDAY = date(2026, 2, 13)


class Dated(Event):
    """An event with a date."""

    kind: ClassVar[str] = "dated"
    date: When | None = None


def annotated(text: str, language: Language = "en", published: date | None = FRIDAY) -> AnnotatedArticle:
    return annotate(segment(Article(text=text, language=language, published=published)))


def checked(claim: str, article: AnnotatedArticle, evidence: tuple[int, ...] = (1,)) -> Check:
    (check,) = ground(Draft(Dated, evidence, {"date": Proposed(claim)}), article, Policy()).checks
    return check


ENGLISH = annotated(
    "The ministers signed the protocol in Ankara on Friday, 30 January 2026, after a short ceremony.\n\n"
    "The joint exercise ran from 5 to 8 May 2025 off the coast near Aksaz.\n\n"
    "A first round of talks was held in March 2024 and the envoys met again on Thursday in Lahore."
)
TURKISH = annotated(
    "Bakanlar protokolü 30 Ocak 2026 Cuma günü Ankara’da imzaladı ve kısa bir tören düzenlendi.\n\n"
    "Ortak tatbikat 5-8 Mayıs 2025 tarihlerinde Aksaz açıklarında yapıldı ve sorunsuz tamamlandı.",
    "tr",
)


@pytest.mark.parametrize(
    ("claim", "verdict", "value", "tier"),
    [
        pytest.param("2026-01-30", "supported", "2026-01-30", "equal", id="edtf"),
        pytest.param("on Friday, 30 January 2026", "supported", "2026-01-30", "verbatim", id="words"),
        pytest.param("Friday, 30 January 2026", "supported", "2026-01-30", "verbatim", id="without-preposition"),
        pytest.param("Jan. 30, 2026", "supported", "2026-01-30", "equal", id="american-writing"),
        pytest.param("30 Ocak 2026", "supported", "2026-01-30", "equal", id="in-the-other-language"),
        pytest.param("30 January 2026 at 14:30", "supported", "2026-01-30", "verbatim", id="clock-is-dropped"),
        pytest.param("2026-01-30T14:30:00Z", "supported", "2026-01-30", "equal", id="iso-clock-is-dropped"),
        pytest.param("Friday", "supported", "2026-01-30", "verbatim", id="bare-weekday-of-a-longer-date"),
        pytest.param("30 January", "supported", "2026-01-30", "verbatim", id="day-and-month-of-a-longer-date"),
        pytest.param("January 2026", "inferred", "2026-01", "equal", id="coarser-month"),
        pytest.param("2026-01", "inferred", "2026-01", "equal", id="coarser-month-in-edtf"),
        pytest.param("January", "inferred", "2026-01", "equal", id="bare-month"),
        pytest.param("2026", "inferred", "2026", "equal", id="coarser-year"),
        pytest.param("2026-33", "inferred", "2026-33", "equal", id="coarser-quarter"),
        pytest.param("2026-01-31", "contradicted", "2026-01-31", None, id="another-day"),
        pytest.param("Friday, 31 January", "contradicted", "2026-01-31", None, id="another-day-in-words"),
        pytest.param("Saturday, 30 January 2026", "contradicted", "2026-01-30", None, id="another-weekday"),
        pytest.param("30 January 2025", "contradicted", "2025-01-30", None, id="another-year"),
        pytest.param("30 March 2026", "contradicted", "2026-03-30", None, id="another-month"),
        pytest.param("Friday, 6 February 2026", "contradicted", "2026-02-06", None, id="the-weekday-of-another-week"),
        pytest.param("2026-04-11", "contradicted", "2026-04-11", None, id="the-evidence-has-another-only-day"),
        pytest.param("on Tuesday", "contradicted", "2026-02-10", None, id="another-weekday-alone"),
        pytest.param("2023", "not_found", None, None, id="another-year-alone-is-nowhere"),
        pytest.param("May 2025", "not_found", None, None, id="coarser-than-a-date-elsewhere"),
        pytest.param("from 5 to 8 May 2025", "misplaced", "from 5 to 8 May 2025", None, id="elsewhere"),
        pytest.param("2024-03", "misplaced", "in March 2024", None, id="elsewhere-by-value"),
        pytest.param("30", "not_found", None, None, id="a-number-is-no-date"),
        pytest.param("2026-02-13", "contradicted", "2026-02-13", None, id="publication-date-is-no-default"),
        pytest.param("soon", "not_found", None, None, id="no-date"),
    ],
)
def test_a_date_is_checked_against_the_evidence(claim: str, verdict: str, value: str | None, tier: str | None) -> None:
    check = checked(claim, ENGLISH)
    assert (check.verdict, check.tier) == (verdict, tier), check.reason
    assert check.value == value or (verdict == "misplaced" and str(check.value) in str(value))
    if verdict == "contradicted":
        assert check.found == "on Friday, 30 January 2026"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("2025-05-05/2025-05-08", "supported", id="the-range"),
        pytest.param("5-8 May 2025", "supported", id="the-range-in-other-words"),
        pytest.param("May 2025", "inferred", id="the-month-it-lies-in"),
        pytest.param("2025-05-06", "not_found", id="a-day-inside"),
        pytest.param("2025-05-05", "contradicted", id="an-end"),
        pytest.param("8 May 2025", "inferred", id="an-end-as-it-is-printed"),
        pytest.param("5 to 9 May 2025", "contradicted", id="another-end"),
    ],
)
def test_a_range_is_a_range(claim: str, verdict: str) -> None:
    assert checked(claim, ENGLISH, (2,)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "claim", "verdict", "rule"),
    [
        pytest.param("The yard has built ships since 1985.", "1985", "inferred", "range_end", id="open-range"),
        pytest.param("The yard has built ships since 1985.", "since 1985", "supported", None, id="the-open-range"),
        pytest.param("The yard has built ships since 1985.", "1986", "not_found", None, id="another-open-range"),
        pytest.param("The talks dragged on for weeks on end.", "weeks", "supported", "vague_date", id="vague-words"),
        pytest.param("The talks dragged on for weeks on end.", "months", "not_found", None, id="other-vague-words"),
        pytest.param("The talks dragged on for weeks on end.", "talks", "not_found", None, id="no-words-of-time"),
        pytest.param("Nobody knows what Theresa May signed.", "May", "not_found", None, id="a-date-word-as-a-name"),
    ],
)
def test_ends_and_vague_words_of_time(text: str, claim: str, verdict: str, rule: str | None) -> None:
    check = checked(claim, annotated(text, "en"))
    assert check.verdict == verdict, check.reason
    assert rule is None or check.rule == rule


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("12 February 2026", "inferred", id="day-of-a-weekday"),
        pytest.param("Thursday, 12 February 2026", "inferred", id="weekday-and-its-day"),
        pytest.param("Thursday, 5 February 2026", "contradicted", id="the-same-weekday-of-another-week"),
        pytest.param("2026-02-11", "not_found", id="two-dates-and-neither-shares-words"),
        pytest.param("12 March 2024", "not_found", id="finer-than-the-article"),
        pytest.param("2024-03-01", "not_found", id="finer-in-edtf"),
    ],
)
def test_relative_and_coarse_dates(claim: str, verdict: str) -> None:
    assert checked(claim, ENGLISH, (3,)).verdict == verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param("2026-01-30", "supported", id="edtf"),
        pytest.param("30 Ocak", "supported", id="part"),
        pytest.param("cuma günü", "supported", id="weekday"),
        pytest.param("30 January 2026", "supported", id="in-english"),
        pytest.param("30.01.2026", "supported", id="in-digits"),
        pytest.param("Ocak 2026", "inferred", id="coarser"),
        pytest.param("31 Ocak 2026", "contradicted", id="another-day"),
        pytest.param("30 Ocak 2026 Perşembe", "contradicted", id="another-weekday"),
        pytest.param("30 Ocak 2024", "contradicted", id="another-year"),
        pytest.param("5-8 Mayıs 2025", "misplaced", id="elsewhere"),
    ],
)
def test_turkish_dates(claim: str, verdict: str) -> None:
    assert checked(claim, TURKISH).verdict == verdict


UNDATED = annotated(
    "The envoys met on Friday in the old town.\n\nThey will meet on May 18 in Doha, it was said.", "en", None
)


@pytest.mark.parametrize(
    ("claim", "evidence", "verdict"),
    [
        pytest.param("on Friday", 1, "supported", id="words"),
        pytest.param("2026-02-13", 1, "not_found", id="a-friday-nobody-named"),
        pytest.param("2026-02-12", 1, "contradicted", id="no-friday"),
        pytest.param("18 May", 2, "supported", id="the-same-partial-date"),
        pytest.param("2026-05-18", 2, "not_found", id="a-year-nobody-named"),
        pytest.param("2026-05-19", 2, "contradicted", id="another-day"),
        pytest.param("May 19", 2, "contradicted", id="another-day-in-words"),
    ],
)
def test_without_a_publication_date_only_what_is_known_passes(claim: str, evidence: int, verdict: str) -> None:
    check = checked(claim, UNDATED, (evidence,))
    assert check.verdict == verdict, check.reason
    assert not check.verdict.asserted or check.value is None


def test_a_dateline_is_beside_no_event() -> None:
    article = annotated("date 2026-01-30 The ministers met in the old town of Ankara and talked for an hour.")
    assert checked("2026-01-30", article, (2,)).verdict is Verdict.MISPLACED


def test_a_value_is_found_among_two_thousand_dates() -> None:
    text = " ".join(
        f"The envoys met on {day} May {year} in Doha." for year in range(1950, 2020) for day in range(1, 29)
    )
    article = annotated(text)
    assert checked("12 May 1999", article).verdict is Verdict.SUPPORTED
    assert not checked("12 May 2031", article, tuple(range(1, 30))).verdict.asserted


def test_tiers_are_those_of_values() -> None:
    assert checked("2026-01-30", ENGLISH).tier is Tier.EQUAL


def test_a_day_with_dots_begins_with_the_day() -> None:
    article = annotated("The ministers signed the accord in Aksaz on July 8, 2024, and left.")
    assert checked("08.07.2024", article).verdict == Verdict.SUPPORTED
    assert checked("07.08.2024", article).verdict == Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "said", "verdict"),
    [
        pytest.param("late 2028", "late 2028", Verdict.SUPPORTED, id="the-same"),
        pytest.param("2028 sonu", "late 2028", Verdict.SUPPORTED, id="in-the-other-language"),
        pytest.param("2028", "late 2028", Verdict.SUPPORTED, id="the-year"),
        pytest.param("late 2028", "December 2028", Verdict.INFERRED, id="a-month-in-it"),
        pytest.param("early 2028", "late 2028", Verdict.CONTRADICTED, id="another-part"),
        pytest.param("late 2028", "2028", Verdict.CONTRADICTED, id="finer-than-said"),
        pytest.param("early 2028", "December 2028", Verdict.NOT_FOUND, id="a-month-outside"),
    ],
)
def test_the_part_of_a_year_is_a_part_of_the_claim(claim: str, said: str, verdict: Verdict) -> None:
    assert checked(claim, annotated(f"The first corvettes are to arrive in {said} at Aksaz.")).verdict == verdict
