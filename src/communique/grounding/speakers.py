"""Checks of speakers: the words must be attributed to whom the claim names, by name, office, pronoun or country."""

import re
from collections.abc import Iterator

from communique.annotation import AnnotatedArticle
from communique.drafts import Proposed
from communique.fields import Name
from communique.grounding.findings import Context, Finding
from communique.grounding.names import ground_name
from communique.shapes import FieldShape
from communique.spans import Span
from communique.tagging.countries import country_code
from communique.tagging.mentions import NameMention, QuoteMention
from communique.tagging.names.titles import bare_name, is_office
from communique.tagging.quotes import is_denied, is_pronoun
from communique.tagging.suffixes import inflection_of
from communique.verdicts import Verdict
from communique.word_index import words_of

_TWO = 2
_SHORTEST_RANK = 3
_LONGEST_WORD = 40
_CAPITALS = re.compile(r"(?<![\w’'-])(?:[^\W\d_a-zçğıöşü][\w.’'-]*\s+)*[^\W\d_a-zçğıöşü][\w.’'-]*$")
_OF = re.compile(r"(?<!\w)(?:of|for)\s+$")
_OWNS = re.compile(r"['’](?:s|n?[ıiuü]n)(?!\w)(?!\s*[“\"«‘']?$)")
_WORD_BEFORE = re.compile(r"(?<!\w)([\w’'-]+) $")
_SHAPE = FieldShape("speaker", Name, None, False, "")  # noqa: FBT003 - FieldShape takes its members in order


def ground_speaker(finding: Finding, speaker: str, context: Context) -> Finding:
    """The finding on words that the article has, refused where it does not attribute them to `speaker`."""
    article, span = context.article, finding.span
    if span is None or not finding.verdict.asserted:
        return finding
    quote = _innermost(article.quotes, span)
    if quote is None or quote.speaker is None:
        return finding if _is_subject(speaker, span, context) else _nobody(finding, speaker)
    return _denied(finding, quote, article) or _attributed(finding, quote, speaker, context)


def _denied(finding: Finding, quote: QuoteMention, article: AnnotatedArticle) -> Finding | None:
    """The finding on a clause whose contrary is said; None where it is said as it stands."""
    if quote.cue is None or not is_denied(article.text, quote):
        return None
    said = quote.cue.of(article.text)
    reason = f"the text has {_said_by(quote, article)!r} say the contrary: {said!r}"
    return Finding(Verdict.CONTRADICTED, reason, finding.span, finding.value, found=said)


def _attributed(finding: Finding, quote: QuoteMention, speaker: str, context: Context) -> Finding:
    article = context.article
    at = ground_name(Proposed(speaker), _SHAPE, context).span
    bearer = _bearer(at, article)
    if _says(quote, speaker, article) and not _is_anothers(speaker, quote, article):
        return _namesakes(finding, quote, speaker, article)
    if bearer is not None and bearer.entity == quote.speaker_entity:
        return finding
    if at is not None and _is_shortened(quote, speaker, article):
        return _by_surname(finding, _said_by(quote, article), article)
    phrase = "" if quote.speaker is None else quote.speaker.of(article.text)
    may_be = at is not None and _may_be(phrase, bearer, article)
    return _refused(finding, quote, speaker, article, may_be=may_be)


def _is_anothers(speaker: str, quote: QuoteMention, article: AnnotatedArticle) -> bool:
    """Whether the name is the whole one of somebody else: "Ada Shah" is not the Ada Shah-Khan who speaks."""
    words, own = words_of(bare_name(speaker)), quote.speaker_entity
    if own is None or len(words) < _TWO:
        return False
    return any(
        person.entity != own and words_of(person.span.of(article.text)) == words for person in article.fullest.values()
    )


def _innermost(quotes: tuple[QuoteMention, ...], span: Span) -> QuoteMention | None:
    """The quote that holds most of the words, the shortest of equals."""
    shared = ((min(quote.span.end, span.end) - max(quote.span.start, span.start), quote) for quote in quotes)
    held = [(-size, len(quote.span), quote.span, quote) for size, quote in shared if size > 0]
    return min(held, key=lambda each: each[:3])[3] if held else None


