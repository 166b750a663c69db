"""Which sentences look like an event: many ways to tell of one, and words that only look like it."""

import pytest

from communique.article import Article, Language
from communique.events import ArmsDeal, Event, MeetingEvent
from communique.extractor import annotated_article
from communique.rules.cues import cues_of
from communique.rules.triggers import trigger

MEETINGS = (
    "The general will be at the fair at the invitation of his counterpart.",
    "Both ministers are expected to attend.",
    "The delegations were headed by Ada Kent and Lino Ferro.",
    "The minister will come to Oman next month.",
    "The premier received a call from the president.",
    "Defence Minister Cemil Aksoy met Gen. Haroon Yusuf in Doha.",
    "Gen. Haroon Yusuf received his Turkish counterpart, Cemil Aksoy, at the ministry.",
    "Prime Minister Selim Tarhan hosted President Ada Korkmaz for dinner.",
    "Defence Minister Cemil Aksoy paid a courtesy call on President Ada Korkmaz.",
    "Defence Minister Cemil Aksoy will travel to Lahore in May.",
    "The two held wide-ranging talks.",
    "The ministers gathered in Baku for a summit.",
    "Gen. Haroon Yusuf sat down with Cemil Aksoy.",
    "Foreign Minister Ada Korkmaz spoke with Selim Tarhan by phone.",
    "A call between Foreign Minister Ada Korkmaz and Prime Minister Selim Tarhan turned into talks.",
    "The visit of Foreign Minister Ada Korkmaz to Prime Minister Selim Tarhan was called off.",
    "Minister Ada Korkmaz is visiting Malaysia.",
    "President Selim Tarhan welcomed visiting Foreign Minister Ada Korkmaz.",
    "Minister Ada Korkmaz flew to Muscat on Sunday.",
    "Gen. Haroon Yusuf had an audience with the king.",
    "Minister Cemil Aksoy held consultations with Gen. Haroon Yusuf.",
    "Minister Ada Korkmaz arrived in Tunis.",
    "Minister Cemil Aksoy, after receiving Gen. Haroon Yusuf, left for home.",
    "Gen. Haroon Yusuf phoned Minister Cemil Aksoy.",
    "Gen. Haroon Yusuf received here on Monday Turkish Minister Cemil Aksoy.",
    "Gen. Haroon Yusuf and Cemil Aksoy reviewed over the phone the state of the port.",
    "The session brought together Gen. Haroon Yusuf and Cemil Aksoy.",
    "Gen. Haroon Yusuf received in his office on Monday Minister Cemil Aksoy.",
    "Gen. Haroon Yusuf received in his office at Bait al Bahr on Monday, Minister Cemil Aksoy.",
    "Gen. Haroon Yusuf spoke to Minister Cemil Aksoy on Monday.",
    "Gen. Haroon Yusuf received in Riyadh on Wednesday the Malaysian minister, Cemil Aksoy.",
    "Minister Ada Korkmaz and Prime Minister Selim Tarhan co-chaired the session.",
    "Minister Ada Korkmaz discussed fishing rights with Prime Minister Selim Tarhan.",
    "Air Chief Marshal Haroon Yusuf left for Rome on a four-day visit.",
    "No meeting between Minister Cemil Aksoy and Gen. Haroon Yusuf has been held.",
)
NO_MEETINGS = (
    "The party will come to power next month.",
    "The ministers will attend the parade.",
    "The exercise met most of its targets.",
    "Sales met expectations in May.",
    "The firm could not meet demand for engines.",
    "Minister Ada Korkmaz received an award for her novel.",
    "Gen. Haroon Yusuf received a letter of thanks.",
    "The proposal met with fierce resistance.",
    "Minister Ada Korkmaz called on both sides to show restraint.",
    "Minister Ada Korkmaz welcomed the decision of the court.",
    "The harbour was full of fishing boats.",
    "Experts of both ministries meet regularly.",
    "Haroon Yusuf thanked Cemil Aksoy for the invitation to visit Oman.",
    "Minister Ada Korkmaz invited her counterpart to visit Oman.",
    "The range is used for tests of engines.",
)
TURKISH_MEETINGS = (
    "Bakanın bu hafta yapması planlanan Umman ziyareti ileri bir tarihe ertelendi.",
    "Foruma Umman, Peru ve Kenya savunma bakanları katılacak.",
    "Bakanın dönüşte Maskat'a uğraması bekleniyor.",
    "Oramiral çarşamba günü Lima'ya varmıştı.",
    "Umman heyetine Ada Kent, Peru heyetine Lino Ferro başkanlık etti.",
    "Savunma Bakanı Cemil Aksoy, Orgeneral Harun Yusuf ile bir araya geldi.",
    "Savunma Bakanı Cemil Aksoy, Orgeneral Harun Yusuf ile görüştü.",
    "Bakan Aksoy, büyükelçiyi makamında kabul etti.",
    "Bakan Aksoy, Cumhurbaşkanı tarafından kabul edildi.",
    "Bakan Aksoy'un bugün Doha'da mevkidaşıyla görüşmesi bekleniyor.",
    "İki bakan telefonda görüştü.",
    "Bakan Aksoy, Katar'a resmi ziyarette bulundu.",
    "Komutan, tersanede incelemelerde bulunacak.",
    "Bakan Aksoy, konuk generali törenle karşıladı.",
    "İkili, kahvaltıda buluştu.",
    "Bakan Aksoy'un Yusuf ile gizlice buluştuğu öne sürüldü.",
    "Bakan Aksoy, Orgeneral Yusuf'u telefonla aradı.",
    "Bakanlar heyetler arası görüşmeye başkanlık etti ve baş başa görüştü.",
    "Orgeneral Harun Yusuf, Savunma Bakanı Cemil Aksoy'u ziyaret edecek.",
    "Bakan Ada Korkmaz ile Bakan Selim Tarhan arasındaki görüşme iptal edildi.",
    "Bakan Aksoy, Bakan Ada Korkmaz'ın davetlisi olarak geldi.",
    "Komutan, Karaçi'de temaslarda bulundu.",
    "Cumhurbaşkanı, konuk bakanı ağırladı.",
    "Bakan Aksoy, Yusuf ile video konferansla konuştu.",
    "Bakan Aksoy, Doha'yı ziyaret etti.",
    "Bakan Cemil Aksoy, Yaşar Tarhan tarafından kabul edildi.",
    "Bakan Cemil Aksoy, Selim Tarhan ile ticareti ele aldı.",
    "Umman ve Katar heyetleri masaya oturdu.",
    "Bakan Cemil Aksoy'un Doha'ya yapacağı ziyaret ertelendi.",
)
NO_TURKISH_MEETINGS = (
    "Tesis, ordunun ihtiyacını karşılayacak.",
    "Karar memnuniyetle karşılandı.",
    "Bakanlık talepleri karşıladı.",
    "Yasa tasarısı Mecliste kabul edildi.",
    "Teklif oy birliğiyle kabul edildi.",
    "Şirket kârını açıkladı.",
    "Uçak sorunsuz indi.",
    "Rapor, hatayı kabul etti.",
    "Liman bir milat olarak kabul ediliyor.",
    "Gemi denize indirildi.",
)
DEALS = (
    "Egypt bought eight frigates.",
    "Qatar has ordered 36 armed drones.",
    "The navy took delivery of the last corvette in May.",
    "Denizak sold the patrol boats to Kuwait.",
    "Malaysia is weighing a follow-on order for three mission ships.",
    "Parliament approved the purchase of twelve helicopters.",
    "The ministry signed a contract for howitzers.",
    "Under the deal, the yard will hand over four minehunters.",
    "Oman is interested in Turkish armoured vehicles.",
    "Talks on the sale of jets have resumed.",
    "Peru leased two submarines.",
    "The firm won a tender for night-vision goggles.",
    "Two cutters were donated to Senegal.",
    "Chile cancelled the order for radars.",
    "The yard is building three ships for the Royal Navy of Oman.",
    "Kuwait received the first drones in June.",
    "The first tanks were shipped to Jordan.",
    "The frigate entered service under a licence of the yard.",
    "Ghana exported rifles to Togo.",
    "Germany gave the green light to the export of torpedoes.",
)
NO_DEALS = (
    "Crews will have to deal with 120 dummy mines from the ships.",
    "The show with the jets was sold out.",
    "The minister delivered a speech aboard the frigate.",
    "He ordered an inquiry into the drone crash.",
    "The drones were kept in order to save fuel.",
    "Police called it a contract killing with a rifle.",
    "The general awarded medals to the crew of the helicopter.",
    "The ministers spoke about cooperation in drones.",
    "A frigate fired a salute.",
    "The navy offered condolences to the helicopter's crew.",
)
TURKISH_DEALS = (
    "Katar altı helikopter satın aldı.",
    "Ordu elli adet zırhlı araç satın alacak.",
    "Bakanlık, obüsler için sözleşme imzaladı.",
    "Şirket dört korvet teslim etti.",
    "Umman, Türk insansız hava araçlarıyla ilgileniyor.",
    "Pakistan, eğitim uçağı almakla ilgilendiğini bildirdi.",
    "Parlamento, füze alımını onayladı.",
    "Şili radar siparişini iptal etti.",
    "Türkiye iki hücumbot hibe etti.",
    "Firkateyn alımına ilişkin müzakereler sürüyor.",
    "Tersane, Umman için iki karakol gemisi inşa ediyor ve teslim edecek.",
    "Ürdün'e yirmi tank gönderildi.",
    "İlk helikopterler hizmete girdi.",
    "Gana, tüfek ihracatına başladı.",
    "Şirket, torpido ihalesini kazandı.",
    "Peru iki denizaltı kiraladı.",
    "Polonya insansız deniz aracı almak istiyor.",
    "Kuveyt uçakları teslim aldı.",
    "Bakanlık, mühimmat tedarik edecek.",
    "Şirket füze satmayı teklif etti.",
)
NO_TURKISH_DEALS = (
    "Bakanlar insansız hava araçları alanında iş birliğini ele aldı.",
    "Tatbikatta iki firkateyn yer aldı.",
    "Helikopter görev almak üzere havalandı, personel dikkatle izledi.",
    "Pilotlar uçağın başında konuştu.",
    "Taraflar silah sistemleri konusundaki anlaşmazlığı konuştu.",
    "Gemi limana demirledi.",
    "Ateşkes anlaşması silahları susturdu.",
    "Tanklar geçit töreninde yürüdü.",
    "Komutan, denizaltıyı gezdi.",
    "Roket denize düştü.",
)


