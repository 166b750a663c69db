"""The built site opens from disk: it asks for nothing from elsewhere, and its search finds words.

`zensical build --strict` (extra `docs`) makes it; `.ci/run` does, and then runs this.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.documentation.pages import ROOT
from tests.report.conftest import browser  # noqa: F401 - a fixture

SITE = ROOT / "site"
NOT_BUILT = "no site/ here: `zensical build --strict` makes it"

pytestmark = pytest.mark.skipif(not SITE.is_dir(), reason=NOT_BUILT)


@pytest.fixture
def asked() -> list[str]:
    """Every address that the page asked for."""
    return []


@pytest.fixture
def page(browser: Browser, asked: list[str]) -> Iterator[Page]:  # noqa: F811 - the fixture
    """A page opened from disk."""
    opened = browser.new_page()
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto((SITE / "architecture.html").as_uri())
    yield opened
    opened.close()


def test_search_works_without_a_server(page: Page, asked: list[str]) -> None:
    page.keyboard.press("/")
    page.keyboard.type("coreferent", delay=20)
    found = page.get_by_role("link").filter(has_text=re.compile("Where a value may stand"))
    expect(found.first).to_be_visible(timeout=20_000)
    assert [address for address in asked if not address.startswith("file:")] == []


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in sorted(SITE.glob("*.html"))])
def test_no_page_loads_anything_from_elsewhere(path: Path) -> None:
    loaded = re.findall(
        r"<(?:script|img|iframe|link)\b[^>]*?(?:src|href)=[\"']?(https?:[^\"' >]+)", path.read_text("utf-8")
    )
    assert loaded == []
