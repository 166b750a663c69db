"""The site has every page, its reference is complete and new, and its links lead somewhere."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import communique
from tests.documentation.pages import DOCS, ROOT, addresses, all_pages, anchors, links, site_pages
from tools import reference

WHEELS = ("schemas/", "prompts/")
"""What the wheel brings itself."""

PAGES = [pytest.param(page, id=page.relative_to(ROOT).as_posix()) for page in all_pages()]


def test_the_navigation_has_every_page_once() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    named = re.findall(r"^ +- (\S+\.md)$", navigation, re.MULTILINE)
    pages = {page.relative_to(DOCS).as_posix() for page in site_pages()}
    assert len(named) == len(set(named))
    assert set(named) == pages


def test_the_reference_of_the_commands_is_what_help_prints() -> None:
    assert reference.PAGE.read_text(encoding="utf-8") == reference.page(), "run `python -m tools.reference`"


def test_the_reference_of_the_library_has_every_public_name() -> None:
    page = (DOCS / "reference" / "python.md").read_text(encoding="utf-8")
    documented = [path.rpartition(".")[2] for path in re.findall(r"^::: (\S+)$", page, re.MULTILINE)]
    assert sorted(documented) == sorted(communique.__all__)


@pytest.mark.parametrize("page", PAGES)
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    for link in links(page):
        target, _, anchor = link.partition("#")
        if urlsplit(link).scheme:
            continue
        linked = page.parent / target if target else page
        if target in WHEELS and not linked.exists():  # the wheel is tested with these left out of the checkout
            continue
        assert linked.exists(), link
        assert not anchor or anchor in anchors(linked), link


@pytest.mark.parametrize("page", PAGES)
def test_addresses_of_the_web_are_well_formed(page: Path) -> None:
    """Nobody is asked: `python -m tests.documentation.pages` lists them, for whoever wants to."""
    for address in addresses(page):
        parts = urlsplit(address)
        assert parts.scheme == "https", address
        assert re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", parts.netloc), address
