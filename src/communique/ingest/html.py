"""HTML pages to text and date. Nothing is fetched: only the given bytes are read."""

from datetime import date

from htmldate import find_date
from trafilatura import bare_extraction

from communique.article import Article


def html_article(page: str, article_id: str) -> Article:
    """The article of a page: text and metadata by trafilatura, publication date by htmldate."""
    found = bare_extraction(page, include_comments=False, include_tables=False, with_metadata=True)
    published = find_date(page, original_date=True, extensive_search=False) if page.strip() else None
    return Article(
        id=article_id,
        text=(found.text if found is not None else None) or "",
        title=found.title if found is not None else None,
        url=found.url if found is not None else None,
        published=date.fromisoformat(published) if published else None,
        published_from="metadata" if published else None,
    )
