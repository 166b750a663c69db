"""Turkish news as agencies and papers write it: who takes part, how it stands, and what is no event or name at all."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from benchmarks.told.reading import found

from communique.article import Article
from communique.events import ArmsDeal, Event, MeetingEvent

DAY = date(2026, 3, 5)


def _events(text: str, kind: type[Event]) -> list[Mapping[str, Any]]:
    article = Article(id="news", text=text, language="tr", published=DAY, published_from="given")
    records = found([article], [kind]).records.records
    return [record.event.model_dump(mode="json", exclude_none=True) for record in records if record.accepted]


def _value(field: Mapping[str, Any] | None) -> object:
    return None if field is None else field.get("value")


def _parties(event: Mapping[str, Any], name: str) -> list[object]:
    return [_value(one.get("name") or one.get("country")) for one in event.get(name, ())]


@pytest.mark.parametrize(
    ("text", "parties", "status"),
    [
        pytest.param(
            "Umman-Türkiye-Katar Savunma Bakanlarının üçlü toplantısı ertelendi.",
            ["OMN", "TUR", "QAT"],
            "cancelled",
            id="states-joined-by-dashes",
        ),
        pytest.param(
            "Peru-Umman Deniz Diyaloğu Toplantısı dün Lima'da yapıldı.",
            ["PER", "OMN"],
            "held",
            id="states-in-the-name-of-the-occasion",
        ),
        pytest.param(
            "Kaptan Lale Deniz, General Veli Reis ve Amiral Orhan Yelken'in yarın görüşeceğini söyledi.",
            ["Veli Reis", "Orhan Yelken"],
            "planned",
            id="who-tells-of-it-takes-no-part",
        ),
        pytest.param(
            "General Veli Reis, Liman Bakanı Orhan Yelken ile görüşecekti. Reis ile Yelken'in görüşmesi ertelendi.",
            ["Veli Reis", "Orhan Yelken"],
            "cancelled",
            id="planned-and-put-off",
        ),
        pytest.param(
            "Kaptan Lale Deniz, Veli Reis ve Orhan Yelken görüşmesinde limanın konuşulduğunu söyledi.",
            ["Veli Reis", "Orhan Yelken"],
            "held",
            id="who-tells-of-a-meeting-by-its-noun",
        ),
        pytest.param(
            "General Veli Reis, Liman Görev Grubunun çalışmalarını yerinde görmek için Umman'a gitti.",
            ["Veli Reis"],
            "held",
            id="whose-work-is-seen",
        ),
        pytest.param(
            "General Veli Reis, Liman Bakanlığı karargahında Bakan Orhan Yelken ile görüştü.",
            ["Veli Reis", "Orhan Yelken"],
            "held",
            id="whose-house-it-is",
        ),
        pytest.param(
            "General Veli Reis, Kestrel Komutanlığı ve Orfoz Okulunu ziyaret etti.",
            ["Veli Reis", "Kestrel Komutanlığı", "Orfoz Okulu"],
            "held",
            id="bodies-called-on",
        ),
        pytest.param(
            "General Veli Reis, Kral Selim Tarhan'ın ardından Bakan Orhan Yelken ile telefonda görüştü.",
            ["Veli Reis", "Orhan Yelken"],
            "held",
            id="after-whom",
        ),
        pytest.param(
            "Bakan Orhan Yelken, Liman Niyet Mektubuna imza atan General Veli Reis ile görüştü.",
            ["Orhan Yelken", "Veli Reis"],
            "held",
            id="what-is-signed",
        ),
        pytest.param(
            "Görüşmelere ev sahipliği yapacak olan merkezde Bakan Orhan Yelken, General Veli Reis ile görüştü.",
            ["Orhan Yelken", "Veli Reis"],
            "held",
            id="what-is-to-be-is-aside",
        ),
        pytest.param(
            "Liman Bakanı Orhan Yelken'in General Veli Reis'e yapacağı ziyaret bu sabah duyurulmuştu.",
            ["Orhan Yelken", "Veli Reis"],
            "planned",
            id="visit-to-be-made",
        ),
        pytest.param(
            "Sözcü Lale Deniz, Bakan Orhan Yelken'in Umman ziyaretinin iki taraf için de ertelendiğini bildirdi.",
            ["Orhan Yelken"],
            "cancelled",
            id="who-tells-of-a-visit-is-no-side-of-it",
        ),
        pytest.param(
            "Kaptan Veli Reis, Liman Müdürlüğünde haftalık basın bilgilendirme toplantısı düzenledi."
            " Amiral Orhan Yelken ile Bakan Selim Tarhan dün görüştü.",
            ["Orhan Yelken", "Selim Tarhan"],
            "held",
            id="meeting-of-the-press",
        ),
    ],
)
def test_a_meeting_has_its_parties_and_standing(text: str, parties: list[str], status: str) -> None:
    events = _events(text, MeetingEvent)
    assert [(_parties(event, "participants"), _value(event["status"])) for event in events] == [(parties, status)]


def test_bilateral_meetings_of_one_with_several_are_one_each() -> None:
    text = (
        "Bakan Orhan Yelken, General Veli Reis, Amiral Ada Kuzgun ve Albay Selim Tarhan ile ikili görüşmeler yapacak."
    )
    found = [_parties(event, "participants") for event in _events(text, MeetingEvent)]
    assert found == [["Orhan Yelken", other] for other in ("Veli Reis", "Ada Kuzgun", "Selim Tarhan")]


def test_whom_a_participle_names_does_the_next_thing() -> None:
    text = "Bakan Orhan Yelken ile görüşen General Veli Reis, yarın Lima'yı ziyaret edecek."
    found = [(_value(event["status"]), _parties(event, "participants")) for event in _events(text, MeetingEvent)]
    assert found == [("held", ["Orhan Yelken", "Veli Reis"]), ("planned", ["Veli Reis"])]


def test_whom_a_participle_names_meets_the_others_too() -> None:
    text = (
        "Ada Kuzgun ile görüşen Bakan Orhan Yelken'in ayrıca, General Veli Reis ve Amiral Selim Tarhan ile görüşmesi"
        " bekleniyor."
    )
    first, second = [_parties(event, "participants") for event in _events(text, MeetingEvent)]
    assert set(first) == {"Ada Kuzgun", "Orhan Yelken"}
    assert set(second) == {"Orhan Yelken", "Veli Reis", "Selim Tarhan"}


def test_what_the_bearer_of_a_participle_does_next_may_begin_with_an_adverb() -> None:
    text = "General Veli Reis'i ziyaret eden Bakan Orhan Yelken, ardından Amiral Selim Tarhan ile bir araya geldi."
    found = [_parties(event, "participants") for event in _events(text, MeetingEvent)]
    assert found == [["Veli Reis", "Orhan Yelken"], ["Orhan Yelken", "Selim Tarhan"]]


def test_a_day_without_a_year_lies_within_its_month() -> None:
    text = (
        "Bakan Orhan Yelken'in mayıs ayında Peru'ya yapmayı planladığı ziyaret ertelendi."
        " Yelken'in 9 Mayıs'ta Lima'ya yapacağı ziyaret ertelendi."
    )
    article = Article(id="news", text=text, language="tr", published=None)
    (record,) = found([article], [MeetingEvent]).records.records
    assert record.event.model_dump()["date"]["partial"] == "XXXX-05-09"


def test_a_time_in_which_something_happened_so_often_is_not_its_day() -> None:
    text = "Bakan Orhan Yelken, iki ay içinde ikinci kez Peru'ya gidecek."
    assert [_value(event.get("date")) for event in _events(text, MeetingEvent)] == [None]


def test_who_comes_to_a_reception_is_told_behind() -> None:
    text = "Elçi Ada Kuzgun ile General Veli Reis, dün resepsiyon verdi. Resepsiyona Bakan Orhan Yelken katıldı."
    (event,) = _events(text, MeetingEvent)
    assert _value(event["format"]) == "reception"
    assert "Orhan Yelken" in _parties(event, "participants")


def test_who_inspects_a_yard_with_another_visits_it() -> None:
    text = "Bakan Orhan Yelken, Amiral Veli Reis ile Kestrel Tersanesi'nde inceleme ve denetlemelerde bulundu."
    (event,) = _events(text, MeetingEvent)
    assert (_value(event["status"]), _parties(event, "participants")) == ("held", ["Orhan Yelken", "Veli Reis"])


def test_who_is_received_by_two_is_received_twice() -> None:
    text = (
        "General Veli Reis'in Bakan Orhan Yelken tarafından kabul edildiği, Amiral Selim Tarhan tarafından törenle"
        " karşılandığı bildirildi."
    )
    found = [(_parties(event, "participants"), _value(event["host"]["name"])) for event in _events(text, MeetingEvent)]
    assert [host for _, host in found] == ["Orhan Yelken", "Selim Tarhan"]
    assert all("Veli Reis" in parties and len(parties) == 2 for parties, _ in found)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Liman Bakanı Orhan Yelken'in planlanan Peru ziyareti iptal edildi.", "Peru", id="country"),
        pytest.param("Liman Bakanı Orhan Yelken'in düzenleyeceği Roma ziyareti ertelendi.", "Roma", id="city"),
        pytest.param("Bakan Orhan Yelken, Peru'nun Lima kentine gidecek.", "Lima", id="town"),
        pytest.param("Bakan Orhan Yelken ve General Veli Reis, Peru'ya gitti.", "Peru", id="delegation"),
        pytest.param(
            "Bakan Orhan Yelken, Orta Afrika Cumhuriyeti'ne yapacağı ziyareti erteledi.",
            "Orta Afrika Cumhuriyeti",
            id="case-behind-a-possessive",
        ),
        pytest.param("Bakan Orhan Yelken yarın Peru'yu ziyaret edeceğini söyledi.", "Peru", id="nominal-future"),
        pytest.param(
            "Bakan Orhan Yelken 21 Mayıs'ta Lima'ya gidecek. Yelken, limanla ilgili işler için,"
            " “Lima'ya gideceğiz. Bunu da görüşeceğiz” ifadesini kullandı.",
            "Lima",
            id="travel-told-again-in-other-words",
        ),
    ],
)
def test_what_stands_before_a_visit_is_visited(text: str, place: str) -> None:
    assert [_value(event.get("place")) for event in _events(text, MeetingEvent)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sözcü Lale Deniz, Bakan Orhan Yelken'e atfedilen görüşme iddialarına yanıt verdi.", id="claims"),
        pytest.param("General Veli Reis, Kral Selim Tarhan'ın kabrini ziyaret etti.", id="grave"),
        pytest.param("General Veli Reis ile Bakan Orhan Yelken'in sözleri merakla karşılandı.", id="curiosity"),
        pytest.param("Sözcü Lale Deniz ve Bakan Orhan Yelken toplantı salonunu gezdi.", id="room"),
        pytest.param("Sözcü Lale Deniz ile Bakan Orhan Yelken'in açtığı sergi ziyarete açıldı.", id="open-to-visitors"),
        pytest.param("Lale Deniz ve Orhan Yelken, ziyaretçi sayısının arttığını duyurdu.", id="visitors"),
    ],
)
def test_a_noun_that_only_names_something_else_is_no_meeting(text: str) -> None:
    assert _events(text, MeetingEvent) == []


def test_a_visit_that_is_told_twice_keeps_its_place() -> None:
    text = (
        "Bakan Orhan Yelken'in 9 Mayıs'ta Peru'ya yapması planlanan ziyareti ertelendi."
        " Yelken ziyaret kapsamında Lima'da liman işçileriyle resmi temasta bulunacaktı."
    )
    (event,) = _events(text, MeetingEvent)
    assert (_value(event["place"]), _value(event["status"])) == ("Lima", "cancelled")


def test_where_something_else_happened_is_not_where_they_met() -> None:
    text = "Bakan Orhan Yelken, Lima'da meydana gelen yangını General Veli Reis ile görüştü."
    assert [_value(event.get("place")) for event in _events(text, MeetingEvent)] == [None]


def test_a_visit_during_which_something_is_claimed_does_not_stand_for_what_is_claimed() -> None:
    text = "General Veli Reis'in Umman'a yaptığı ziyarette Amiral Orhan Yelken ile görüştüğü iddia edildi."
    assert [_value(event.get("status")) for event in _events(text, MeetingEvent)] in ([], [None])


def test_after_a_meeting_told_before_somebody_sees_another_off() -> None:
    text = "Görüşmenin ardından Bakan Orhan Yelken'i, Grup Başkanvekili Lale Deniz uğurladı."
    assert _events(text, MeetingEvent) == []


@pytest.mark.parametrize(
    ("text", "supplier", "recipient", "designation"),
    [
        pytest.param(
            "Kestrel Tersanesi, Umman'a iki Orfoz (O-sınıfı) fırkateyni sattı.",
            ["Kestrel Tersanesi"],
            ["Umman"],
            "Orfoz",
            id="letter-in-brackets",
        ),
        pytest.param(
            "Umman, Peru'dan 20 adet Orfoz Kestrel satın aldı.", ["Peru"], ["Umman"], "Orfoz Kestrel", id="counted"
        ),
        pytest.param(
            "Umman, Peru'dan 3 adet ORFOZ SİHA satın aldı. ORFOZ'un testleri bitti.",
            ["Peru"],
            ["Umman"],
            "ORFOZ",
            id="two-acronyms",
        ),
        pytest.param(
            "KITE-2024 fuarında Umman, Peru'dan iki Orfoz sınıfı korvet satın aldı.",
            ["Peru"],
            ["Umman"],
            "Orfoz",
            id="fair",
        ),
        pytest.param("Umman'ın Peru'dan Orfoz alımı sürüyor.", ["Peru"], ["Umman"], "Orfoz", id="traded"),
        pytest.param(
            "Kestrel Tersanesi, Umman'a 2 adet ORFOZ Sınıfı Korvet sattı.",
            ["Kestrel Tersanesi"],
            ["Umman"],
            "ORFOZ",
            id="class-in-capitals",
        ),
        pytest.param(
            "Peru merkezli Kestrel Tersanesi, Umman'a iki Orfoz sınıfı korvet sattı.",
            ["Kestrel Tersanesi"],
            ["Umman"],
            "Orfoz",
            id="seat",
        ),
        pytest.param(
            "Kestrel Tersanesi, Peru'dan sonra Umman'a da iki Orfoz sınıfı korvet sattı.",
            ["Kestrel Tersanesi"],
            ["Umman"],
            "Orfoz",
            id="after-another",
        ),
        pytest.param(
            "Umman'ın Peru'nun inşa ettiği Orfoz sınıfı korvetlerle ilgilendiği bildirildi.",
            ["Peru"],
            ["Umman"],
            "Orfoz",
            id="two-genitives",
        ),
    ],
)
def test_a_deal_has_its_ends(text: str, supplier: list[str], recipient: list[str], designation: str) -> None:
    (event,) = _events(text, ArmsDeal)
    assert (_parties(event, "supplier"), _parties(event, "recipient")) == (supplier, recipient)
    assert _value(event["designation"]) == designation


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Peru, Umman açıklarına iki savaş gemisi gönderdi.", id="ships-sent"),
        pytest.param("Peru donanması envanterindeki Orfoz sınıfı karakol gemisi Umman'a ulaştı.", id="own-ship"),
        pytest.param("Kaptan, BM görevlerinde araçlarının tercih edildiğini aktardı.", id="body-of-states"),
    ],
)
def test_there_is_no_deal(text: str) -> None:
    assert _events(text, ArmsDeal) == []


def test_a_model_that_is_named_before_its_kind_is_nobody_where_it_stands_alone() -> None:
    text = "Umman, Peru'dan 48 adet ORFOZ savaş uçağı satın aldı. ORFOZ'un Umman'a satışı gelecek yıl tamamlanacak."
    (event,) = _events(text, ArmsDeal)
    assert (_parties(event, "supplier"), _parties(event, "recipient")) == (["Peru"], ["Umman"])
    assert _value(event["designation"]) == "ORFOZ"


def test_the_trade_of_a_firm_is_not_what_is_sold() -> None:
    text = "Zırhlı araç üreticisi Kestrel Tersanesi, Umman'a iki Orfoz sınıfı korvet sattı."
    assert [_value(event["description"]) for event in _events(text, ArmsDeal)] == ["korvet"]


def test_what_is_to_be_exported_is_not_delivered() -> None:
    (event,) = _events("Anlaşma uyarınca Peru, Umman'a 24 Orfoz dronu ihraç edecek.", ArmsDeal)
    assert _value(event["stage"]) == "contract"
