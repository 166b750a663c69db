"""Quotes and reported speech with their speakers and cues."""

from communique.tagging.quotes.attribution import attributed
from communique.tagging.quotes.tagger import tag_quotes

__all__ = ["attributed", "tag_quotes"]
