"""The country of a person, by the office, the body or the delegation that the words around the name tell."""

import pytest

from communique.article import Article
from communique.segmentation import segment
from communique.tagging.mentions import NameMention
from communique.tagging.names import tag_names
from communique.tagging.worded import worded


def _persons(text: str) -> list[NameMention]:
    named = tag_names(worded(segment(Article(id="a", text=text, language="en"))))
    return [one for one in named if one.kind == "person"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        pytest.param(
            "The Omani and Peruvian defence ministers, Salim Harthi and Luis Cardona, met.", ["OMN", "PER"], id="pair"
        ),
        pytest.param(
            "The defence ministers of Chile, Oman and Peru, Ana Rojas, Salim Harthi and Luis Cardona, met.",
            ["CHL", "OMN", "PER"],
            id="countries-behind",
        ),
        pytest.param("The Omani ministers Salim Harthi and Badr Nasser spoke.", ["OMN", "OMN"], id="one-of-all"),
        pytest.param(
            "Foreign ministers Ana Rojas of Chile and Salim Harthi of Oman spoke.", ["CHL", "OMN"], id="each-its-own"
        ),
        pytest.param(
            "Ana Rojas was received by Omani Defence Minister Salim Harthi and Chief of Staff Badr Nasser.",
            [None, "OMN", "OMN"],
            id="met-in-a-row",
        ),
        pytest.param(
            "Ana Rojas was received by Omani Defence Minister Salim Harthi and Ambassador Veli Reis.",
            [None, "OMN", None],
            id="an-ambassador-in-the-row",
        ),
        pytest.param(
            "Omani Defence Minister Salim Harthi and Chief of Staff Ana Rojas met.", ["OMN", None], id="two-sides"
        ),
        pytest.param(
            "Salim Harthi, Commander of the Royal Fleet in the Kingdom of Bahrain, met Ana Rojas.",
            ["BHR", None],
            id="in-the-kingdom-of",
        ),
        pytest.param(
            "Salim Harthi, the League's Defence Minister and Ana Rojas, the head of Chile's Harbour Service, met.",
            [None, "CHL"],
            id="and-before-a-name",
        ),
        pytest.param("The Chilean and Omani ministers met Luis Cardona.", [None], id="no-row"),
        pytest.param("Ana Rojas (Chile) met Salim Harthi (Oman).", ["CHL", "OMN"], id="brackets"),
        pytest.param("The Royal Danish Navy's chief, Rear Admiral Nils Holm, spoke.", ["DNK"], id="genitive-of-a-body"),
        pytest.param("The Omani Army's Chief of Staff Salim Harthi spoke.", ["OMN"], id="genitive-of-a-service"),
        pytest.param(
            "General Paolo Greco, Secretary General of Defence & Armaments, Italy, called.", ["ITA"], id="behind-office"
        ),
        pytest.param(
            "Air Marshal Salim Harthi, Vice Chief of the Air Staff, Omani Air Force, spoke.", ["OMN"], id="and-service"
        ),
        pytest.param("Salim Harthi, the defence minister, Oman and Peru agreed.", [None], id="two-countries-behind"),
        pytest.param(
            "Nils Holm, the army chief, Omani Army officers and guests met.", [None], id="service-of-others-behind"
        ),
        pytest.param(
            "Commander General Nils Holm, chief of the Danish Land Forces, spoke.", ["DNK"], id="office-that-tells-more"
        ),
        pytest.param(
            "Nils Holm, State Secretary at the Danish Ministry of Defence, spoke.", ["DNK"], id="at-a-ministry"
        ),
        pytest.param(
            "Danish Senior Adviser to the Gulf and South Asia, Colonel Nils Holm, spoke.",
            ["DNK"],
            id="sent-to-a-region",
        ),
        pytest.param("Nils Holm, who was Denmark's envoy, spoke.", ["DNK"], id="who-was"),
        pytest.param("Admiral Nils Holm, who heads Denmark's navy, spoke.", ["DNK"], id="who-heads"),
        pytest.param("Nils Holm led the Danish delegation.", ["DNK"], id="led"),
        pytest.param("Nils Holm led Danish exports to a record.", [None], id="led-no-delegation"),
        pytest.param("The Danish side was led by Nils Holm.", ["DNK"], id="led-by"),
        pytest.param("A delegation from Denmark under Nils Holm arrived.", ["DNK"], id="under"),
        pytest.param(
            "The delegation of the Ministry of Defence of Oman, headed by the Defence Minister Salim Harthi, arrived.",
            ["OMN"],
            id="delegation-of-a-ministry",
        ),
        pytest.param(
            "Chief of Staff of Oman's Armed Forces Lt.-Gen. Salim Harthi spoke.",
            ["OMN"],
            id="rank-with-a-dot-and-hyphen",
        ),
        pytest.param(
            "Salim Harthi, the Chief of Defence Staff (CDS) of Oman, spoke.", ["OMN"], id="initials-in-brackets"
        ),
        pytest.param(
            "Oman's new defence minister flew to Lima. Defence Minister Salim Harthi spoke.", ["OMN"], id="told-before"
        ),
        pytest.param(
            "Defence Minister Salim Harthi spoke. Oman's defence minister flew to Lima.", [None], id="told-behind"
        ),
        pytest.param(
            "Oman's navy chief flew to Lima. Defence Minister Salim Harthi spoke.", [None], id="another-told-before"
        ),
        pytest.param(
            "Oman's army chief flew to Lima. Omani Army Chief Salim Harthi met Army Chief Luis Cardona.",
            ["OMN", None],
            id="told-of-one-who-is-known",
        ),
        pytest.param(
            "Admiral Aung Min, Inspector of Coastal Services (ICS) of Myanmar, spoke.", ["MMR"], id="services"
        ),
        pytest.param(
            "Minister Holm, Denmark; Minister Berg, Norway; and others met.", ["DNK", "NOR"], id="row-with-semicolons"
        ),
        pytest.param("Nils Holm and his Omani peer Salim Harthi spoke.", [None, "OMN"], id="peer"),
    ],
)
def test_a_person_has_the_country_that_the_office_tells(text: str, countries: list[str | None]) -> None:
    assert [one.country and one.country.code for one in _persons(text)] == countries


def test_a_rank_of_three_words_is_no_office() -> None:
    text = "Air Chief Marshal Nils Holm, Chief of the Air Staff, spoke."
    (person,) = _persons(text)

    assert person.role is not None
    assert person.role.of(text) == "Chief of the Air Staff"


def test_those_of_one_row_share_the_office_before_them() -> None:
    text = "The Chilean and Omani defence ministers, Ana Rojas and Salim Harthi, met."
    roles = [one.role and one.role.of(text) for one in _persons(text)]

    assert roles == ["defence ministers", "defence ministers"]