def _says(quote: QuoteMention, speaker: str, article: AnnotatedArticle) -> bool:
    """Whether the attribution itself, or the name it stands for, has the words of the claim."""
    wanted = [words_of(speaker), words_of(_name_in(speaker))]
    if any(_holds(words_of(form), words) for form in _forms(quote, article) for words in wanted):
        return True
    if any(len(words) > 1 and _holds(words_of(form), words) for form in _offices(quote, article) for words in wanted):
        return True
    return quote.speaker is not None and _is_country(quote.speaker, speaker, article)


def _forms(quote: QuoteMention, article: AnnotatedArticle) -> Iterator[str]:
    """The phrase of the attribution, and the names and offices under which the article knows its bearer."""
    if quote.speaker is not None:
        yield quote.speaker.of(article.text)
    for mention in article.names if quote.speaker_entity is not None else ():
        if mention.entity == quote.speaker_entity:
            yield from (part.of(article.text) for part in (mention.span, mention.title, mention.role) if part)


def _offices(quote: QuoteMention, article: AnnotatedArticle) -> Iterator[str]:
    """The offices of the attribution's bearer, each with the word before it; that word alone is not who speaks."""
    for mention in article.names if quote.speaker_entity is not None else ():
        if mention.entity == quote.speaker_entity and mention.role:
            yield _body(mention.role, article).to(mention.role).of(article.text)


def _body(role: Span, article: AnnotatedArticle) -> Span:
    """The word right before an office, which may be whose it is: "SSB Başkanı", "sendika temsilcisi"."""
    before = _WORD_BEFORE.search(article.text, max(0, role.start - _LONGEST_WORD), role.start)
    return role if before is None else Span(before.start(1), before.end(1))


def _holds(form: list[str], wanted: list[str]) -> bool:
    """Whether the words stand together in the form, Turkish suffixes apart."""
    size = len(wanted)
    return size > 0 and any(
        all(inflection_of(word, own) for word, own in zip(wanted, form[at : at + size], strict=True))
        for at in range(len(form) - size + 1)
    )


def _is_country(phrase: Span, speaker: str, article: AnnotatedArticle) -> bool:
    """Whether the attribution is to the claimed country alone, in whatever form."""
    code = country_code(speaker)
    return code is not None and any(
        country.code == code and phrase.contains(country.span) and len(phrase) - len(country.span) <= len("the ")
        for country in article.countries
    )


def _namesakes(finding: Finding, quote: QuoteMention, speaker: str, article: AnnotatedArticle) -> Finding:
    """The finding, ambiguous where the claim's surname is that of two and the attribution tells which."""
    phrase = "" if quote.speaker is None else quote.speaker.of(article.text)
    words = words_of(_name_in(speaker))
    persons = (mention for mention in article.fullest.values() if mention.kind == "person")
    names = {name for person in persons if words_of(name := person.span.of(article.text))[-1:] == words}
    if len(names) < _TWO or words_of(_name_in(phrase)) == words:
        return finding
    return _between(finding, names)


def _is_shortened(quote: QuoteMention, speaker: str, article: AnnotatedArticle) -> bool:
    """Whether the attribution, and all that is known of its bearer, is the end of the claimed name ("Okafor")."""
    wanted = words_of(speaker)
    phrase = "" if quote.speaker is None else quote.speaker.of(article.text)
    forms = (_said_by(quote, article), *(() if is_pronoun(phrase) else (phrase,)))
    known = [words_of(_name_in(form)) for form in forms]
    return all(words and wanted[-len(words) :] == words for words in known)


def _by_surname(finding: Finding, surname: str, article: AnnotatedArticle) -> Finding:
    """The finding where the surname that the text gives is one person's, ambiguous where it is that of two."""
    ending = words_of(_name_in(surname))
    persons = (mention.span.of(article.text) for mention in article.fullest.values() if mention.kind == "person")
    names = {name for name in persons if len(words_of(name)) > len(ending) and words_of(name)[-len(ending) :] == ending}
    return _between(finding, names) if len(names) >= _TWO else finding


