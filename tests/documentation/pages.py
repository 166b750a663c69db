"""The pages of the documentation: where they are, and what they link to."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
IN_ROOT = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "examples/README.md")
_CODE = re.compile(r"^(`{3,}).*?^\1`*$|`[^`\n]+`|<!--.*?-->", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_BARE = re.compile(r"https?://[^\s)>\"'`|]+")


def site_pages() -> list[Path]:
    """The sources of the site."""
    return sorted(DOCS.rglob("*.md"))


def all_pages() -> list[Path]:
    """The sources of the site, and the pages in the root."""
    return [path for path in (ROOT / name for name in IN_ROOT) if path.exists()] + site_pages()


def links(page: Path) -> Iterator[str]:
    """The targets of a page's links and pictures, code left out."""
    yield from _LINK.findall(_CODE.sub("", page.read_text(encoding="utf-8")))


def addresses(page: Path) -> Iterator[str]:
    """Every address of the web that a page's prose names."""
    for found in _BARE.findall(_CODE.sub("", page.read_text(encoding="utf-8"))):
        yield found.rstrip(".,;:")


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = _HEADING.findall(
        re.sub(r"^(`{3,}).*?^\1`*$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    )
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


if __name__ == "__main__":
    print(*sorted({address for page in all_pages() for address in addresses(page)}), sep="\n")  # noqa: T201
