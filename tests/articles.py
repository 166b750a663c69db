"""Small articles for tests, written by us."""

from datetime import date

from communique.article import Article

ENGLISH = Article(
    id="en",
    text=(
        "Turkish Defence Minister Cemil Aksoy met Gen. Haroon Yusuf in Rawalpindi on Thursday.\n\n"
        "“Our friendship needs no interpreter,” Yusuf said.\n\n"
        "In September 2020, the Pakistan Navy signed a contract with the Turkish firm Denizak for two patrol vessels."
    ),
    published=date(2026, 2, 13),
    language="en",
)
EMPTY = Article(id="empty", text=" \n", language="en")
TURKISH = Article(
    id="tr",
    text=(
        "Milli Savunma Bakanı Cemil Aksoy, Katar Savunma Bakanı Halid Mansur ile 12 Şubat 2026'da Ankara'da bir araya "
        "geldi.\n\n"
        "Aksoy, “Ortak üretime hazırız” dedi.\n\n"
        "Katar, Türk firması Denizak'tan 430 milyon dolarlık iki devriye gemisi satın aldı."
    ),
    published=date(2026, 2, 13),
    language="tr",
)
OVERLOOKED = Article(
    id="overlooked",
    text=(
        "Defence Minister Cemil Aksoy and Gen. Haroon Yusuf arrived in Rawalpindi on Thursday.\n\n"
        "The teams held talks in the evening.\n\n"
        "“Our friendship needs no interpreter,” the guest told reporters."
    ),
    published=date(2026, 2, 13),
    language="en",
)
GOZDEN_KACAN = Article(
    id="gozden-kacan",
    text=(
        "Cemil Aksoy ile Halid Mansur perşembe günü Ankara'da dinlendi.\n\n"
        "Heyetler akşam saatlerinde görüştü.\n\n"
        "Konuk bakan, “Dostluğumuz tercüman istemez” dedi."
    ),
    published=date(2026, 2, 13),
    language="tr",
)
CROWDED = Article(
    id="crowded",
    text=(
        "The harbour was closed.\n\n"
        "Omani Defence Minister Salim Harthi met Greek Defence Minister Nikos Pappas and Admiral Petros Kallias in "
        "Muscat on Monday and discussed fishing rights.\n\n"
        "The guests left on Tuesday."
    ),
    language="en",
)
KALABALIK = Article(
    id="kalabalik",
    text=(
        "Liman kapalıydı.\n\n"
        "Umman Savunma Bakanı Salim Harthi, Yunanistan Savunma Bakanı Nikos Pappas ve Oramiral Petros Kallias ile "
        "pazartesi günü Maskat'ta bir araya geldi.\n\n"
        "Konuklar salı günü ayrıldı."
    ),
    language="tr",
)
