"""A headless Chromium (Debian's package, or Playwright's own), and pages opened from disk in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from communique.report import Contents, report_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NO_BROWSER = "needs Chromium: apt-get install chromium"


@dataclass
class Opened:
    """A page that is ready, with what its console said and every address it asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a module's tests; without one they are skipped, and with CI=true they fail.

    Not for the session: Playwright runs an event loop in this thread, and blocking calls refuse to run inside of one.
    """
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail(NO_BROWSER, pytrace=False)
        pytest.skip(NO_BROWSER)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])  # root has no sandbox
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of some contents from disk; at the end nothing may have gone wrong and nothing been asked for."""
    pages: list[Opened] = []

    def open_page(contents: Contents, *, width: int = 1400, dark: bool = False) -> Opened:
        path = tmp_path / f"report {len(pages)}.html"
        path.write_text(report_page(contents, title="events.jsonl"), encoding="utf-8", newline="\n")
        size, scheme = {"width": width, "height": 900}, "dark" if dark else "light"
        page = browser.new_page(viewport=size, color_scheme=scheme, accept_downloads=True)  # type: ignore[arg-type]
        one = Opened(page)
        page.on("console", lambda message: one.said.append(message.text))
        page.on("pageerror", lambda error: one.said.append(str(error)))
        page.on("request", lambda request: one.asked.append(request.url))
        page.goto(path.as_uri())
        page.wait_for_selector("body[data-ready]")
        pages.append(one)
        return one

    yield open_page
    for one in pages:
        assert one.said == []
        assert {address for address in one.asked if not address.startswith("blob:")} == {one.asked[0]}
        assert one.asked[0].startswith("file:")
        one.page.close()
