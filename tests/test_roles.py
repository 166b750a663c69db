"""What a paragraph of a page is: buttons, links and comment forms are boilerplate; photo lines are captions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.roles import fold, is_boilerplate, paragraph_roles

BODY = "The two navies will hold a drill off Ormara next spring, an officer told reporters on the quay."
TURKISH_BODY = "İki ülkenin deniz kuvvetleri ilkbaharda ortak tatbikat yapacak, yetkililer Gölcük'te açıkladı."


@given(st.lists(st.text(max_size=40), max_size=12))
def test_every_paragraph_has_one_role(lines: list[str]) -> None:
    assert len(paragraph_roles(lines)) == len(lines)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(line: str) -> None:
    assert fold(fold(line)) == fold(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Share on Facebook", id="share-button"),
        pytest.param("» SHARE THIS ARTICLE «", id="marks-around"),
        pytest.param("Bu Haberi Paylaş", id="share-button-turkish"),
        pytest.param("YAZDIR", id="capital-dotless-i"),
        pytest.param("READ: Navy orders four tugs", id="read"),
        pytest.param("Read : Navy orders four tugs", id="space-before-colon"),
        pytest.param("(Also read) Navy orders four tugs", id="bracket-before"),
        pytest.param("OKUYUN: Donanmaya dört römorkör", id="read-turkish"),
        pytest.param("7 min read", id="reading-time"),
        pytest.param("Correction: The navy ordered four tugs, not six.", id="correction"),
        pytest.param("An earlier version of this article said six tugs.", id="earlier-version"),
        pytest.param("Düzeltme: Donanma dört römorkör istedi.", id="correction-turkish"),
        pytest.param("12 dakika okuma", id="reading-time-turkish"),
        pytest.param("© 2026 Example Media", id="copyright"),
        pytest.param("Your email address will not be published.", id="comment-form"),
        pytest.param("Çerez Politikası", id="cookies-turkish"),
    ],
)
def test_buttons_links_and_notices_are_boilerplate(line: str) -> None:
    assert is_boilerplate(line)
    assert paragraph_roles([BODY, line, BODY])[1] == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Readiness of the fleet was praised.", id="word-goes-on"),
        pytest.param("Joint ourselves and others.", id="other-words"),
        pytest.param("Relatedly: nothing was signed.", id="entry-inside-a-word"),
        pytest.param("Copyrighted maps were handed over.", id="entry-begins-a-longer-word"),
        pytest.param("READ: " + "Navy orders four tugs. " * 20, id="too-long"),
        pytest.param("", id="empty"),
    ],
)
def test_other_lines_are_no_boilerplate(line: str) -> None:
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Ministers Okan Uslu (L) and Asad Mirza (R) shake hands", id="place-in-brackets"),
        pytest.param("Bakan Uslu (sol 2) törende", id="place-with-number-turkish"),
        pytest.param("Photo: A frigate leaves Karachi", id="photo-before"),
        pytest.param("Fotoğraf: Fırkateyn limandan ayrılıyor", id="photo-before-turkish"),
        pytest.param("A frigate leaves Karachi. [Asad Mirza via Getty Images]", id="credit-in-brackets"),
        pytest.param("A frigate leaves Karachi (AP Photo/Asad Mirza).", id="credit-before-full-stop"),
        pytest.param("A frigate leaves Karachi / AFP", id="credit-behind-a-slash"),
        pytest.param("File - A frigate leaves Karachi.", id="file"),
    ],
)
def test_photo_lines_are_captions(line: str) -> None:
    assert paragraph_roles([BODY, line, BODY])[1] == "caption"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("The yard (in Karachi) will build them.", id="other-words-in-brackets"),
        pytest.param("The yard will build them (tugs).", id="other-words-in-last-brackets"),
        pytest.param("The yard will build tugs - soon.", id="dash-without-credit"),
        pytest.param("The yard will build tugs (L), " + "and tugs, " * 60 + "too.", id="too-long"),
    ],
)
def test_other_lines_are_no_captions(line: str) -> None:
    assert paragraph_roles([BODY, line, BODY])[1] == "body"


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        pytest.param([], [], id="none"),
        pytest.param(["Frigate deal signed", BODY], ["heading", "body"], id="title"),
        pytest.param(["Firkateyn anlaşması imzalandı", TURKISH_BODY], ["heading", "body"], id="title-turkish"),
        pytest.param(["Frigate deal signed"], ["body"], id="an-only-line-is-body"),
        pytest.param([BODY, "Frigates for both"], ["body", "body"], id="a-last-line-is-body"),
        pytest.param(["7 Mart 2026", TURKISH_BODY], ["heading", "body"], id="dateline"),
        pytest.param(["Frigate deal signed", "7 March 2026"], ["body", "heading"], id="dateline-is-never-body"),
        pytest.param(["7 March 2026"], ["heading"], id="only-a-dateline"),
        pytest.param(["Share", "Share"], ["boilerplate", "boilerplate"], id="only-buttons"),
        pytest.param(["They signed:", BODY], ["body", "body"], id="final-mark"),
        pytest.param(["They signed.”", BODY], ["body", "body"], id="final-mark-before-quotation-mark"),
    ],
)
def test_headings_stand_before_text(lines: list[str], roles: list[str]) -> None:
    assert paragraph_roles(lines) == roles


@pytest.mark.parametrize(
    ("body", "opener"),
    [
        pytest.param(BODY, "Related Articles", id="english"),
        pytest.param(TURKISH_BODY, "İLGİLİ HABERLER", id="turkish"),
        pytest.param(BODY, "Leave a Reply", id="comment-form"),
        pytest.param(TURKISH_BODY, "Yorum Yap", id="comment-form-turkish"),
    ],
)
def test_a_block_of_links_runs_to_the_end_of_the_page(body: str, opener: str) -> None:
    links = ["Tugs for the coast guard", "Who was first?"]
    assert paragraph_roles([body, body, opener, *links]) == ["body", "body", *["boilerplate"] * 3]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param([], id="above-the-text"),
        pytest.param(["What came of it?"], id="early-in-the-text"),
    ],
)
def test_a_block_of_links_before_most_of_the_text_is_its_heading_alone(before: list[str]) -> None:
    roles = paragraph_roles([*before, "Related Articles", BODY, BODY])
    assert roles == ["body"] * len(before) + ["boilerplate", "body", "body"]
