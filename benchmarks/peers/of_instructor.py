"""instructor's CitationMixin: a quote is kept where it stands in the context with up to five character errors."""

from instructor import CitationMixin


def accepts(text: str, value: str) -> bool:
    """Whether the value is kept as a citation of the text."""
    kept = CitationMixin.model_validate({"substring_quotes": [value]}, context={"context": text})
    return bool(kept.substring_quotes)
