"""Other people's extractions are checked like our own."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from communique.claims import Claim, ClaimKind, check_claim
from communique.cli import main
from communique.spans import Span
from communique.tags import TaggedText, tag
from communique.verdicts import Verdict

TEXT = (
    "Minister Cemil Aksoy met Gen. Haroon Yusuf in Rawalpindi on Thursday and ordered 36 drones for $1.3 billion.\n\n"
    "“We will not sign anything before the summer,” Yusuf said.\n\n"
    "Read more: Selim Tarhan visits Lahore"
)


def claim(kind: ClaimKind, value: str, **options: Any) -> Claim:
    given = {"id": "1", "text": TEXT, "published": date(2026, 2, 13), "language": "en", **options}
    return Claim(kind=kind, value=value, **given)


@pytest.mark.parametrize(
    ("kind", "value", "verdict", "found"),
    [
        pytest.param("name", "Cemil Aksoy", Verdict.SUPPORTED, None, id="name"),
        pytest.param("name", "Selim Tarhan", Verdict.MISPLACED, None, id="name-in-boilerplate"),
        pytest.param("name", "Cemil Yusuf", Verdict.NOT_FOUND, None, id="mixed-name"),
        pytest.param("date", "2026-02-12", Verdict.INFERRED, None, id="date-by-value"),
        pytest.param("date", "on Thursday", Verdict.INFERRED, None, id="date-by-words"),
        pytest.param("place", "Rawalpindi", Verdict.SUPPORTED, None, id="place"),
        pytest.param("amount", "1300000000 USD", Verdict.SUPPORTED, None, id="amount"),
        pytest.param("amount", "$1.8 billion", Verdict.CONTRADICTED, "$1.3 billion", id="another-amount"),
        pytest.param("quantity", "40 drones", Verdict.CONTRADICTED, "36 drones", id="another-count"),
        pytest.param("quote", "We will not sign anything before the summer", Verdict.SUPPORTED, None, id="quote"),
        pytest.param(
            "quote",
            "We will sign anything before the summer",
            Verdict.CONTRADICTED,
            "We will not sign anything before the summer",
            id="negation-dropped",
        ),
    ],
)
def test_a_claim_gets_its_verdict(kind: ClaimKind, value: str, verdict: Verdict, found: str | None) -> None:
    result = check_claim(claim(kind, value))
    assert (result.verdict, result.found) == (verdict, found), result.reason
    assert all(TEXT[span.start : span.end] == span.text for span in result.spans)
    if verdict.asserted:
        assert result.span in result.spans


@pytest.mark.parametrize(
    ("speaker", "verdict"),
    [
        pytest.param("Gen. Haroon Yusuf", Verdict.SUPPORTED, id="attributed"),
        pytest.param("Yusuf", Verdict.SUPPORTED, id="by-surname"),
        pytest.param("Cemil Aksoy", Verdict.CONTRADICTED, id="another"),
    ],
)
def test_words_belong_to_their_speaker(speaker: str, verdict: Verdict) -> None:
    result = check_claim(claim("quote", "We will not sign anything before the summer", speaker=speaker))
    assert result.verdict is verdict
    assert result.found == (None if verdict is Verdict.SUPPORTED else "Haroon Yusuf")


def test_a_speaker_of_words_nobody_is_named_for_is_left_alone() -> None:
    result = check_claim(claim("quote", "ordered 36 drones", speaker="Cemil Aksoy"))
    assert result.verdict is Verdict.SUPPORTED


def by_hand() -> Iterator[Any]:
    """The claims of claims_by_hand.toml with what is expected of them."""
    known = tomllib.loads((Path(__file__).parent / "claims_by_hand.toml").read_text(encoding="utf-8"))
    for name, about in known.items():
        text = about["text"]
        for at, (kind, value, expected, *rest) in enumerate(about["claims"]):
            speaker, near = (*rest, None, None)[:2]
            where = None if near is None else (Span(text.index(near), text.index(near) + len(near)),)
            given = Claim(
                id=name,
                text=text,
                kind=kind,
                value=value,
                published=about.get("published"),
                language=about["language"],
                speaker=speaker or None,
                evidence=where,
            )
            yield pytest.param(given, expected, id=f"{name}-{at}-{kind}")


@pytest.mark.parametrize(("given", "expected"), list(by_hand()))
def test_a_claim_made_by_hand_gets_the_verdict_a_reader_would_give(given: Claim, expected: str) -> None:
    result = check_claim(given)
    said = "asserted" if result.verdict.asserted else "refused" if expected == "refused" else str(result.verdict)
    assert said == expected, (given.value, given.speaker, result.reason)


def test_evidence_says_where_a_value_is_to_stand() -> None:
    quote = TEXT.index("“We")
    result = check_claim(claim("place", "Rawalpindi", evidence=(Span(quote, quote + 10),)))
    assert result.verdict is Verdict.MISPLACED


@pytest.mark.parametrize(
    "evidence",
    [
        pytest.param([[0, 100]], id="pairs"),
        pytest.param([0, 100], id="one-pair"),
        pytest.param({"start": 0, "end": 100}, id="one-span"),
        pytest.param([{"start": 0, "end": 100}], id="spans"),
    ],
)
def test_evidence_is_given_in_several_forms(evidence: object) -> None:
    given = {"id": 7, "text": TEXT, "kind": "place", "value": "Rawalpindi", "language": "en-GB", "score": 0.5}
    parsed = Claim.model_validate({**given, "evidence": evidence, "published": "2026-02-13T08:00:00Z"})
    assert (parsed.id, parsed.language, parsed.published) == ("7", "en", date(2026, 2, 13))
    assert parsed.evidence == (Span(0, 100),)
    assert check_claim(parsed).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("evidence", ["0-100", [1, 2, 3], [[5, 1]], [{"from": 1}]])
def test_evidence_that_is_no_span_is_refused(evidence: object) -> None:
    with pytest.raises(ValidationError, match="evidence"):
        Claim.model_validate({"id": "1", "text": TEXT, "kind": "place", "value": "x", "evidence": evidence})


def test_a_language_that_is_not_read_is_another() -> None:
    assert TaggedText.model_validate({"id": "1", "text": "x", "language": "az"}).language == "other"
    assert TaggedText.model_validate({"id": "1", "text": "x", "language": "", "published": ""}).language is None


def test_an_unknown_publication_date_is_not_looked_for() -> None:
    text = "March 7, 2026\n\nThe ministers met on Friday in the old town of Ankara and talked for an hour."
    result = check_claim(Claim(id="1", text=text, kind="date", value="on Friday"))
    assert result.value is None


def test_tagging_gives_spans_of_the_text() -> None:
    found = tag(TaggedText(id="1", text=TEXT, published=date(2026, 2, 13)))
    assert [mention["value"] for mention in found["dates"]] == ["2026-02-12"]
    assert [mention["speaker"]["text"] for mention in found["quotes"]] == ["Yusuf"]
    assert [(mention["kind"], mention["value"]) for mention in found["amounts"]] == [("count", 36), ("money", 1.3e9)]
    assert "Cemil Aksoy" in [mention["canonical"] for mention in found["names"]]
    assert "Rawalpindi" in [mention["text"] for mention in found["places"]]
    for kind in ("dates", "quotes", "amounts", "names", "places"):
        assert all(TEXT[mention["start"] : mention["end"]] == mention["text"] for mention in found[kind])


def test_a_country_that_acts_is_a_name_and_one_that_is_a_location_a_place() -> None:
    text = "Turkey and the Pakistan Navy agreed in Qatar that Ankara would train Qatari crews."
    found = tag(TaggedText(id="1", text=text, language="en"))
    names = [(name["text"], name["kind"], name["country"]) for name in found["names"]]
    assert names == [
        ("Turkey", "country", "TUR"),
        ("Pakistan Navy", "organisation", None),
        ("Ankara", "country", "TUR"),
    ]
    assert [place["text"] for place in found["places"]] == ["Qatar"]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_broken_line_gives_an_error_in_its_place(tmp_path: Path) -> None:
    good = {"id": "1", "text": TEXT, "kind": "name", "value": "Cemil Aksoy", "language": "en"}
    rows = [json.dumps(good), "{", json.dumps({**good, "id": "3", "kind": "colour"}), json.dumps({**good, "id": "4"})]
    claims, out = tmp_path / "claims.jsonl", tmp_path / "out.jsonl"
    claims.write_text("\n".join(rows), encoding="utf-8")
    assert main(["ground", str(claims), "-o", str(out)]) == 1
    found = lines(out)
    assert [line["id"] for line in found] == ["1", None, "3", "4"]
    assert "line 2" in found[1]["error"]
    assert "kind" in found[2]["error"]


def test_texts_are_tagged_to_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = tmp_path / "texts.jsonl"
    texts.write_text(json.dumps({"id": "1", "text": TEXT}) + "\n", encoding="utf-8")
    assert main(["tag", str(texts)]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "1"


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ground", "gone.jsonl"]) == 2
    assert "gone.jsonl: it cannot be read" in capsys.readouterr().err
