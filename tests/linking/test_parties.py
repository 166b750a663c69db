"""Parties that are one, and parties that are not."""

import pytest

from communique.linking.parties import is_organ, party_of, same_party, skeleton, sort_of


def party(line: str) -> dict[str, object]:
    names = ("name", "role", "country")
    return {name: {"value": part} for name, part in zip(names, map(str.strip, line.split("|")), strict=True) if part}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Gökhan Işıldak | | TUR", "Gokhan Isildak | | TUR", id="accents"),
        pytest.param("Khawaja Nadeem | | PAK", "Khwaja Nadeem | | PAK", id="spelling"),
        pytest.param("İmran Han | | PAK", "Imran Khan | | PAK", id="Turkish spelling"),
        pytest.param("Даурен Сулейменов | | ", "Dauren Suleimenov | | KAZ", id="Cyrillic"),
        pytest.param("Adm. Tariq Mehmood | | ", "Tariq Mehmood | | PAK", id="title"),
        pytest.param("Mehmood | | PAK", "Tariq Mehmood | | PAK", id="surname"),
        pytest.param("T. Mehmood | | PAK", "Tariq Mehmood | | PAK", id="initial"),
        pytest.param("Türkiye | | TUR", "Turkey | | TUR", id="states"),
        pytest.param("Pakistan Deniz Kuvvetleri | | PAK", "Pakistan Navy | | PAK", id="bodies of two languages"),
        pytest.param(
            " | Genelkurmay Başkanı | TUR", "Murat Ak | Chief of the Turkish General Staff | TUR", id="office and name"
        ),
        pytest.param("ISPR | | ", "Inter-Services Public Relations | | ", id="initials"),
    ],
)
def test_one_party_in_two_tellings(one: str, other: str) -> None:
    left, right = party_of(party(one)), party_of(party(other))
    assert same_party(left, right)
    assert same_party(right, left)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Asad Khan | | PAK", "Imran Khan | | PAK", id="one surname, two people"),
        pytest.param("Omer Tekin | | TUR", "Omer Teker | | TUR", id="close surnames"),
        pytest.param("Ali Kaya | | TUR", "Ali Kaya | | AZE", id="namesakes of two countries"),
        pytest.param("Pakistan Navy | | PAK", "Pakistan Army | | PAK", id="two services"),
        pytest.param("Pakistan | | PAK", "Pakistan Navy | | PAK", id="a state and its navy"),
        pytest.param(" | Defence Minister | PAK", " | Foreign Minister | PAK", id="two offices"),
        pytest.param(" | Defence Minister | ", " | Defence Minister | ", id="offices of nobody knows where"),
        pytest.param(" | | TUR", " | | TUR", id="nothing but a country"),
    ],
)
def test_two_parties(one: str, other: str) -> None:
    left, right = party_of(party(one)), party_of(party(other))
    assert same_party(left, right) is None
    assert same_party(right, left) is None


def test_a_state_and_a_body_of_it_are_told_as_such() -> None:
    state, navy = party_of(party("Qatar | | ")), party_of(party("Qatari Navy | | QAT"))
    assert is_organ(state, navy)
    assert is_organ(navy, state)
    assert not is_organ(state, party_of(party("Kuwait Navy | | KWT")))


@pytest.mark.parametrize(
    ("table", "text", "sort"),
    [
        ("offices", "Chief of the Turkish General Staff", "chief_of_general_staff"),
        ("offices", "Pakistan Savunma Bakanı", "defence_minister"),
        ("offices", "Savunma Bakan Yardımcısı", "deputy_minister"),
        ("bodies", "Türk Deniz Kuvvetleri'nin", "navy"),
        ("bodies", "Anka Havacılık", None),
    ],
)
def test_sorts_of_bodies_and_offices(table: str, text: str, sort: str | None) -> None:
    assert sort_of(table, text) == sort


@pytest.mark.parametrize(("one", "other"), [("Çavuşoğlu", "Cavusoglu"), ("Hüseynov", "Huseynov"), ("Han", "Khan")])
def test_spellings_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
