"""A long article is cut at paragraphs, portions overlap, and what they tell together is what the whole tells."""

import json
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.annotation import AnnotatedArticle
from communique.article import Article
from communique.completion import Completion, Prompt, TokenUsage
from communique.events import MeetingEvent
from communique.extractor import Extractor, annotated_article
from communique.llm.allowance import Allowance
from communique.llm.connecting import Connection
from communique.portions import portions
from communique.prompting import numbered_line

HOSTS = ("Aksoy", "Demir", "Kaya", "Yıldız", "Çelik", "Şahin", "Öztürk", "Arslan", "Doğan", "Kılıç")
GUESTS = ("Yusuf", "Mansur", "Harthi", "Pappas", "Kallias", "Rahimov", "Bajwa", "Novak", "Silva", "Okafor")
CITIES = ("Ankara", "Rawalpindi", "Muscat", "Athens", "Doha", "Baku", "Prague", "Lisbon", "Lagos", "Ottawa")
TOLD = re.compile(r"\[(\d+)\] (Cemil \w+) met (Halid \w+) in (\w+) on (\d+ \w+ 2025)\.")
MEETINGS = [
    f"Cemil {host} met Halid {guest} in {city} on {day} May 2025."
    for day, (host, guest, city) in enumerate(zip(HOSTS, GUESTS, CITIES, strict=True), 1)
]
FILLER = ("The harbour was closed.", "Gulls were seen over the quay.", "It rained in the evening.")
NOTHING: dict[str, object] = {"format": None, "status": None, "host": None, "topics": [], "outcome": None}


class Scribe:
    """A model that tells of every meeting it is shown, and of no other."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    async def complete(self, prompt: Prompt) -> Completion:
        asked = prompt.messages[-1].content
        self.shown.append(asked)
        meetings = [
            {
                **NOTHING,
                "evidence": [int(number)],
                "participants": [
                    {"name": name, "role": None, "organisation": None, "country": None} for name in (host, guest)
                ],
                "place": city,
                "date": date,
            }
            for number, host, guest, city, date in TOLD.findall(asked)
        ]
        return Completion(json.dumps({"meeting": meetings}), "stop", "scribe", TokenUsage(calls=1))


def annotated(text: str) -> AnnotatedArticle:
    return annotated_article(Article(text=text, language="en"))


def size(article: AnnotatedArticle, numbers: tuple[int, ...]) -> int:
    return sum(len(numbered_line(article, number).encode()) + 1 for number in numbers)


articles = st.lists(
    st.lists(st.sampled_from((*MEETINGS, *FILLER)), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=14
).map("\n\n".join)


@settings(deadline=None, max_examples=40)
@given(articles, st.integers(60, 900))
def test_portions_cover_the_article_in_order_within_their_bound(text: str, most: int) -> None:
    article = annotated(text)
    cut = portions(article, most)
    assert sorted({number for portion in cut for number in portion}) == list(article.numbered)
    for portion in cut:
        assert list(portion) == list(range(portion[0], portion[-1] + 1))
        assert size(article, portion) <= most or len(portion) == 1
    for one, other in pairwise(cut):
        shared = tuple(number for number in other if number in one)
        assert one[0] < other[0] <= one[-1] + 1
        assert one[-1] < other[-1]
        assert size(article, shared) <= most // 8


def test_paragraphs_stay_whole_and_the_end_of_one_portion_begins_the_next() -> None:
    paragraph = " ".join(FILLER)
    article = annotated("\n\n".join([paragraph] * 8))
    cut = portions(article, 500)
    assert [portion[-1] % len(FILLER) for portion in cut] == [0] * len(cut)
    assert all(other[0] <= one[-1] for one, other in pairwise(cut))


def events(text: str, allowance: Allowance, scribe: Scribe) -> list[tuple[object, object]]:
    connection = Connection(None, client=scribe, allowance=allowance)
    extraction = Extractor(connection, kinds=(MeetingEvent,), strategy="document").extract(
        Article(text=text, language="en")
    )
    assert extraction.failure is None
    return [(record.event, record.evidence) for record in extraction.records]


@settings(deadline=None, max_examples=15)
@given(st.permutations(MEETINGS), st.integers(0, 4), st.integers(100, 400))
def test_the_events_of_the_portions_are_those_of_the_article(told: list[str], rain: int, tokens: int) -> None:
    text = "\n\n".join(f"{meeting} {' '.join(FILLER * rain)}".strip() for meeting in told)
    whole, parts = Scribe(), Scribe()
    expected = events(text, Allowance(), whole)
    assert len(expected) == len(MEETINGS)
    assert events(text, Allowance(max_article_tokens=tokens), parts) == expected
    assert len(whole.shown) == 1
    longest = max(len(asked.partition("\n\nList every")[0].encode()) for asked in parts.shown)
    assert longest <= tokens * 2


def test_an_event_told_in_the_overlap_is_one() -> None:
    text = "\n\n".join([*FILLER * 10, MEETINGS[0], *FILLER * 10])
    asked_twice = 0
    for tokens in range(200, 300, 10):
        scribe = Scribe()
        assert len(events(text, Allowance(max_article_tokens=tokens), scribe)) == 1
        asked_twice += sum(MEETINGS[0] in asked for asked in scribe.shown) > 1
    assert asked_twice


@pytest.mark.parametrize(
    "allowance",
    [pytest.param(Allowance(max_article_tokens=4000), id="longer bound"), pytest.param(Allowance(), id="none")],
)
def test_an_article_that_fits_is_asked_about_as_ever(allowance: Allowance) -> None:
    text = "\n\n".join(MEETINGS)
    asked, as_ever = (
        Extractor(Connection(None, client=Scribe(), allowance=held), strategy="document").plan(
            Article(text=text, language="en")
        )
        for held in (allowance, Allowance())
    )
    assert asked == as_ever
