"""Quotes and reported speech with their speakers and cues."""

from communique.tagging.quotes.attribution import attributed, is_denied, is_pronoun
from communique.tagging.quotes.tagger import tag_quotes
from communique.tagging.quotes.utterances import Utterance, utterances

__all__ = ["Utterance", "attributed", "is_denied", "is_pronoun", "tag_quotes", "utterances"]