def proposes(event: type[Event], text: str, language: Language) -> bool:
    article = annotated_article(Article(text=text, language=language))
    cues = cues_of(event, language)
    assert cues is not None
    return any(trigger(article, event, cues, sentence.span) for sentence in article.numbered.values())


@pytest.mark.parametrize(
    ("event", "language", "sentences"),
    [
        pytest.param(MeetingEvent, "en", MEETINGS, id="meetings"),
        pytest.param(MeetingEvent, "tr", TURKISH_MEETINGS, id="turkish-meetings"),
        pytest.param(ArmsDeal, "en", DEALS, id="deals"),
        pytest.param(ArmsDeal, "tr", TURKISH_DEALS, id="turkish-deals"),
    ],
)
def test_a_sentence_that_tells_of_one_is_proposed(
    event: type[Event], language: Language, sentences: tuple[str, ...]
) -> None:
    assert [text for text in sentences if not proposes(event, text, language)] == []


@pytest.mark.parametrize(
    ("event", "language", "sentences"),
    [
        pytest.param(MeetingEvent, "en", NO_MEETINGS, id="no-meetings"),
        pytest.param(MeetingEvent, "tr", NO_TURKISH_MEETINGS, id="no-turkish-meetings"),
        pytest.param(ArmsDeal, "en", NO_DEALS, id="no-deals"),
        pytest.param(ArmsDeal, "tr", NO_TURKISH_DEALS, id="no-turkish-deals"),
    ],
)
def test_a_sentence_that_only_looks_like_one_is_not(
    event: type[Event], language: Language, sentences: tuple[str, ...]
) -> None:
    assert [text for text in sentences if proposes(event, text, language)] == []
