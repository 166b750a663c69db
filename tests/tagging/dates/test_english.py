"""English expressions of the forms that news and plain requests use, read on Wednesday 15 May 2024."""

from datetime import date

import pytest

from communique.tagging.dates import tag_dates_in

WEDNESDAY = date(2024, 5, 15)


def _valued(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    return [
        (mention.span.of(text), mention.value) for mention in tag_dates_in(text, language="en", published=published)
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("It shut in nineteen eighty-four.", "nineteen eighty-four", "1984", id="year-of-two-numbers"),
        pytest.param("It shut in nineteen oh five.", "nineteen oh five", "1905", id="year-with-oh"),
        pytest.param("It shut in nineteen hundred and six.", "nineteen hundred and six", "1906", id="year-of-hundreds"),
        pytest.param("It shut in two thousand and eleven.", "two thousand and eleven", "2011", id="year-of-thousands"),
        pytest.param("It shut in twenty nineteen.", "twenty nineteen", "2019", id="year-twenty"),
        pytest.param(
            "It shut in one thousand eight hundred and twelve.",
            "one thousand eight hundred and twelve",
            "1812",
            id="year-in-full",
        ),
        pytest.param(
            "Wed on the third of June, nineteen ninety nine.",
            "on the third of June, nineteen ninety nine",
            "1999-06-03",
            id="date-in-words",
        ),
        pytest.param(
            "On March fifteenth two thousand and ten it sank.",
            "On March fifteenth two thousand and ten",
            "2010-03-15",
            id="date-in-words-month-first",
        ),
        pytest.param("Signed in May of 98.", "May of 98", "1998-05", id="short-year-of"),
        pytest.param("Signed in June '07.", "June '07", "2007-06", id="short-year-apostrophe"),
        pytest.param("The crash of '87 was deep.", "'87", "1987", id="short-year-alone"),
        pytest.param("Due Dec 31, '24.", "Dec 31, '24", "2024-12-31", id="day-of-short-year"),
        pytest.param("The note is dated 20230418.", "20230418", "2023-04-18", id="eight-digits"),
        pytest.param("See backup-2021-11-30.zip now.", "2021-11-30", "2021-11-30", id="in-a-file-name"),
        pytest.param("Due 2024/Oct/03.", "2024/Oct/03", "2024-10-03", id="year-first-month-named"),
        pytest.param(
            "They will be shipped between June and December.",
            "between June and December",
            "2024-06/2024-12",
            id="a-future",
        ),
        pytest.param(
            "They were shipped between June and December.", "between June and December", "2023-06/2023-12", id="a-past"
        ),
        pytest.param("Due on 6-17 in full.", "on 6-17", "2024-06-17", id="month-day-dash"),
        pytest.param("Shut 3/28-4/2.", "3/28-4/2", "2024-03-28/2024-04-02", id="numeric-range"),
        pytest.param(
            "Shut from 6/1/2023-6/9/2023.", "from 6/1/2023-6/9/2023", "2023-06-01/2023-06-09", id="numeric-years"
        ),
        pytest.param("He ran it from 1998-2003.", "from 1998-2003", "1998/2003", id="year-range"),
        pytest.param(
            "Open from June the first till the fifth.",
            "from June the first till the fifth",
            "2024-06-01/2024-06-05",
            id="day-range-in-words",
        ),
        pytest.param(
            "Open from May 30 to the 2nd of June.", "from May 30 to the 2nd of June", "2024-05-30/2024-06-02", id="ends"
        ),
        pytest.param(
            "Away from next Tuesday to Friday.", "from next Tuesday to Friday", "2024-05-21/2024-05-24", id="next-to"
        ),
        pytest.param("Away from now until Friday.", "from now until Friday", "2024-05-15/2024-05-17", id="now-until"),
        pytest.param("Meet next week Thu.", "next week Thu", "2024-05-23", id="week-then-weekday"),
        pytest.param("Meet on Thu of next week.", "on Thu of next week", "2024-05-23", id="weekday-of-week"),
        pytest.param("He fell ill the day before.", "the day before", "2024-05-14", id="day-before"),
        pytest.param(
            "It rests on the week of the 20th.", "the week of the 20th", "2024-05-20/2024-05-26", id="week-of"
        ),
        pytest.param("See the weekend of 8 June.", "the weekend of 8 June", "2024-06-08/2024-06-09", id="weekend-of"),
        pytest.param("Rest this coming weekend.", "this coming weekend", "2024-05-18/2024-05-19", id="weekend-coming"),
        pytest.param("Rest this working week.", "this working week", "2024-05-13/2024-05-17", id="working-week"),
        pytest.param(
            "It broke the week before last.", "the week before last", "2024-04-29/2024-05-05", id="last-but-one"
        ),
        pytest.param("It opens early next week.", "early next week", "2024-05-20/2024-05-22", id="start-of-week"),
        pytest.param(
            "It opens at the end of next week.", "the end of next week", "2024-05-23/2024-05-26", id="week-end"
        ),
        pytest.param("It opens later this week.", "later this week", "2024-05-15/2024-05-19", id="later-in-week"),
        pytest.param(
            "It broke earlier in the week.", "earlier in the week", "2024-05-13/2024-05-15", id="earlier-in-week"
        ),
        pytest.param("It is in week 32.", "week 32", "2024-08-05/2024-08-11", id="week-number"),
        pytest.param(
            "It is in week 32 of next year.", "week 32 of next year", "2025-08-04/2025-08-10", id="week-of-next-year"
        ),
        pytest.param("In the 40th week of 2023.", "the 40th week of 2023", "2023-10-02/2023-10-08", id="nth-week"),
        pytest.param(
            "In the first three weeks of 2022.", "In the first three weeks of 2022", "2022-01-03/2022-01-23", id="first"
        ),
        pytest.param(
            "Come on the last Friday of this month.", "on the last Friday of this month", "2024-05-31", id="last"
        ),
        pytest.param("Come on Fri 17th.", "on Fri 17th", "2024-05-17", id="weekday-and-day"),
        pytest.param("Come on Friday the 13th.", "on Friday the 13th", "2024-09-13", id="weekday-and-far-day"),
        pytest.param("It came three Sundays ago.", "three Sundays ago", "2024-04-28", id="weekdays-ago"),
        pytest.param("It comes two Fridays from now.", "two Fridays from now", "2024-05-24", id="weekdays-ahead"),
        pytest.param(
            "See last year's third quarter.", "last year's third quarter", "2023-35", id="quarter-of-last-year"
        ),
        pytest.param("Sales rose in 3Q22.", "3Q22", "2022-35", id="quarter-number-first"),
        pytest.param(
            "The first half of this month.", "The first half of this month", "2024-05-01/2024-05-15", id="half"
        ),
        pytest.param("It closed two and a half years ago.", "two and a half years ago", "2021-11-15", id="half-year"),
        pytest.param(
            "It fits within two weeks of today.", "within two weeks of today", "2024-05-15/2024-05-29", id="within"
        ),
        pytest.param("Gains month-to-date.", "month-to-date", "2024-05/2024-05-15", id="month-to-date"),
        pytest.param("It shut in the late eighties.", "the late eighties", "198X", id="late-decade"),
        pytest.param("It shut in the early 90s.", "the early 90s", "199X", id="early-decade"),
        pytest.param("Built in the eighteenth century.", "the eighteenth century", "1700/1799", id="century-in-words"),
        pytest.param("It rose in the summer of 2021.", "the summer of 2021", "2021-22", id="season-of-year"),
        pytest.param("In fiscal 2023 they lost.", "fiscal 2023", "2023", id="fiscal-year"),
        pytest.param("Around the 20th of this month.", "Around the 20th of this month", "2024-05-20", id="about-a-day"),
        pytest.param("It opens next 6 April.", "next 6 April", "2025-04-06", id="next-day-and-month"),
        pytest.param("On Cyber Monday 2022 it broke.", "On Cyber Monday 2022", "2022-11-28", id="day-after-a-feast"),
        pytest.param("On Ash Wednesday it broke.", "On Ash Wednesday", "2024-02-14", id="days-from-easter"),
        pytest.param("It sank this past April.", "this past April", "2024-04", id="month-just-over"),
        pytest.param("He came last Easter.", "last Easter", "2024-03-31", id="last-holiday"),
        pytest.param("He comes next Christmas.", "next Christmas", "2024-12-25", id="next-holiday"),
        pytest.param("On Eid al-Adha it rests.", "On Eid al-Adha", "2024-06-16~", id="islamic-feast"),
        pytest.param("It rang last night.", "last night", "2024-05-14", id="last-night"),
        pytest.param("It rang the night before last.", "the night before last", "2024-05-13", id="night-before-last"),
        pytest.param("It rang this morning.", "this morning", "2024-05-15", id="this-morning"),
        pytest.param("It rang a fortnight ago.", "a fortnight ago", "2024-04-29/2024-05-05", id="fortnight"),
        pytest.param("It ran in 2018-19.", "2018-19", "2018/2019", id="years-of-a-season"),
        pytest.param("It ran from the 1st to the 5th.", "from the 1st to the 5th", "2024-05-01/2024-05-05", id="days"),
        pytest.param("It fell in the nineteen-sixties.", "the nineteen-sixties", "196X", id="decade-in-words"),
        pytest.param("It shut at year's end.", "at year's end", "2024", id="end-of-year"),
        pytest.param("Their post-1959 talks broke.", "post-1959", "1959/..", id="post"),
        pytest.param("Their pre-1990 talks broke.", "pre-1990", "../1990", id="pre"),
        pytest.param("Paid on 3/4 in full.", "on 3/4", "2024-03-04", id="numeric-after-a-preposition"),
        pytest.param("Away this whole week.", "this whole week", "2024-05-13/2024-05-19", id="whole-week"),
        pytest.param(
            "Shut from tomorrow to Sunday.", "from tomorrow to Sunday", "2024-05-16/2024-05-19", id="tomorrow-to"
        ),
        pytest.param(
            "Shut from the 5th of June to the 9th.",
            "from the 5th of June to the 9th",
            "2024-06-05/2024-06-09",
            id="to-the",
        ),
        pytest.param("It broke in Ramadan 2024.", "Ramadan 2024", "2024-03-10/2024-04-08", id="islamic-month"),
    ],
)
def test_an_expression_has_its_value(text: str, words: str, value: str) -> None:
    assert (words, value) in _valued(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I have twenty-one cats and two thousand books.", id="counts-in-words"),
        pytest.param("It grew in two thousand homes.", id="thousands-of-things"),
        pytest.param("We beat them 3-4, 6-2 and 7-5.", id="scores"),
        pytest.param("Call 555-2010-334 or 0212 555 12 24.", id="phone-numbers"),
        pytest.param("There is no week 00, nor a week 77.", id="no-such-week"),
        pytest.param("The first of all, the second man, came third.", id="ranks"),
        pytest.param("A ratio of 3/4, 1/2 or 10/10, open 24/7.", id="fractions"),
        pytest.param("Version 2.4.2011.7 is out.", id="version"),
        pytest.param("ISO 9001:2015 and RFC 2020 on pages 1990-1995.", id="standards-and-pages"),
        pytest.param("They will come in the coming days.", id="days-uncounted"),
        pytest.param("We keep it in twenty twenty-litre tanks.", id="measures-in-words"),
        pytest.param("Boeing 747-400, Apollo 11, F-16.", id="models"),
        pytest.param("It shut from 2019-2015.", id="years-the-wrong-way-round"),
    ],
)
def test_what_is_no_date_is_left(text: str) -> None:
    assert _valued(text) == []


@pytest.mark.parametrize("text", ["He came on Friday the 13th.", "He came last Easter.", "It opens early next week."])
def test_without_a_publication_date_the_value_stays_open(text: str) -> None:
    assert [value for _, value in _valued(text, None)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It sank on Sunday (May 5).", [("on Sunday (May 5)", "2024-05-05")], id="weekday-then-day"),
        pytest.param("It sank on May 5 (Sunday).", [("on May 5 (Sunday)", "2024-05-05")], id="day-then-weekday"),
        pytest.param("It sails this Friday (24-May).", [("this Friday (24-May)", "2024-05-24")], id="another-week"),
        pytest.param("It sank (on Sunday).", [("on Sunday", "2024-05-12")], id="weekday-alone"),
        pytest.param(
            "It sank on Sunday (May 5 or so).", [("on Sunday", "2024-05-12"), ("May 5", "2024-05-05")], id="more-inside"
        ),
    ],
)
def test_a_weekday_and_its_date_in_brackets_are_one_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert _valued(text) == expected
