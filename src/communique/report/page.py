"""The page itself: a template, its style and scripts and the packed data, put together into one file.

Nothing is fetched and nothing of the data is markup: it lies gzipped in base64 (RFC 4648) in a script that no browser
runs, and the scripts put it on the page as text. The policy (CSP level 3) allows these scripts and this style by their
hashes, and nothing else.
"""

import gzip
import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

from communique.report.contents import Contents

MARK = '<meta name="generator" content="communique">'
"""By which a page of ours is told from another file."""

SCRIPTS = ("data", "values", "text", "cards", "corrections", "filters", "charts", "drawings", "linked", "page")
"""The scripts of assets/, in the order they run; each is one concept, and they share one scope."""

_ASSETS = files("communique") / "report" / "assets"


def report_page(contents: Contents, *, title: str) -> str:
    """The whole page as HTML: it opens from disk, asks for nothing and runs only its own scripts."""
    library = _asset("vendor/d3.min.js")
    script = "\n".join(("(() => {", '"use strict";', *(_asset(f"{name}.js") for name in SCRIPTS), "})();"))
    style = _asset("page.css")
    return Template(_asset("page.html")).substitute(
        policy=_policy((library, script), style),
        title=escape(title),
        style=style,
        data=_packed(contents),
        library=library,
        script=script,
    )


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _policy(scripts: tuple[str, ...], style: str) -> str:
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(_hash(script) for script in scripts),
        "style-src": _hash(style),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {held}" for name, held in rules.items())


def _hash(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _packed(contents: Contents) -> str:
    """The data, gzipped without a time (so that the same input gives the same bytes), in base64."""
    text = json.dumps(contents.data(), separators=(",", ":"))
    return b64encode(gzip.compress(text.encode("ascii"), compresslevel=9, mtime=0)).decode()
