"""Turkish: the endings of the word that tells of the event, and of the words that govern it, decide."""

import pytest

from communique.standing.turkish import form_of
from tests.standing.events import option

SENTENCES: dict[str | None, tuple[str, ...]] = {
    "denied": (
        "Bakan, Katarlı mevkidaşıyla görüşmedi.",
        "Aksoy gelecek ay Yusuf ile görüşmeyecek.",
        "Bakan heyetle görüşmeyi reddetti.",
        "Bakanlık iki ismin görüştüğünü yalanladı.",
        "Bakanlık, görüşme yapıldığı iddialarını yalanladı.",
        "İki lider bir araya gelmedi.",
        "Görüşme gerçekleşmedi.",
        "Toplantı yapılmadı.",
        "Bakanın Lahor'u ziyaret etmesi beklenmiyor.",
        "Bakan, elçiyle görüşmediğini söyledi.",
        "Bir görüşme planı yok.",
        "İki bakanın görüşmesi söz konusu değil.",
        "Aksoy, Lahor'u ziyaret etmedi.",
        "Ziyaret gerçekleşmeyecek.",
        "Genelkurmay, komutanların bir araya geldiği haberlerini yalanladı.",
        "Bakan elçiyle hiç görüşmedi.",
        "İki taraf arasında herhangi bir görüşme olmadı.",
        "Cumhurbaşkanı, heyeti kabul etmedi.",
        "Bakan, heyeti kabul etmeyi reddetti.",
        "Bakanlık, Aksoy'un Lahor'u ziyaret ettiğine dair haberleri yalanladı.",
        "İki bakanın bir araya gelmesi beklenmiyor.",
        "Planlanan toplantı yapılmadı.",
        "Komutan gelecek hafta Ankara'yı ziyaret etmeyecek.",
        "Ne bakan ne de yardımcısı heyetle görüştü.",
        "Sözcü, böyle bir görüşmenin gerçekleşmediğini bildirdi.",
        "Görüşme yapılmayacak.",
        "Bakan, elçiyle görüştüğü iddiasını reddetti.",
        "Bakan elçiyle görüşmüyor.",
    ),
    "planned": (
        "Aksoy yarın Yusuf ile görüşecek.",
        "İki bakanın görüşmesi bekleniyor.",
        "İki liderin Ankara'da görüşmesi planlanıyor.",
        "Bakanın mayısta Katar'ı ziyaret etmesi öngörülüyor.",
        "Heyetler salı günü bir araya gelecek.",
        "Görüşme pazartesi günü yapılacak.",
        "Aksoy, Yusuf ile görüşeceğini söyledi.",
        "Toplantının haziranda gerçekleştirilmesi planlanıyor.",
        "Eğer çatışmalar durursa iki bakan bir araya gelecek.",
        "İki bakan görüşürse anlaşma imzalanabilir.",
        "Bakan, mevkidaşıyla görüşmek istiyor.",
        "Ziyaret öncesinde açıklama yapıldı.",
        "Cumhurbaşkanı, emiri Ankara'ya davet etti ve yakında onunla görüşecek.",
        "Bakan, elçiyi salı günü kabul edecek.",
        "Görüşmenin cuma günü yapılması bekleniyor.",
        "Komutanın ziyareti mart ayında gerçekleşecek.",
        "İki lider zirvede bir araya gelmeyi planlıyor.",
        "Toplantının pazartesi düzenlenmesi kararlaştırıldı.",
        "Heyet, Ankara'yı ziyaret edeceğini açıkladı.",
        "Bakanın emirle görüşmesi planlanıyordu.",
        "Ateşkes sağlanırsa bakanlar görüşecek.",
        "Bakanlar bir araya gelebilir.",
        "Yapılacak görüşmede ticaret ele alınacak.",
    ),
    "cancelled": (
        "Görüşme iptal edildi.",
        "Bakanın ziyareti ertelendi.",
        "Aksoy Lahor ziyaretini iptal etti.",
        "Toplantı güvenlik gerekçesiyle ertelendi.",
        "İki bakanın pazartesi günkü görüşmesi son anda iptal edildi.",
        "Planlanan ziyaret iptal edildi.",
        "Bakan, Katar ziyaretini erteledi.",
        "Aksoy ile Yusuf arasındaki görüşme ertelendi.",
        "Cuma günü yapılması planlanan toplantı iptal edildi.",
        "İki bakanın görüşmesi belirsiz bir tarihe ertelendi.",
    ),
    "held": (
        "Güler, gelecek hafta Lahor'a gidecek olan heyetle görüştü.",
        "Aksoy, Yusuf ile görüştü.",
        "Bakanlar pazartesi günü görüştü, anlaşmayı mayısta imzalayacak.",
        "İki lider Ankara'da bir araya geldi.",
        "Bakan, heyeti makamında kabul etti.",
        "Aksoy tersaneyi ziyaret etti.",
        "Görüşme iki saat sürdü.",
        "Görüşmede ikili ilişkiler ele alındı.",
        "Bakan, iddiaları yalanladı ve elçiyle görüştü.",
        "Bakan, elçiyle görüştüğünü söyledi.",
        "Toplantı Ankara'da yapıldı.",
        "İptal edilen ihaleyi soran gazetecilerle bakan dün bir araya geldi.",
        "Komutan, görüştüğü bakanın teklifini reddetti.",
        "Suçlamaları reddeden general, bakanla görüştü.",
        "Bakanlık, iki ismin görüştüğünü doğruladı.",
        "Komutan, konuk heyetle telefonda görüştü.",
        "Bakan, iptal edilen sözleşmenin ardından firma yetkilileriyle görüştü.",
        "Aksoy, yarın Lahor'a gidecek heyeti kabul etti.",
        "Cumhurbaşkanı, bakanı Külliye'de kabul etti.",
        "Bakanlar bir araya gelerek ticareti konuştu.",
        "Görüşmenin ardından açıklama yapıldı.",
        "Heyetler arası toplantı gerçekleştirildi.",
        "Komutan tersaneye ziyarette bulundu.",
        "Bakan, mevkidaşı ile telefon görüşmesi gerçekleştirdi.",
        "Teklifi reddeden bakan, elçiyle görüştü.",
        "Görüşmede, mayısta yapılacak tatbikat ele alındı.",
        "Bakan, seçimlere girmeyeceğini açıkladıktan sonra elçiyle görüştü.",
        "İki komutan dün görüştü ve gelecek ay yeniden bir araya gelecek.",
        "Ziyaret kapsamında anlaşma imzalandı.",
        "Bakan, elçiyle görüştükten sonra ülkeden ayrıldı.",
    ),
    None: (
        "Bakanlık, iki ismin görüştüğünü doğrulamadı.",
        "İki ismin görüştüğü iddia edildi.",
        "Bakanlık, iki ismin görüştüğünü yalanlamadı.",
        "Bakan elçiyle görüştü mü?",
        "Bakanlık görüşmeyi ne doğruladı ne yalanladı.",
        "Bakanın elçiyle görüştüğü öne sürüldü.",
        "Görüşme ertelenmedi.",
    ),
}


@pytest.mark.parametrize(
    ("status", "sentence"), [pytest.param(s, text, id=text) for s, texts in SENTENCES.items() for text in texts]
)
def test_the_status_of_a_sentence(status: str | None, sentence: str) -> None:
    """The status that the sentence decides; None where it must leave it open."""
    assert option(sentence, "tr") == status


@pytest.mark.parametrize(
    ("word", "form"),
    [
        pytest.param("gorustu", "happened", id="past"),
        pytest.param("gorusmedi", "denied", id="negated-past"),
        pytest.param("gorusecek", "planned", id="future"),
        pytest.param("gorusmeyecek", "denied", id="negated-future"),
        pytest.param("gorusurse", "conditional", id="condition"),
        pytest.param("gorusebilir", "conditional", id="possibility"),
        pytest.param("gorustugunu", "fact", id="fact"),
        pytest.param("gorusecegini", "prospect", id="prospect"),
        pytest.param("gorusmesi", "open", id="verbal-noun"),
        pytest.param("ziyareti", "open", id="a-noun-in-ti"),
        pytest.param("toplanti", "open", id="another"),
        pytest.param("gelecek", "open", id="next"),
    ],
)
def test_endings(word: str, form: str) -> None:
    assert form_of(word) == form
