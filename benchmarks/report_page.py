"""How the evidence page opens: `python -m benchmarks.report_page [ARTICLES]`.

Makes a page of so many articles (200 unless given) of some 400 words with five events each, opens it from disk in
headless Chromium and prints its size and the time that the main thread was busy until it was ready, as the browser
counts it (Chrome DevTools Protocol, Performance.getMetrics); the median of five openings.
"""

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tests.report.events import contents, record, words

from communique.article import Article
from communique.events import Statement
from communique.records import EventRecord
from communique.report import report_page

OPENINGS = 5
SENTENCES = 40
EVENTS = 5


def page_of(count: int) -> str:
    """The page of `count` articles."""
    articles = [Article(id=f"article-{number}", language="en", text=_text(number)) for number in range(count)]
    records = [_said(article, person) for article in articles for person in range(EVENTS)]
    return report_page(contents(*records, articles=tuple(articles)), title=f"{count} articles")


def _text(number: int) -> str:
    lines = [f"Speaker Number{person} said that convoy {number} reached port {person}." for person in range(EVENTS)]
    filler = [f"Vessel {number} lay at berth {berth} while crews took stores aboard." for berth in range(SENTENCES)]
    return "\n\n".join([*lines, *filler])


def _said(article: Article, person: int) -> EventRecord:
    event = {
        "speaker": {"name": words(article, f"Number{person}")},
        "quote": words(article, f"reached port {person}"),
        "cue": words(article, "said"),
    }
    return record(article, Statement, event, ordinal=person)


def busy(browser: Browser, path: Path) -> float:
    """Milliseconds of the main thread's tasks until the page is ready."""
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(path.as_uri())
    page.wait_for_selector("body[data-ready]")
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    page.close()
    return 1000 * float(metrics["TaskDuration"])


def main(arguments: list[str]) -> int:
    """Prints size and time; 1 without a browser."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("no Chromium here: apt-get install chromium", file=sys.stderr)
        return 1
    count = int(arguments[0]) if arguments else 200
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "report.html")
        path.write_text(page_of(count), encoding="utf-8", newline="\n")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        times = [busy(browser, path) for _ in range(OPENINGS)]
        browser.close()
        size = path.stat().st_size / 1_000_000
    opened = f"main thread busy for {statistics.median(times):.0f} ms"
    print(f"{count} articles, {count * EVENTS} events: {size:.2f} MB; {opened}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
