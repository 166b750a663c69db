"""What stands around a statement of English news: its speaker's other verbs, where and when it was said."""

import pytest

from tests.tagging.quotes.test_reported import quotes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The visiting admiral praised the crews of both ships and also reaffirmed his full support.",
            [("the crews of both ships", "The visiting admiral"), ("his full support", "The visiting admiral")],
            id="described-speaker-of-two-verbs",
        ),
        pytest.param(
            "“If Peru wants to buy the ships, it may,” said Demir and added that talks would go on.",
            [("talks would go on", "Demir")],
            id="second-verb-behind-an-inverted-one",
        ),
        pytest.param(
            "On Oct. 3 the Tribune wrote that the port shut.", [("the port shut", "the Tribune")], id="date-in-front"
        ),
        pytest.param(
            "The talks are off, the ministry said on Monday, without giving further details.",
            [("The talks are off", "the ministry")],
            id="how-it-was-said",
        ),
        pytest.param(
            "The talks, he said, will go on.", [("The talks", "he"), ("will go on", "he")], id="inserted-frame-stays"
        ),
        pytest.param("In a post, the envoy said, “We had a very long talk.”", [], id="where-it-was-said"),
        pytest.param("Demir and Kaya were later expected to hold consultations.", [], id="who-is-expected"),
        pytest.param("When asked about the yard, the envoy said, “It will be sold soon.”", [], id="what-was-asked"),
        pytest.param(
            "Ada Kent, head of Delta Marine, stated, “We will be there soon.”", [], id="name-before-its-office"
        ),
        pytest.param(
            "Lima, Sep 7 Senior envoy Kent has said that the port was sold.",
            [("the port was sold", "Senior envoy Kent")],
            id="dateline",
        ),
        pytest.param("Kent called on the envoy and discussed ways to further widen trade.", [], id="visit-and-talk"),
        pytest.param("International demand for such drones has soared.", [], id="demand-the-noun"),
        pytest.param(
            "The visit will be soon, the consulate said in a note on its page.",
            [("The visit will be soon", "the consulate")],
            id="message-posted",
        ),
        pytest.param(
            "Peru has expressed an interest in buying ships, Foreign Minister Ada Kent said on Monday.",
            [
                ("Peru has expressed an interest in buying ships", "Foreign Minister Ada Kent"),
                ("an interest in buying ships", "Peru"),
            ],
            id="frame-of-a-name-closes-it",
        ),
    ],
)
def test_a_statement_ends_where_its_frame_begins(text: str, found: list[tuple[str, str | None]]) -> None:
    assert quotes(text, "en", "reported") == found


def test_a_participle_behind_a_clause_has_the_clauses_subject() -> None:
    text = "Demir stressed that Peru values its ships, adding that they are “deeply rooted in history.”"
    assert quotes(text, "en", "direct") == [("deeply rooted in history.", "Demir")]


def test_the_united_states_say_nothing_by_their_name() -> None:
    text = "Peru said on Friday it was “glad to host the games” of the United States in May."
    assert quotes(text, "en", "direct") == [("glad to host the games", "Peru")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Budapeşte'de önce Başkan Ader ile görüşeceğini, daha sonra da konsey toplantısına katılacağını ve orada "
            "anlaşma imzalayacaklarını, bunun iki ülkeye de çok yarayacağını, yeni projelerin yolunu açacağını ve "
            "halkları yaklaştıracağını belirten Demir, “Toplantıda ilişkilerimizi ele alacağız.” diye konuştu.",
            "Demir",
            id="name-behind-a-participle",
        ),
        pytest.param(
            "Bakanlık tarafından yapılan yazılı açıklamada, “Gemi yarın limana dönecektir.” denildi.",
            "Bakanlık",
            id="by-whom-it-was-made",
        ),
        pytest.param(
            "Genelkurmay Başkanlığı’ndan yapılan açıklamada, “Orgeneral Kaya görevine başlamıştır” denildi.",
            "Genelkurmay Başkanlığı",
            id="from-whom-behind-an-apostrophe",
        ),
        pytest.param(
            "Bakanlıktan yapılan açıklamada, “Bakan Kaya bugün merkezi ziyaret etmiştir.” bilgisine yer verildi.",
            "Bakanlık",
            id="information-given",
        ),
    ],
)
def test_a_turkish_speaker_stands_before_the_quote(text: str, speaker: str) -> None:
    assert [found for _, found in quotes(text, "tr", "direct")] == [speaker]
