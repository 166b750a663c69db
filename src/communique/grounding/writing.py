"""Whether words that stand side by side in the article are written as one name there, and as a whole one."""

from collections.abc import Sequence
from functools import lru_cache

from communique.annotation import AnnotatedArticle
from communique.article import Language
from communique.source import fold
from communique.spans import Span
from communique.tagging.countries import country_code
from communique.tagging.gazetteer import is_place
from communique.tagging.lexicon import organisations
from communique.tagging.lexicon import words as lexicon_words
from communique.tagging.mentions import NameMention
from communique.tagging.names.name_words import NameWords, Part

_LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_FULL_LINE = 45
_MOST_SPACES = 3
_ABBREVIATION = 3
_LONGEST_SUFFIX = 12
_INDENT = 2


def is_row(parts: Sequence[Part], first: int, article: AnnotatedArticle) -> bool:
    """Whether the parts stand from the word `first` on side by side, the last one in any form."""
    words = article.name_words
    if first + len(parts) > len(words):
        return False
    return all(
        words.keys[first + at] == part.key and is_joined(first + at, part.gap, article)
        for at, part in enumerate(parts[:-1])
    )


def is_joined(at: int, gap: str, article: AnnotatedArticle) -> bool:
    """Whether a name may go on from the word to the next, where the name that is looked for has `gap`: no comma,
    bracket, sentence end or line break stands between them, unless a sentence goes on over the break."""
    words = article.name_words
    raw, wanted = words.raw_between(at), gap.strip()
    if raw == " " and not wanted:
        return True
    here = words.between(at).strip()
    fits = _is_gap(words.keys[at], here, wanted) or (here == "-" and not wanted and not words.is_capital(at + 1))
    if not fits or "\t" in raw or len(raw) > len(here) + _MOST_SPACES:
        return False
    breaks = not _LINE_ENDS.isdisjoint(raw)
    return (not breaks and "." not in here) or _in_one_sentence(at, article) or (breaks and _is_wrapped(at, article))


def _is_gap(key: str, here: str, wanted: str) -> bool:
    if here == wanted:
        return True
    if here in (".", ".-", "-") and wanted in ("", ".", ".-"):
        return len(key) <= (1 if "-" in here else _ABBREVIATION) or (here == "-" and key in lexicon_words("particles"))
    return not here and wanted in (".", "-", "'", ".-")


def _in_one_sentence(at: int, article: AnnotatedArticle) -> bool:
    words = article.name_words
    here = article.source.sentence_at(words.span(at, at).start)
    return here is not None and here is article.source.sentence_at(words.span(at + 1, at + 1).start)


def _is_wrapped(at: int, article: AnnotatedArticle) -> bool:
    """Whether only a full line ends between the two words: "… said that Field Marshal Asim / Munir had …"."""
    words, text = article.name_words, article.text
    end, start = words.span(at, at).end, words.span(at + 1, at + 1).start
    line = text[max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1 : end]
    return not text[end:start].strip() and text[end:start].count("\n") <= 1 and len(line) >= _FULL_LINE


def bounds(first: int, last: int, article: AnnotatedArticle) -> bool | None:
    """Whether a suffix behind an apostrophe follows the words; None where they are only a part of a longer word."""
    words = article.name_words
    ahead = words.between(last)
    behind = words.between(first - 1) if first else ""
    if _is_glued(behind, ahead, first, last, words) or behind == "'":
        return None
    if behind == "-" and not _may_part(first - 1, first, article):
        return None
    if ahead == "-" and not _may_part(last + 1, last, article):
        return None
    return _is_suffixed(last, article) if ahead == "'" else False


def _is_suffixed(last: int, article: AnnotatedArticle) -> bool | None:
    """True where a suffix stands behind the apostrophe, None where the name goes on there ("O'Hara")."""
    words, tail = article.name_words, article.name_words.written(last + 1)
    known = tail.lower() == "s" if article.passage.language == "en" else len(tail) <= _LONGEST_SUFFIX
    return True if known and (tail.islower() or words.written(last).isupper()) else None


def _is_glued(behind: str, ahead: str, first: int, last: int, words: NameWords) -> bool:
    """Whether the words are inside an address ("info@kestrel.com") or amid initials ("N.A.B.C.")."""
    if behind[-1:] in ("_", "@") or ahead[:1] in ("_", "@"):
        return True
    if ahead == ".":
        return not words.is_capital(last + 1) or len(words.keys[last]) == 1
    return behind == "." and len(words.keys[first]) == len(words.keys[first - 1]) == 1


def _may_part(neighbour: int, at: int, article: AnnotatedArticle) -> bool:
    """Whether a hyphen joins two names ("Ankara-Lahore", "Navy-led") and does not make one ("Ali-Haydar"); in Turkish
    text it always joins."""
    words = article.name_words
    if article.passage.language == "tr":
        return True
    dash = words.raw_between(min(neighbour, at))
    return (
        dash in ("–", "—", "―")
        or not words.is_capital(neighbour)
        or words.keys[neighbour] in lexicon_words("particles")
        or is_public(words.written(at))
        or is_public(words.written(neighbour))
    )


