"""langextract's WordAligner with its default settings: what it aligns, exactly or not, is held to be supported."""

from langextract.core.data import Extraction
from langextract.resolver import WordAligner


def accepts(text: str, value: str) -> bool:
    """Whether the value is aligned with a span of the text."""
    return aligned(text, [value])[0]


def aligned(text: str, values: list[str]) -> list[bool]:
    """Whether each value of a list is aligned, all in one call, as after an extraction."""
    given = [Extraction(extraction_class="value", extraction_text=value) for value in values]
    WordAligner().align_extractions([given], text)
    return [one.char_interval is not None for one in given]
