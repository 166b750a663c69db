"""What the page is given."""

from typing import ClassVar

import pytest

from communique.article import Article
from communique.events import BUILT_IN, Event, Statement
from communique.fields import Choice, Country, GroundedValue, Quantity
from communique.records import ArticleReference, ArticleReport
from communique.report.contents import type_name
from tests.report.events import contents, record, words

ARTICLE = Article(id="a", text="Aylin spoke.", language="en")


@pytest.mark.parametrize(
    ("field_type", "name"),
    [
        pytest.param(Country, "country", id="plain"),
        pytest.param(Quantity, "quantity", id="of another type"),
        pytest.param(Choice[str], "choice", id="generic"),
    ],
)
def test_a_type_goes_by_its_name(field_type: type[GroundedValue], name: str) -> None:
    assert type_name(field_type) == name


def test_a_type_of_ones_own_goes_by_the_type_it_extends() -> None:
    class Port(Country):
        pass

    assert type_name(Port) == "country"


def test_every_field_of_a_kind_is_told_with_its_group_and_options() -> None:
    fields = contents(articles=()).data()["kinds"]["meeting"]
    assert {"name": "country", "group": "participants", "many": True, "type": "country", "options": []} in fields
    assert {"name": "date", "group": "", "many": False, "type": "when", "options": []} in fields
    status = next(field for field in fields if field["name"] == "status")
    assert status["options"] == ["held", "planned", "cancelled", "denied"]


def test_kinds_are_those_that_were_given() -> None:
    class Exercise(Event):
        kind: ClassVar[str] = "exercise"
        country: Country | None = None

    data = contents(articles=(), kinds=(*BUILT_IN, Exercise)).data()
    assert data["kinds"]["exercise"] == [
        {"name": "country", "group": "", "many": False, "type": "country", "options": []}
    ]


def test_articles_stand_in_the_order_of_the_run_and_those_without_a_report_after_them() -> None:
    reports = tuple(ArticleReport(article=ArticleReference(id=name), status="empty") for name in ("z", "a"))
    data = contents(articles=(Article(id="b", text="B"), ARTICLE), reports=reports).data()
    assert [(one["report"]["article"]["id"], one["text"]) for one in data["articles"]] == [
        ("z", None),
        ("a", "Aylin spoke."),
        ("b", "B"),
    ]


def test_an_article_that_only_a_record_names_has_a_report_with_its_events() -> None:
    said = record(ARTICLE, Statement, {"speaker": {"name": words(ARTICLE, "Aylin")}})
    (shown,) = contents(said, articles=()).data()["articles"]
    assert shown["text"] is None
    assert shown["report"]["events"] == [said.id]
    assert shown["report"]["article"]["sha256"] == ARTICLE.sha256