@lru_cache(maxsize=5_000)
def is_public(written: str) -> bool:
    """Whether the word is no person's: an acronym, a country, a place or a known body."""
    key, acronym = fold(written), written.isupper() and len(written) > 1
    return acronym or country_code(written) is not None or is_place((key,)) or (key,) in organisations()


def is_word_of_its_own(key: str) -> bool:
    """Whether the word is a place or common in names as it is, and no inflection: "Kara" is not "to Kar"."""
    return is_place((key,)) or key in lexicon_words("modifiers", "ordinary")


def is_name(first: int, last: int, article: AnnotatedArticle) -> bool:
    """Whether the words are written as a name, and as that of one bearer."""
    if first == last:
        return _is_word_a_name(first, article)
    if not article.name_words.is_lower and not _has_capitals(first, last, article):
        return False
    if _is_of_more(first, last, article):
        return False
    return not _is_mixture(first, last, article)


def _has_capitals(first: int, last: int, article: AnnotatedArticle) -> bool:
    """Whether the first word has a capital, and the last one, too, if it is a common word; a name of uncommon words may
    be in small letters whole."""
    words = article.name_words
    common = lexicon_words("function", "ordinary", "calendar")
    if words.is_capital(first) or words.keys[first] in lexicon_words("particles"):
        linked = words.between(last - 1) == "-" or words.keys[last] not in common
        return words.is_capital(last) or (linked and words.is_capital(first))
    return not words.is_capital(last) and any(words.keys[at] not in common for at in range(first, last + 1))


def _is_word_a_name(at: int, article: AnnotatedArticle) -> bool:
    words, key = article.name_words, article.name_words.keys[at]
    span, written = words.span(at, at), words.written(at)
    if not words.is_capital(at) and not words.is_lower and written.islower():
        return article.passage.language == "tr" and words.between(at) == "'"
    if article.passage.language == "en" and key in lexicon_words("calendar") and _is_date(span, article):
        return False
    if not _begins_sentence(at, article) or (written.isupper() and len(written) > 1):
        return True
    held = article.bearers.holding(span)
    return (held is not None and held.span != span) or not _is_common(key, article)


def _is_date(span: Span, article: AnnotatedArticle) -> bool:
    return any(date.span.overlaps(span) for date in article.dates)


def _begins_sentence(at: int, article: AnnotatedArticle) -> bool:
    start = article.name_words.span(at, at).start
    sentence = article.source.sentence_at(start)
    return sentence is not None and start - sentence.span.start <= _INDENT and "'" not in article.name_words.between(at)


def _is_common(key: str, article: AnnotatedArticle) -> bool:
    """Whether the word is also none of a name: a function word, or one that the article writes small, too."""
    words = article.name_words
    if key in lexicon_words("function"):
        return True
    places = words.positions[key]
    return len(places) > 1 and not words.is_lower and any(not words.is_capital(at) for at in places)


def _is_of_more(first: int, last: int, article: AnnotatedArticle) -> bool:
    """Whether the words begin the longer name of another body: "Ministry of Defence" in "Ministry of Defence
    Production", not in "Ministry of Defence of Qatar"."""
    words = article.name_words
    if words.keys[first] not in lexicon_words("bodies") or words.keys[first + 1] != "of":
        return False
    span = words.span(first, last)
    held = article.bearers.touching(span)
    is_longer = any(mention.span.start <= span.start and mention.span.end > span.end for mention in held)
    return is_longer and words.between(last) == " " and words.is_capital(last + 1)


def _is_mixture(first: int, last: int, article: AnnotatedArticle) -> bool:
    """Whether parts of two names meet in the words: two tagged ones, or the ends of two persons' full names."""
    span = article.name_words.span(first, last)
    touched = article.bearers.touching(span)
    if len(touched) > 1 and not any(mention.span.contains(span) for mention in touched):
        broken = not _LINE_ENDS.isdisjoint(span.of(article.text))
        return not (broken and all(span.contains(mention.span) for mention in touched))
    if any(_goes_on_behind(mention, span, article) for mention in touched):
        return True
    proved = any(mention.span == span and (mention.title or mention.role) for mention in touched)
    return not proved and article.bearers.splits(tuple(article.name_words.keys[first : last + 1]))


def _goes_on_behind(mention: NameMention, span: Span, article: AnnotatedArticle) -> bool:
    """Whether a person's longer name goes on behind the words, which end with another person's surname: "Ann Ellis" of
    "Ann Ellis Park", beside a Ron Ellis."""
    if mention.kind != "person" or mention.span.start != span.start or mention.span.end <= span.end:
        return False
    keys = article.bearers.keys(mention._replace(span=span))
    return not article.bearers.is_full(keys) and bool(article.bearers.surnamed(keys[-1:]) - {mention.entity})


def is_general(name: str, language: Language) -> bool:
    """Whether an English name says no more than an office or a body in general does: "the Ministry"."""
    keys = [key for key in fold(name).replace(".", "").split() if key not in lexicon_words("links")]
    return language == "en" and len(keys) == 1 and keys[0] in lexicon_words("heads", "titles", "bodies")
