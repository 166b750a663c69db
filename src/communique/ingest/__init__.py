"""Files to articles: text, Markdown, HTML, JSONL and CSV, in files, folders, patterns and standard input."""

from communique.ingest.reading import FailedArticle, read_articles

__all__ = ["FailedArticle", "read_articles"]
