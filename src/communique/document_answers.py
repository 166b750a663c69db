"""The answer on a whole article to drafts: labels of its lists become the mentions that stand nearest to the event."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from communique.annotation import AnnotatedArticle
from communique.completion import Completion
from communique.drafts import Draft, DraftValue, Proposed
from communique.events import Event, Group
from communique.fields import Choice, Quote
from communique.forms import DocumentForm, Entry
from communique.rules.attributing import Utterance, as_told, sentences_of, utterances
from communique.shapes import FieldShape, typed
from communique.spans import Span


def document_drafts(
    form: DocumentForm, article: AnnotatedArticle, answer: Mapping[str, Any], completion: Completion
) -> Iterator[Draft]:
    """The drafts that an answer to `form` holds, kind by kind."""
    for event in form.events:
        for given in answer[event.kind]:
            told = _ToldEvent(form, article, event, given)
            yield Draft(event, told.evidence, told.fields(), completion.usage, form.prompt, completion.model)


@dataclass(frozen=True)
class _ToldEvent:
    """One event of an answer."""

    form: DocumentForm
    article: AnnotatedArticle
    event: type[Event]
    given: Mapping[str, Any]

    @cached_property
    def evidence(self) -> tuple[int, ...]:
        """The numbers of the sentences that tell of it; those of a chosen quote are among them."""
        numbers = [number for number in self.given["evidence"] if number in self.article.numbered]
        if self._quote is not None:
            numbers += [sentence.number for sentence in sentences_of(self.article, self._quote)]
        return tuple(dict.fromkeys(numbers))

    @cached_property
    def _quote(self) -> Utterance | None:
        """The quote that was chosen by its number."""
        for shape in typed(self.event, Quote):
            entry = self._entry(shape, self.given.get(shape.name))
            if entry is not None:
                return next((told for told in utterances(self.article) if told[0].span in entry.spans), None)
        return None

    def fields(self) -> dict[str, DraftValue]:
        """The values by field name: with a quote comes what is told of it, of which only the speaker can be another."""
        values = dict(self._values(self.event, self.given))
        told = {} if self._quote is None else as_told(self.article, self.event, self._quote)
        for name, value in told.items():
            own = values.get(name)
            if name == "speaker" and own is not None and self._is_another(own, value):
                continue
            values[name] = {**own, **value} if isinstance(own, Mapping) and isinstance(value, Mapping) else value
        return values

    def _is_another(self, own: DraftValue, told: DraftValue) -> bool:
        """Whether the chosen speaker is not the one that the quote has."""
        name, known = (value.get("name") if isinstance(value, Mapping) else value for value in (own, told))
        if not isinstance(name, Proposed) or not isinstance(known, Proposed):
            return isinstance(name, Proposed)
        same = (entry for entry in self.form.entries or () if name.span in entry.spans)
        return not any(known.span in entry.spans for entry in same)

    def _values(self, owner: type[Event] | type[Group], given: Mapping[str, Any]) -> Iterator[tuple[str, DraftValue]]:
        for shape in self.form.asked(owner):
            listed = given[shape.name] if shape.many else [given[shape.name]]
            values = tuple(value for item in listed if (value := self._value(shape, item)))
            if values:
                yield shape.name, values if shape.many else values[0]

    def _value(self, shape: FieldShape, given: Any) -> DraftValue | None:  # noqa: ANN401 - JSON is anything
        if given is None or given == "":
            return None
        if shape.group is not None:
            return dict(self._values(shape.group, given)) or None
        if shape.is_a(Choice):
            return Proposed(given, option=given)
        entry = self._entry(shape, given)
        if entry is None:
            return Proposed(given)
        span = min(entry.spans, key=self._distance)
        return Proposed(span.of(self.article.text), span)

    def _entry(self, shape: FieldShape, label: object) -> Entry | None:
        return next((entry for entry in self.form.options(shape) if entry.label == label), None)

    def _distance(self, span: Span) -> tuple[int, int]:
        """How many sentences lie between the span and the event, and where it stands."""
        sentence = self.article.source.sentence_at(span.start)
        number = 0 if sentence is None else sentence.number
        return min((abs(number - told) for told in self.evidence), default=0), span.start
