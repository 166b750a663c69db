"""Parts of docs/quality.md that other commands write, each between two marks: kept when the page is made anew."""

import re
from collections.abc import Iterable


def with_block(page: str, name: str, body: str) -> str:
    """The page with the body in its block of that name, at the end where there was none."""
    marked = f"<!-- {name}: begin -->\n\n{body.strip()}\n\n<!-- {name}: end -->\n"
    there = _pattern(name)
    return there.sub(lambda _: marked, page) if there.search(page) else f"{page.rstrip()}\n\n{marked}"


def with_blocks_of(page: str, old: str, names: Iterable[str]) -> str:
    """The page with the blocks that the old one had."""
    for name in names:
        found = _pattern(name).search(old)
        page = with_block(page, name, found["body"]) if found else page
    return page


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"<!-- {name}: begin -->\n(?P<body>.*?)<!-- {name}: end -->\n", re.DOTALL)
