"""Takes the README's pictures: `python -m tools.screenshots`.

The evidence page of the example articles, as the recorded runs of tests/replay have it, in headless Chromium (Debian's
package `chromium`), in light and dark: docs/images/report.png and docs/images/report-dark.png.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from communique.article import Article
from communique.ingest import read_articles
from communique.records import ArticleReport
from communique.report import Contents, report_page

ROOT = Path(__file__).parents[1]
SNAPSHOTS = ROOT / "tests" / "replay" / "snapshots"
IMAGES = ROOT / "docs" / "images"


def contents() -> Contents:
    """The example articles with the events of their recorded runs."""
    lines = [line for path in sorted(SNAPSHOTS.glob("*.json")) for line in json.loads(path.read_text(encoding="utf-8"))]
    articles = [one for one in read_articles([ROOT / "examples" / "articles"]) if isinstance(one, Article)]
    reports = [ArticleReport.model_validate(line) for line in lines if line["schema"] == "communique/article/1"]
    return Contents([line for line in lines if line["schema"] == "communique/record/1"], articles, reports)


def main() -> int:
    """0 when the pictures are written, 1 without a browser."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("no Chromium here: apt-get install chromium", file=sys.stderr)
        return 1
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder, "report.html")
        page_file.write_text(report_page(contents(), title="examples"), encoding="utf-8", newline="\n")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for scheme, name in (("light", "report.png"), ("dark", "report-dark.png")):
            page = browser.new_page(viewport={"width": 1280, "height": 720}, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(page_file.as_uri())
            page.wait_for_selector("body[data-ready]")
            page.keyboard.press("n")
            page.screenshot(path=IMAGES / name)
            print(IMAGES / name)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
