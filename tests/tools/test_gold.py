"""The gold files of examples/evaluation hold one line an event and one an article, and are never stale."""

from functools import cache
from pathlib import Path

import pytest
from tools.gold import HALVES, Compiled, compile_half, counts, main, stale

from communique.events import values
from communique.records import ArticleReport, EventRecord

GUIDELINES = Path(__file__).parents[2] / "docs" / "annotation.md"
ARTICLE = "March 3, 2026\n\nGeneral Onur Demirkan met Governor Sana Baig in Quetta on Monday.\n"
NOTES = '[[meeting]]\nevidence = ["Demirkan met"]\nparticipants = ["Onur Demirkan", "Sana Baig"]\n'


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """A folder with an annotated article of the held-apart half."""
    for folder in ("evaluation/held_apart", "evaluation/annotations"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "evaluation" / "held_apart" / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "evaluation" / "annotations" / "one.toml").write_text(NOTES, encoding="utf-8")
    return tmp_path


@cache
def _ours(half: str) -> Compiled:
    """The half as it stands in the repository."""
    return compile_half(half)


def _annotate(examples: Path, notes: str) -> None:
    (examples / "evaluation" / "annotations" / "one.toml").write_text(notes, encoding="utf-8")


def test_an_article_becomes_a_record_and_a_report(examples: Path) -> None:
    records, articles = compile_half("held_apart", examples).files("held_apart").values()
    record = EventRecord.from_json(records)
    report = ArticleReport.model_validate_json(articles)
    assert record.accepted
    assert record.provenance.model == "hand"
    assert record.checks == ()
    assert report.events == (record.id,)
    assert report.article.published == "2026-03-03"


def test_an_article_without_events_is_counted(examples: Path) -> None:
    _annotate(examples, "# the article reports no event\n")
    compiled = compile_half("held_apart", examples)
    records, articles = compiled.files("held_apart").values()
    assert (records, articles.count("\n")) == ("", 1)
    assert list(counts(compiled))[1].split() == ["en", "1", "1", "0", "0", "0"]


def test_two_events_of_the_same_sentence_have_ids_of_their_own(examples: Path) -> None:
    _annotate(examples, NOTES * 2)
    (found,) = compile_half("held_apart", examples).extractions
    assert len({record.id for record in found.records}) == 2


@pytest.mark.parametrize(("notes", "published"), [('published = "2026-03-09"', "2026-03-09"), ('published = ""', None)])
def test_an_annotation_may_tell_the_publication_date(examples: Path, notes: str, published: str | None) -> None:
    _annotate(examples, f"{notes}\n{NOTES}")
    (found,) = compile_half("held_apart", examples).extractions
    assert found.report.article.published == published


def test_a_fault_names_file_event_and_field(examples: Path) -> None:
    _annotate(examples, f'{NOTES}place = "Multan"\n[[party]]\n')
    assert compile_half("held_apart", examples).faults == (
        "one: no such kind 'party'; there are meeting, arms_deal, statement",
        "one: meeting 1: place: the article does not say 'Multan'; copy the words as printed",
    )


def test_a_gold_file_is_stale_until_it_is_written(examples: Path) -> None:
    compiled = compile_half("held_apart", examples)
    assert len(list(stale("held_apart", compiled, examples))) == 2
    for name, text in compiled.files("held_apart").items():
        (examples / "evaluation" / name).write_text(text, encoding="utf-8")
    assert not list(stale("held_apart", compiled, examples))
    (examples / "evaluation" / "held_apart" / "two.txt").write_text(ARTICLE, encoding="utf-8")
    assert "two: no annotation" in next(stale("held_apart", compile_half("held_apart", examples), examples))


@pytest.mark.parametrize("half", HALVES)
def test_our_gold_files_are_not_stale(half: str) -> None:
    compiled = _ours(half)
    assert compiled.faults == ()
    assert list(stale(half, compiled)) == []


@pytest.mark.parametrize("half", HALVES)
def test_the_guidelines_state_the_counts(half: str) -> None:
    assert "\n".join((half, *counts(_ours(half)))) in GUIDELINES.read_text(encoding="utf-8")


@pytest.mark.parametrize("half", HALVES)
def test_every_gold_event_could_be_accepted_and_stands_in_its_article(half: str) -> None:
    for found in _ours(half).extractions:
        for record in found.records:
            assert record.event.fault() is None
            assert all(
                value.span is None or value.span.of(found.article.text) == value.text
                for _, value in values(record.event)
            )


def test_counts_are_printed_of_both_halves(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--counts"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if line in HALVES] == list(HALVES)
