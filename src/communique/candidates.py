"""The closed vocabulary of a small form: what the sentence and its neighbours hold for a field, as unique labels
mapped to spans.

Closed means local. Candidates of the sentence itself come first; its neighbours are asked only where it holds too few,
because a model picks wrong but existing names out of a long list, and no check can see that.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from communique.annotation import AnnotatedArticle, inside
from communique.drafts import DraftValue, Proposed
from communique.fields import Amount, GroundedValue, Name, Place, Quantity, When
from communique.forms import Candidate
from communique.shapes import FieldShape, shape_of
from communique.spans import Span
from communique.tagging.mentions import NameMention

Finder = Callable[[AnnotatedArticle, FieldShape, Span], Iterator[Candidate]]


def candidates(
    article: AnnotatedArticle, shape: FieldShape, focus: Span, neighbours: Iterable[Span]
) -> tuple[Candidate, ...]:
    """The options for a field, those of the sentence `focus` first; () where nothing fits or the type is not closed."""
    finder = _finder(shape)
    if finder is None:
        return ()
    enough = 2 if shape.group is not None else 1
    own = _distinct(finder(article, shape, focus))
    if len(own) >= enough or (not own and shape.group is not None and shape.many):
        return own
    return _distinct([*own, *(found for span in neighbours for found in finder(article, shape, span))])


def is_closed(shape: FieldShape) -> bool:
    """Whether the field is asked as a choice among candidates."""
    return _finder(shape) is not None


def _distinct(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    by_key: dict[object, Candidate] = {}
    for candidate in found:
        by_key.setdefault(candidate.key, candidate)
    labelled: dict[str, Candidate] = {}
    for candidate in by_key.values():
        label, number = candidate.label, 2
        while label in labelled:
            label, number = f"{candidate.label} ({number})", number + 1
        labelled[label] = Candidate(label, candidate.value, candidate.hint, candidate.key)
    return tuple(labelled.values())


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _proposed(article: AnnotatedArticle, span: Span) -> Proposed:
    return Proposed(text=span.of(article.text), span=span)


def _names(article: AnnotatedArticle, shape: FieldShape, span: Span) -> Iterator[Candidate]:
    described = tuple(reference.span for reference in article.references)
    for mention in inside((*article.names, *article.references), (span,)):
        is_part = any(words.contains(mention.span) and words != mention.span for words in described)
        if shape.takes(mention.kind) and not is_part:
            yield _name(article, mention)


def _name(article: AnnotatedArticle, mention: NameMention) -> Candidate:
    label, words = _one_line(article.canonical(mention)), _one_line(mention.span.of(article.text))
    return Candidate(label, _proposed(article, mention.span), "" if words in label else words, ("name", mention.entity))


def _members(article: AnnotatedArticle, shape: FieldShape, span: Span) -> Iterator[Candidate]:
    """Whoever may be a member of a group: its names, and countries where its `name` takes them."""
    if shape.group is None or (name := shape_of(shape.group, "name")) is None:
        return
    for found in _names(article, name, span):
        yield Candidate(found.label, {"name": found.value}, found.hint, found.key)
    if not name.takes("country"):
        return
    taken = [mention.span for mention in inside(article.names, (span,)) if mention.kind != "country"]
    forms = ("name", "capital") if taken else ("name", "capital", "adjective")
    for country in inside(article.countries, (span,)):
        if country.form not in forms or any(words.overlaps(country.span) for words in taken):
            continue
        words = _proposed(article, country.span)
        value: Mapping[str, DraftValue] = (
            {"country": words} if country.form == "adjective" else {"name": words, "country": words}
        )
        yield Candidate(_one_line(words.text), value, "", ("country", country.code))


def _dates(article: AnnotatedArticle, _: FieldShape, span: Span) -> Iterator[Candidate]:
    for mention in inside(article.dates, (span,)):
        words = _proposed(article, mention.span)
        yield Candidate(_one_line(words.text), words, mention.value or "", ("date", mention.value or mention.span))


def _places(article: AnnotatedArticle, _: FieldShape, span: Span) -> Iterator[Candidate]:
    for mention in inside(article.places, (span,)):
        words = _proposed(article, mention.span)
        yield Candidate(_one_line(words.text), words, "", ("place", words.text))


def _amounts_of(kinds: tuple[str, ...]) -> Finder:
    def find(article: AnnotatedArticle, _: FieldShape, span: Span) -> Iterator[Candidate]:
        for mention in inside(article.amounts, (span,)):
            if mention.kind in kinds:
                whole = mention.span if mention.noun is None else mention.span.to(mention.noun)
                words = _proposed(article, whole)
                yield Candidate(_one_line(words.text), words, "", ("amount", mention.span))

    return find


_FINDERS: tuple[tuple[type[GroundedValue], Finder], ...] = (
    (Name, _names),
    (When, _dates),
    (Place, _places),
    (Quantity, _amounts_of(("count",))),
    (Amount, _amounts_of(("money",))),
)


def _finder(shape: FieldShape) -> Finder | None:
    if shape.group is not None:
        return _members
    return next(
        (
            finder
            for wanted, finder in _FINDERS
            if shape.is_a(wanted)
        ),
        None,
    )
