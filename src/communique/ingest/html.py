"""HTML pages to text and date. Nothing is fetched: only the given bytes are read."""

from datetime import date
from pathlib import Path

from htmldate import find_date
from trafilatura import bare_extraction
from trafilatura.settings import Document

from communique.article import Article
from communique.errors import InputError


def html_article(page: str, article_id: str, path: Path | str) -> Article:
    """The article of a page: text and metadata by trafilatura, publication date by htmldate; raises InputError
    (`no_text`) for a page in which none is found, but not for an empty one."""
    read = bare_extraction(page, include_comments=False, include_tables=False, with_metadata=True)
    found = read.as_dict() if isinstance(read, Document) else {}
    if page.strip() and not found.get("text"):
        raise InputError("no article is found in this page", code="no_text", path=path, mend="give its text as .txt")
    published = find_date(page, original_date=True, extensive_search=False) if page.strip() else None
    return Article(
        id=article_id,
        text=found.get("text") or "",
        title=found.get("title"),
        url=found.get("url"),
        published=date.fromisoformat(published) if published else None,
        published_from="metadata" if published else None,
    )
