"""Quoted words: what the article says passes in any typography; what it does not say, or not in one go, never does."""

import pytest

from communique.article import Article
from communique.drafts import Proposed
from communique.events import Event
from communique.extractor import annotated_article
from communique.fields import Quote
from communique.grounding.findings import Context, Finding
from communique.grounding.quotes import ground_quote
from communique.shapes import FieldShape
from communique.verdicts import Tier, Verdict

SHAPE = FieldShape("quote", Quote, None, False, "")  # noqa: FBT003 - FieldShape takes its members in order
ENGLISH = (
    "“We will not,” Holm said, “sign the treaty before June. It costs $1.3 billion and nobody wants that.”\n\n"
    "“Do you regret it?” a reporter asked. “Never, not for a day,” Vance replied.\n\n"
    "In a statement the yard said: “The work will go on as it must.\n\n"
    "“It won’t stop for anyone.”\n\n"
    "He called the plan a “bold gamble” and has 14 frigates. The sea is rough. "
    "Nothing more is known of the port of Moss."
)
TURKISH = (
    "Aksu, “Anlaşmayı imzalamayacağız, kimseye borcumuz yok” dedi. “Bu tatbikat bir tehdit değildir” diyen Tan, güldü."
)


def found(words: str, text: str = ENGLISH) -> Finding:
    article = annotated_article(Article(text=text, language="tr" if text == TURKISH else "en"))
    finding = ground_quote(Proposed(words), SHAPE, Context(article, tuple(article.passage.shown()), Event))
    if finding.verdict.asserted:
        assert finding.span is not None
        assert finding.value == finding.span.of(text)
    return finding


@pytest.mark.parametrize(
    ("words", "tier"),
    [
        pytest.param("sign the treaty before June", Tier.VERBATIM, id="verbatim"),
        pytest.param('"sign the treaty before June."', Tier.VERBATIM, id="marks-around"),
        pytest.param("It won't stop", Tier.TYPOGRAPHY, id="apostrophe"),
        pytest.param("Sign the treaty", Tier.CASE, id="first-letter"),
        pytest.param("[S]ign the treaty", Tier.CASE, id="editors-letter"),
        pytest.param("called the plan a bold gamble", Tier.TYPOGRAPHY, id="mixed"),
        pytest.param("gamble", Tier.VERBATIM, id="one-word"),
        pytest.param("We will not sign the treaty before June", Tier.ELLIPSIS, id="across-the-attribution"),
        pytest.param("“We will not,” Holm said, “sign the treaty”", Tier.VERBATIM, id="with-the-attribution"),
        pytest.param("sign the treaty before June. It costs $1.3 billion", Tier.VERBATIM, id="two-sentences"),
        pytest.param("The work will go on as it must. It won’t stop", Tier.TYPOGRAPHY, id="two-paragraphs"),
        pytest.param("It costs … nobody wants that", Tier.ELLIPSIS, id="ellipsis"),
        pytest.param("It costs [...] nobody wants that", Tier.ELLIPSIS, id="ellipsis-in-brackets"),
        pytest.param("sign [such a] treaty before June", Tier.ELLIPSIS, id="editors-word"),
    ],
)
def test_what_is_said_passes(words: str, tier: Tier) -> None:
    finding = found(words)
    assert (finding.verdict, finding.tier) == (Verdict.SUPPORTED, tier), finding.reason


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            "We will sign the treaty before June", "We will not,” Holm said, “sign the treaty before June", id="not"
        ),
        pytest.param("sign the treaty before July", "sign the treaty before June", id="word"),
        pytest.param("It costs $1.8 billion", "It costs $1.3 billion", id="number"),
        pytest.param("It costs €1.3 billion", "It costs $1.3 billion", id="currency"),
        pytest.param("has 41 frigates", "has 14 frigates", id="number-in-few-words"),
        pytest.param(
            "We will … sign the treaty", "We will not,” Holm said, “sign the treaty", id="hidden-by-an-ellipsis"
        ),
        pytest.param("for a day, Vance replied", "not for a day,” Vance replied", id="cut-off-before"),
    ],
)
def test_a_change_is_contradicted_with_what_is_said(words: str, said: str) -> None:
    finding = found(words)
    assert (finding.verdict, finding.found) == (Verdict.CONTRADICTED, said), finding.reason


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("Anlaşmayı imzalayacağız", "Anlaşmayı imzalamayacağız", id="verb"),
        pytest.param("Bu tatbikat bir tehdit", "Bu tatbikat bir tehdit değildir", id="cut-off-behind"),
        pytest.param("Bu tatbikat bir tehdit dağıldır", "Bu tatbikat bir tehdit değildir", id="word"),
        pytest.param("Anlaşmayı imzalamayacagız", "Anlaşmayı imzalamayacağız", id="one-letter-of-many"),
    ],
)
def test_turkish_changes_are_contradicted(words: str, said: str) -> None:
    finding = found(words, TURKISH)
    assert (finding.verdict, finding.found) == (Verdict.CONTRADICTED, said), finding.reason


def test_turkish_without_its_letters_passes() -> None:
    assert found("Anlasmayi imzalamayacagiz", TURKISH).tier is Tier.ACCENT


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("The moon is made of cheese", id="invented"),
        pytest.param("nobody wants that … We will not", id="out-of-order"),
        pytest.param("We will not … It won’t stop", id="ellipsis-over-speakers"),
        pytest.param("nobody wants that. Do you regret it?", id="two-speakers"),
        pytest.param("It costs [not] $1.3 billion", id="editors-negation"),
        pytest.param("a rotten gamble", id="too-few-words-to-align"),
        pytest.param("“…”", id="no-words"),
        pytest.param("[the admiral]", id="nothing-but-the-editors"),
        pytest.param("The sea is the port of Moss", id="stitched"),
    ],
)
def test_what_nobody_says_does_not_pass(words: str) -> None:
    assert not found(words).verdict.asserted


@pytest.mark.parametrize(
    "text", [pytest.param(piece * 4000, id=piece) for piece in ("said ", '" a ', "''", "“", "“we not ” said x ")]
)
@pytest.mark.parametrize("words", ["said said a not we said", "a … we … said", "said [a] not"])
def test_hostile_lines_are_read_to_their_end(text: str, words: str) -> None:
    found(words, text)


def test_a_negation_before_a_comma_is_not_cut_off() -> None:
    text = "“We must not, and will not, accept it by force,” Ada Holm said. “No, I have not seen it,” she added."
    assert found("accept it by force", text).verdict is Verdict.CONTRADICTED
    assert found("I have not seen it", text).verdict is Verdict.SUPPORTED


def test_a_circumflex_left_out_is_no_other_letter() -> None:
    text = "Bakan Aksu, “Harekât planı hâlâ değişmiyor, şimdi çalışıyoruz” dedi."
    assert found("Harekat planı hala değişmiyor, şimdi çalışıyoruz", text).tier is Tier.ACCENT
    assert found("Harekât planı hâlâ değişmiyor, şimdi calışıyoruz", text).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("second", "asserted"),
    [pytest.param("Holm", True, id="one-speaker"), pytest.param("Vance", False, id="two-speakers")],
)
def test_parts_of_a_reported_clause_and_of_a_quote_have_one_speaker(second: str, asserted: bool) -> None:  # noqa: FBT001
    text = f"Ada Holm said the yard would build two ships by May. {second} “could not name the sum”, as she put it."
    joined = "the yard would build two ships … could not name the sum"
    assert found(joined, f"Lena Vance came to Oslo with Ada Holm. {text}").verdict.asserted is asserted
