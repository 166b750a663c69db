"""Sentence ends inside one paragraph: after whole sentences, not after abbreviations, ordinals or inside quotations."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.article import Language
from communique.boundaries import sentence_spans
from communique.quotation_marks import quotations

PIECES = st.sampled_from(
    ["Gen.", "U.S.", "5.", '"', "“", "”", "«", "»", "''", "(", ")", ".", "?", "…", " ", "\t", "Bu", "said", "a", "İ"]
)
PARAGRAPHS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map("".join))
LONG = "The corvette sailed past the lighthouse at first light and nobody on the quay was surprised"


def sentences(text: str, language: Language = "other") -> list[str]:
    return [span.of(text) for span in sentence_spans(text, language)]


@given(PARAGRAPHS, st.sampled_from(["en", "tr", "other"]))
def test_only_white_space_lies_between_sentences(text: str, language: Language) -> None:
    spans = list(sentence_spans(text, language))
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@given(PARAGRAPHS)
def test_quotations_lie_apart_in_order(text: str) -> None:
    found = quotations(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(2 <= len(span) <= 2000 for span in found)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Lt. Gen. Asad Mirza toured the yard.", "en", id="two-titles"),
        pytest.param("Lt.Gen. Asad Mirza toured the yard.", "en", id="titles-without-space"),
        pytest.param("Adm. Uslu and Retd. Col. Mirza came.", "en", id="title-with-a-capital"),
        pytest.param("The U.S. Navy sent a frigate.", "en", id="acronym-before-name"),
        pytest.param("T.C. Dışişleri Bakanlığı duyurdu.", "tr", id="acronym-turkish"),
        pytest.param("The loan of $1.3 billion was signed.", "en", id="decimal"),
        pytest.param("Tören saat 14.00'te başladı.", "tr", id="clock-with-full-stop"),
        pytest.param("Mr. J. K. Farooqi left early.", "en", id="initials"),
        pytest.param("Heyetler 5. Kez Ankara'da buluştu.", "tr", id="ordinal"),
        pytest.param("Komite II. Dönem toplantısını yaptı.", "tr", id="roman-ordinal"),
        pytest.param("3. The parties shall meet yearly.", "en", id="list-item"),
        pytest.param("See Annex No. 5 of the deal.", "en", id="before-number"),
        pytest.param("It opened on Jan. 30 in Karachi.", "en", id="month-before-number"),
        pytest.param("They met at 5 p.m. Monday in Izmir.", "en", id="clock-before-weekday"),
        pytest.param("Falcon Aero Inc. Chairman Okan Uslu came.", "en", id="company-before-name"),
        pytest.param("He asked why... and left.", "en", id="lower-case-goes-on"),
        pytest.param("Visit pakforces.example.pk today.", "en", id="address"),
        pytest.param("“We came. We saw.” was the motto.", "en", id="quotation-stays-whole"),
        pytest.param("“We trust them.” General Arif said.", "en", id="saying-after-quotation"),
        pytest.param("“Dostluğumuz kalıcı.” Bakan Erden dedi.", "tr", id="saying-after-quotation-turkish"),
        pytest.param("‘We trust them.’ General Arif said.", "en", id="saying-after-single-quotes"),
        pytest.param('He named "Sea Star. Exercise" as a model.', "en", id="straight-quotes"),
        pytest.param("He named ''Sea Star. Exercise'' as a model.", "en", id="doubled-single-quotes"),
        pytest.param("He named «Sea Star. Exercise» as a model.", "en", id="guillemets"),
    ],
)
def test_one_sentence_stays_one(text: str, language: Language) -> None:
    assert sentences(text, language) == [text]


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        pytest.param("The talks ended.", "Both sides were content.", "en", id="plain"),
        pytest.param("Did they sign?", "Nobody knew.", "en", id="question"),
        pytest.param("He flew to the U.S.", "The visit lasts a week.", "en", id="acronym-before-starter"),
        pytest.param("They met at 5 p.m.", "Nobody spoke.", "en", id="clock-before-other-word"),
        pytest.param("The yard delivered 12.", "Navy crews came.", "en", id="number-ends-english"),
        pytest.param("Toplam sayı 12.", "Bu bir rekor.", "tr", id="number-before-starter-turkish"),
        pytest.param("Nüfus 2024.", "Ankara büyüdü.", "tr", id="long-number-is-no-ordinal"),
        pytest.param("The minister left quietly.", "his aides stayed.", "en", id="slip-of-lower-case"),
        pytest.param("They agreed (at last.)", "Work began.", "en", id="bracket-closed"),
        pytest.param("“We are one.”", "Crowds cheered for an hour.", "en", id="quotation-closed"),
        pytest.param("“We are one.”", "Crowds cheered. He said no more.", "en", id="saying-comes-too-late"),
        pytest.param("“We are one.”", "“You are two,” he said.", "en", id="another-quotation-follows"),
        pytest.param("“We are one.”", "", "en", id="quotation-ends-the-paragraph"),
        pytest.param("Görüşme bitti…", "Heyet ayrıldı.", "tr", id="ellipsis"),
        pytest.param("Taraflar anlaştı!", "İmza yarın.", "tr", id="exclamation"),
        pytest.param("یہ معاہدہ ہے۔", "وہ خوش ہیں۔", "other", id="urdu"),
    ],
)
def test_two_sentences_are_told_apart(first: str, second: str, language: Language) -> None:
    found = sentences(f" {first}  {second}\t", language)
    assert found[0] == first
    assert " ".join(found[1:]) == second


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They praised both nations.Pakistan agreed.", 2, id="lost-space"),
        pytest.param("They praised Gen.Pakistan agreed.", 1, id="title"),
        pytest.param("The ship is at port.8 crews left.", 1, id="digit-follows"),
        pytest.param("They use Asp.Net today.", 2, id="looks-like-a-lost-space"),
        pytest.param("They praised both nations.PAKISTAN agreed.", 1, id="capitals-follow"),
        pytest.param("They wrote to press.Office@navy.example today.", 1, id="mail-address"),
        pytest.param("They read a.Bakan today.", 1, id="short-token"),
        pytest.param("They came..Then left.", 1, id="two-marks"),
        pytest.param("They came.!", 1, id="mark-at-the-end"),
        pytest.param("They read 3D.Bakan today.", 1, id="token-with-digit"),
        pytest.param("They stopped./ Then left.", 1, id="no-word-follows"),
    ],
)
def test_a_lost_space_still_ends_a_sentence(text: str, expected: int) -> None:
    assert len(sentences(text, "en")) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param("Crowds cheered in the rain for an hour.", 7, id="split-inside"),
        pytest.param("and then he left.", 1, id="sentence-goes-on"),
        pytest.param("Minister Erden said in Gwadar.", 1, id="verb-of-saying"),
    ],
)
def test_a_long_quotation_is_cut_unless_its_sentence_goes_on(after: str, expected: int) -> None:
    assert len(sentences(f"“{' '.join([LONG + '.'] * 6)}” {after}", "en")) == expected


def test_a_long_quotation_without_final_mark_stays_whole() -> None:
    text = f"They called it “{' '.join([LONG + '.'] * 6)} again” yesterday."
    assert sentences(text, "en") == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He “never” asked.", ["“never”"], id="curly"),
        pytest.param("Er sagte „nie“ dazu.", ["„nie“"], id="low"),
        pytest.param("On »never« and ‹once›.", ["»never«", "‹once›"], id="angled"),
        pytest.param('A "first" and ("second") one.', ['"first"', '"second"'], id="straight"),
        pytest.param("A ''first'' one.", ["''first''"], id="doubled"),
        pytest.param('A 5" gun and a 3" gun.', [], id="inches"),
        pytest.param('A "first and "second" one.', ['"second"'], id="unclosed-straight-begins-anew"),
        pytest.param("A “first and “second” one.", ["“second”"], id="unclosed-curly-begins-anew"),
        pytest.param("A “word 'in' «other» marks” here.", ["“word 'in' «other» marks”"], id="nested"),
        pytest.param(f"“{'a ' * 1200}” end “b”", ["“b”"], id="too-long"),
        pytest.param('ends with "', [], id="opens-at-the-end"),
    ],
)
def test_quotations_are_found_with_their_marks(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in quotations(text)] == expected


@pytest.mark.parametrize(
    "unit", ["“", "”", '"', ".", ". ", "A. ", "a.B", "''", "“a.” ", "(", "5. ", "U.S. ", "Gen.", " "]
)
def test_a_long_text_of_one_token_is_cut_without_loss(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
