"""Values that the article names only to say that it was another."""

from communique.annotation import AnnotatedArticle
from communique.grounding.findings import Finding
from communique.spans import Span
from communique.standing import contrast
from communique.verdicts import Verdict


def is_excluded(span: Span, article: AnnotatedArticle) -> bool:
    """Whether the words beside the value deny it: "three, not two"."""
    return contrast.is_excluded(article.text, article.passage.language, span)


def excluded(span: Span, article: AnnotatedArticle) -> Finding:
    """The finding for such a value."""
    words = span.of(article.text)
    return Finding(Verdict.CONTRADICTED, f"the article says that it was not {words!r}", span, found=words)
