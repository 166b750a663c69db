"""Numbered sentences with exact offsets: nothing of the text is lost, and boilerplate has no number."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.article import Article, Language
from communique.passage import Passage
from communique.segmentation import paragraphs, segment
from communique.spans import Span

LINES = st.sampled_from(
    [
        "Frigate deal signed",
        "date 2026-01-30 ANKARA",
        "7 Mart 2026",
        "READ: Navy orders tugs",
        "Related articles",
        "Share",
        "Photo: A frigate",
        "Lt. Gen. Mirza met them. READ: More tugs. He left.",
        "the talks went on and",
        "“Tamam.” Bakan dedi.",
        " ",
        "",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.tuples(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"])).map(
        lambda x: x[1].join(x[0])
    ),
)
WRAPPED = (
    "The two navies will hold a drill off Ormara\n"
    "next spring, an officer told reporters on\n"
    "the quay. He left.\n"
    "Crews from both fleets will come together\n"
    "again.\n"
    "\n"
    "They will sail home after two weeks at sea\n"
    "and rest."
)


def cut(text: str) -> Passage:
    return segment(Article(text=text))


def shown(passage: Passage) -> list[str]:
    return [sentence.span.of(passage.text) for sentence in passage.shown()]


@given(TEXTS, st.sampled_from(["en", "tr", "other", None]))
def test_sentences_and_the_white_space_between_them_are_the_text(text: str, language: Language | None) -> None:
    sentences = segment(Article(text=text, language=language)).sentences
    marks = [Span(0, 0), *(sentence.span for sentence in sentences), Span(len(text), len(text))]
    gaps = [text[left.end : right.start] for left, right in pairwise(marks)]
    words = [*(sentence.span.of(text) for sentence in sentences), ""]
    assert "".join(gap + word for gap, word in zip(gaps, words, strict=True)) == text
    assert not "".join(gaps).strip()
    assert all(word == word.strip() != "" for word in words[:-1])


@given(TEXTS)
def test_numbers_count_what_is_shown_from_one(text: str) -> None:
    passage = cut(text)
    assert [sentence.number for sentence in passage.shown()] == list(range(1, len(shown(passage)) + 1))
    assert {sentence.number for sentence in passage.sentences if sentence.role == "boilerplate"} <= {0}


@given(TEXTS)
def test_paragraphs_count_upwards_from_zero(text: str) -> None:
    found = [sentence.paragraph for sentence in cut(text).sentences]
    assert sorted(set(found)) == list(range(len(set(found))))
    assert found == sorted(found)


def test_a_page_is_cut_into_its_parts() -> None:
    passage = cut(
        "Navy chiefs meet in Gölcük\n"
        "December 27, 2021 at 3:55 pm\n"
        "Share on X\n"
        "Adm. Asad Mirza (L) greets Adm. Okan Uslu (R)\n"
        "Lt. Gen. Haris Baloch met Mr. K. Uslu again. They spoke of a $1.3 billion loan. READ: Tugs for all.\n"
        "“We came. We saw.” was the motto.\n"
        "Related articles\n"
        "Tugs for all\n"
        "Leave a reply"
    )
    assert [(sentence.paragraph, sentence.role, sentence.number) for sentence in passage.sentences] == [
        (0, "heading", 1),
        (1, "heading", 2),
        (2, "boilerplate", 0),
        (3, "caption", 3),
        (4, "body", 4),
        (4, "body", 5),
        (4, "boilerplate", 0),
        (5, "body", 6),
        (6, "boilerplate", 0),
        (7, "boilerplate", 0),
        (8, "boilerplate", 0),
    ]
    assert shown(passage)[4] == "They spoke of a $1.3 billion loan."


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param("date 2026-01-30 The chiefs met. They left.", ["heading", "body", "body"], id="before-the-body"),
        pytest.param(
            "date 2026-01-30 Navy chiefs meet\nThey left.", ["heading", "heading", "body"], id="before-a-title"
        ),
        pytest.param("date 2026-02-31 The chiefs met. They left.", ["body", "body"], id="no-such-day"),
    ],
)
def test_a_stamp_at_the_head_of_a_paragraph_stands_alone(text: str, roles: list[str]) -> None:
    passage = cut(text)
    assert [sentence.role for sentence in passage.sentences] == roles
    assert (shown(passage)[0] == "date 2026-01-30") == (len(roles) == 3)


def test_lines_broken_by_width_are_joined_to_their_blocks() -> None:
    assert [span.of(WRAPPED).split()[0] for span in paragraphs(WRAPPED)] == ["The", "Crews", "They"]
    assert len(shown(cut(WRAPPED))) == 4


def test_a_line_break_amid_a_sentence_parts_nothing() -> None:
    long = "The crews of both ships, who had been at sea for more than half a year, were all met at the quay on Monday."
    text = f"{long}\nThe minister of the interior and the mayor of the town\nspoke to all of them.\nfollow us"
    assert [span.of(text).split()[0] for span in paragraphs(text)] == ["The", "The", "follow"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", 0, id="empty"),
        pytest.param(" \n\t\r\n", 0, id="blank"),
        pytest.param("One line", 1, id="one-line"),
        pytest.param("One\r\n Two \r\nThree", 3, id="carriage-returns"),
        pytest.param("One.\nTwo.\nThree.", 3, id="each-line-ends"),
        pytest.param("One\n\ntwo\n\nthree", 3, id="blank-lines-between"),
        pytest.param("The ship " * 20 + "\nand its crew", 2, id="long-lines-are-not-broken-by-width"),
        pytest.param("One\u2028Two\x85Three", 3, id="line-separators"),
    ],
)
def test_each_line_is_a_paragraph_where_none_is_broken_by_width(text: str, expected: int) -> None:
    assert len(paragraphs(text)) == expected
