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
