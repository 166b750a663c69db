"""Files to articles: text, Markdown, HTML, JSONL and CSV, in files, folders, patterns and standard input."""

from communique.ingest.paths import count_articles
from communique.ingest.reading import FailedArticle, read_articles

__all__ = ["FailedArticle", "count_articles", "read_articles"]