def _between(finding: Finding, names: set[str]) -> Finding:
    both = " and ".join(sorted(names))
    return Finding(Verdict.AMBIGUOUS, f"the speaker may be {both}", finding.span, finding.value, found=both)


def _bearer(span: Span | None, article: AnnotatedArticle) -> NameMention | None:
    """The name at the span."""
    return None if span is None else next((name for name in article.names if name.span.overlaps(span)), None)


def _refused(
    finding: Finding, quote: QuoteMention, speaker: str, article: AnnotatedArticle, *, may_be: bool
) -> Finding:
    said_by = _said_by(quote, article)
    reason = f"the text has {said_by!r} say it, not {speaker!r}"
    if quote.speaker_entity is not None or _is_named(quote.speaker, article):
        return Finding(Verdict.CONTRADICTED, reason, finding.span, finding.value, found=said_by)
    if may_be:
        reason = f"the text has {said_by!r} say it, which may be {speaker!r} or somebody else"
        return Finding(Verdict.AMBIGUOUS, reason, finding.span, finding.value, found=said_by)
    reason = f"the text has only {said_by!r} say it, and does not tell that this is {speaker!r}"
    return Finding(Verdict.NOT_FOUND, reason, finding.span, finding.value, found=said_by)


def _is_named(phrase: Span | None, article: AnnotatedArticle) -> bool:
    """Whether the phrase has a capital that is not due to its place in the sentence."""
    if phrase is None:
        return False
    sentence = article.source.sentence_at(phrase.start)
    opens = sentence is not None and sentence.span.start == phrase.start
    return any(map(str.isupper, phrase.of(article.text)[opens:]))


def _said_by(quote: QuoteMention, article: AnnotatedArticle) -> str:
    if quote.speaker_entity is not None and quote.speaker_entity in article.fullest:
        return article.canonical(article.fullest[quote.speaker_entity])
    return "" if quote.speaker is None else quote.speaker.of(article.text)


def _may_be(phrase: str, bearer: NameMention | None, article: AnnotatedArticle) -> bool:
    """Whether the phrase is a pronoun or names an office or rank that the bearer has: "The admiral", "Adm."."""
    if bearer is None or is_pronoun(phrase):
        return is_pronoun(phrase)
    offices = {
        word
        for mention in article.names
        if mention.entity == bearer.entity
        for part in (mention.title, mention.role)
        if part is not None
        for word in words_of(part.of(article.text))
    }
    return any(
        word == head or (len(word) >= _SHORTEST_RANK and head.startswith(word))
        for head in words_of(phrase)[-1:]
        for word in offices
    )


def _name_in(words: str) -> str:
    """The name in the words of a claim or an attribution: without titles and offices, or what stands behind them."""
    bare, capitals = bare_name(words), _CAPITALS.search(words)
    if bare != words or capitals is None or _OF.search(words, 0, capitals.start()):
        return bare
    run = capitals[0].split()
    last = max((at for at, word in enumerate(run[:-1]) if is_office(word)), default=-1)
    return " ".join(run[last + 1 :])


def _nobody(finding: Finding, speaker: str) -> Finding:
    reason = f"the text has the words, but does not say that {speaker!r} said them"
    return Finding(Verdict.NOT_FOUND, reason, finding.span, finding.value)


def _is_subject(speaker: str, span: Span, context: Context) -> bool:
    """Whether the speaker is the first name of the words' sentence, before them."""
    article = context.article
    sentence = article.source.sentence_at(span.start)
    if sentence is None:
        return False
    before = Span(sentence.span.start, span.start)
    held = (mention for mention in article.names if before.contains(mention.span))
    owns = (mention for mention in held if not _OWNS.match(article.text, mention.span.end, span.start))
    first = next(owns, None)
    if first is None:
        return False
    names = (first.span.of(article.text), article.canonical(first))
    return any(_holds(words_of(name), words_of(_name_in(speaker))) for name in names)
