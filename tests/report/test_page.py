"""The page as a file: what it allows itself, and that nothing of an article is markup."""

import gzip
import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256

from communique.article import Article
from communique.events import Statement
from communique.report import MARK, report_page
from tests.report.events import contents, record, words

HOSTILE = Article(id='x"><script>id()</script>', text="</script><script>alert(1)</script> Aylin said: 🚀 no.")


def page(title: str = "events.jsonl") -> str:
    said = record(HOSTILE, Statement, {"speaker": {"name": words(HOSTILE, "Aylin")}})
    return report_page(contents(said, articles=(HOSTILE,)), title=title)


def test_the_policy_allows_the_pages_own_scripts_and_style_and_nothing_else() -> None:
    found = page()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', found)
    assert policy is not None
    inside = [
        *re.findall(r"<script>(.*?)</script>", found, re.DOTALL),
        *re.findall(r"<style>(.*?)</style>", found, re.DOTALL),
    ]
    library, script, style = (f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in inside)
    assert policy[1] == (
        f"default-src 'none'; script-src {library} {script}; style-src {style}; base-uri 'none'; form-action 'none'"
    )


def test_nothing_of_an_article_stands_in_the_page_as_it_is() -> None:
    found = page()
    assert "alert(1)" not in found
    assert found.count("<script") == 3
    packed = re.search(r'id="data">([A-Za-z0-9+/=]*)</script>', found)
    assert packed is not None
    data = json.loads(gzip.decompress(b64decode(packed[1])))
    assert data["articles"][0]["text"] == HOSTILE.text


def test_the_title_is_escaped() -> None:
    assert "<title>&lt;b&gt;</title>" in page("<b>")


def test_the_same_contents_give_the_same_bytes() -> None:
    assert page() == page()


def test_the_page_is_told_by_its_mark() -> None:
    assert MARK in page()[:2000]


def test_two_hundred_articles_stay_below_three_megabytes() -> None:
    articles = [
        Article(id=f"{number}", text=f"Aylin {number} said no. " + f"It was day {number}. " * 150)
        for number in range(200)
    ]
    records = [
        record(one, Statement, {"speaker": {"name": words(one, "Aylin")}, "quote": words(one, "no")})
        for one in articles
    ]
    assert len(report_page(contents(*records, articles=tuple(articles)), title="many").encode()) < 3_000_000
