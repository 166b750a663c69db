"""Words that the article has, but with a negation right before or behind them, or governed by one."""

from communique.grounding.findings import Context
from communique.grounding.hard_words import is_negation
from communique.grounding.withheld import withheld
from communique.spans import Span
from communique.word_index import words_of

_NEGATED, _UNSAID = "; its negation is cut off", "; it is not said"


def cut_off(context: Context, first: int, last: int) -> tuple[Span, str] | None:
    """The words from `first` to `last` with what stands around them and turns them into their contrary, and why."""
    words, text = context.article.words, context.article.text
    span = words.span(first, last)
    if (whole := withheld(text, span, context.article.passage.language)) is not None:
        return whole, _UNSAID
    if (start := _neither(context, first)) is not None:
        return Span(start, span.end), _NEGATED
    if first and is_negation(words.word(first - 1)) and (adjoin(context, first - 1) or _is_list(context, first - 1)):
        return words.span(first - 1, last), _NEGATED
    is_cut = last + 1 < len(words.letters) and adjoin(context, last)
    if is_cut and is_negation(words.word(last + 1)):
        return words.span(first, last + 1), _NEGATED
    return None


def _neither(context: Context, first: int) -> int | None:
    """Where the Turkish "ne" begins that stands right before the words, and in the sentence a second time."""
    words, article = context.article.words, context.article
    if article.passage.language != "tr" or not first:
        return None
    at = first - 1 - (words.word(first - 1) == "de")
    if at < 0 or words.word(at) != "ne":
        return None
    sentence = article.source.sentence_at(words.starts[at])
    said = words_of(sentence.span.of(article.text)) if sentence is not None else []
    return words.starts[at] if said.count("ne") > 1 else None


def _is_list(context: Context, word: int) -> bool:
    """Whether "not" and a comma stand there: "We must not, and will not, accept it"."""
    words = context.article.words
    between = context.article.text[words.ends[word] : words.starts[word + 1]].strip()
    return words.word(word) == "not" and between == ","


def adjoin(context: Context, word: int) -> bool:
    """Whether nothing but white space stands between this word and the next."""
    words = context.article.words
    return not context.article.text[words.ends[word] : words.starts[word + 1]].strip()
