"""An event class's cues, compiled once a class and language to search folded text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from communique._resources import read_toml
from communique.article import Language
from communique.errors import ConfigurationError
from communique.events import Cues, Event
from communique.rules.cue_patterns import NEVER, compiled, repeated
from communique.rules.factual import is_beside, is_fact
from communique.rules.slots import OPPOSITE, Bearing, Slot, fits, slots_of
from communique.rules.telling import Telling
from communique.source import SourceText
from communique.spans import Span

_IS_VERB = re.compile(r"\b(?:will|would|shall|may|might|could|can|must|to)\sship$")
_IS_TRADE = re.compile(
    r"\s(?:üretici|imalatçı|firma|şirket|tersane|maker|manufacturer|builder|producer)", re.IGNORECASE
)
"""Behind the name of a thing, what makes it that of a trade: "zırhlı araç üreticisi"."""
_MADE = re.compile(
    r"(?:-(?:made|built|designed|developed|manufactured|produced))?(?:\s(?!(?:and|or|to|for|of|ve)\s)[\w/.-]+){0,4}\s"
)


@dataclass(frozen=True, slots=True)
class CompiledCues:
    """`Cues` as patterns for folded text."""

    triggers: re.Pattern[str]
    choices: Mapping[str, Mapping[str, re.Pattern[str]]]
    phrases: Mapping[str, re.Pattern[str]]
    requires: tuple[str, ...]
    asks: Mapping[str, re.Pattern[str]]
    named_behind: Mapping[str, re.Pattern[str]]
    named_before: Mapping[str, re.Pattern[str]]
    named_first: Mapping[str, re.Pattern[str]]
    standing: Mapping[str, Mapping[str, str]]
    telling: Telling
    facts: Mapping[str, tuple[str, ...]]
    proof: re.Pattern[str] | None
    apart: re.Pattern[str]
    barred: re.Pattern[str]
    objects: re.Pattern[str]
    between: re.Pattern[str]
    slots: tuple[Slot, ...]
    firms: str
    parties: str
    delegates: re.Pattern[str]
    company: re.Pattern[str]
    aside: re.Pattern[str]
    attending: re.Pattern[str]
    severally: re.Pattern[str]
    turns: Mapping[str, Mapping[str, str]]
    describing: re.Pattern[str]
    continues: re.Pattern[str]

    def goes_on(self, source: SourceText, sentence: Span) -> bool:
        """Whether the sentence begins as one that goes on telling of the event before it."""
        return source.begins(self.continues, within=sentence) is not None

    def things(self, source: SourceText, name: str, sentence: Span) -> Iterator[Span]:
        """The phrases of the field `name` with what describes them, but for those that tell of a trade ("drone maker");
        those side by side are one ("rocket launchers")."""
        for one in self._things(source, name, sentence):
            is_verb = _IS_VERB.search(source.text, sentence.start, one.end) is not None
            if not is_verb and not _IS_TRADE.match(source.text, one.end):
                yield one

    def _things(self, source: SourceText, name: str, sentence: Span) -> Iterator[Span]:
        last: Span | None = None
        for found in source.search(self.phrases.get(name, NEVER), within=sentence):
            if source.text[found.start - 1 : found.start] == "-":  # the ship of "anti-ship missile"
                continue
            if last is not None and not source.text[last.end : found.start].strip():
                last = last.to(found)
                continue
            if last is not None:
                yield last
            last = Span(self._described(source, found.start, sentence), found.end)
        if last is not None:
            yield last

    def _described(self, source: SourceText, start: int, sentence: Span) -> int:
        """Where the phrase that starts there begins with the words that describe it."""
        before = source.search(self.describing, within=Span(sentence.start, start)) if start > sentence.start else ()
        return next((span.start for span in before if span.end + 1 >= start), start)

    def is_trader(self, source: SourceText, bearing: Bearing, ends: tuple[str, ...]) -> bool:
        """Whether the value stands in a slot of firms, and in none that has far more words: "a contract with @"."""
        found = tuple(fits(self.slots, source, bearing, (*ends, OPPOSITE)))
        return any(fit.field in (self.firms, OPPOSITE) and fit.weight + 1 >= found[0].weight for fit in found)

    def is_origin(self, source: SourceText, country: Span, sentence: Span) -> bool:
        """Whether the country's adjective tells whose make the things are that a phrase names right behind it."""
        things = (thing for pattern in self.phrases.values() for thing in source.search(pattern, within=sentence))
        first = min((thing.start for thing in things if thing.start >= country.end), default=None)
        return first is not None and _MADE.fullmatch(source.text, country.end, first) is not None

    def trigger(self, source: SourceText, span: Span) -> Span | None:
        """The words in `span` that propose it, or None; what `requires` names must stand there too."""
        if any(self.phrase(source, name, (span,)) is None for name in self.requires):
            return None
        return next(self.hits(source, self.triggers, span), None)

    def hits(self, source: SourceText, pattern: re.Pattern[str], span: Span) -> Iterator[Span]:
        """Where the pattern matches in `span`, but for what is barred ("met expectations")."""
        barred = tuple(source.search(self.barred, within=span))
        return (hit for hit in source.search(pattern, within=span) if not any(hit.overlaps(bad) for bad in barred))

    def is_told(self, source: SourceText, evidence: Iterable[Span]) -> bool:
        """Whether the evidence has one of the words without which there is no such event."""
        return self.proof is None or any(True for span in evidence for _ in source.search(self.proof, within=span))

    def phrase(self, source: SourceText, name: str, evidence: Iterable[Span]) -> Span | None:
        """The first words in the evidence that fill the Phrase field `name`."""
        pattern = self.phrases.get(name, NEVER)
        return next((found for span in evidence for found in source.search(pattern, within=span)), None)

    def is_asked(self, source: SourceText, name: str, evidence: Iterable[Span]) -> bool:
        """Whether the evidence gives a reason to ask for the field `name`."""
        pattern = self.asks.get(name)
        return pattern is None or any(True for span in evidence for _ in source.search(pattern, within=span))

    def search(
        self, source: SourceText, patterns: Mapping[str, re.Pattern[str]], name: str, span: Span
    ) -> Iterator[Span]:
        """Where the words that `patterns` has for a field stand in `span`."""
        pattern = patterns.get(name)
        return iter(()) if pattern is None else source.search(pattern, within=span)

    def decided(self, source: SourceText, name: str, evidence: Iterable[Span]) -> Iterator[tuple[str, Span]]:
        """The options of the Choice field `name` that the evidence decides, the one that holds first.

        An option is decided by its words, in the lexicon's order; a field of `standing` by how the event stands.
        """
        spans = tuple(evidence)
        if name in self.standing:
            yield from self._by_standing(source, name, spans)
            return
        told: list[tuple[str, Span, bool]] = []
        for option, pattern in self.choices.get(name, {}).items():
            hits = ((span, hit) for span in spans for hit in source.search(pattern, within=span))
            held = [
                (hit, is_beside(source, span, hit))
                for span, hit in hits
                if self._holds(source, name, option, (span, hit))
            ]
            if held:
                told.append((option, *min(held, key=lambda pair: pair[1])))
        is_main = name in self.facts and not all(beside for *_, beside in told)
        yield from ((option, hit) for option, hit, beside in told if not (is_main and beside))

    def _by_standing(self, source: SourceText, name: str, evidence: tuple[Span, ...]) -> Iterator[tuple[str, Span]]:
        cues = self.telling.cues(source, evidence)
        options: dict[str, Span] = {}
        for cue in cues:
            if (option := self.standing[name].get(cue.standing)) is not None:
                options.setdefault(option, cue.span)
        yield from options.items()

    def _holds(self, source: SourceText, name: str, option: str, found: tuple[Span, Span]) -> bool:
        """Whether an option of `facts` is told as done by the words found in a sentence; others always hold."""
        return option not in self.facts.get(name, ()) or is_fact(source, self.telling, *found)

    def is_done(self, name: str, option: str) -> bool:
        """Whether an option of the Choice field `name` tells of what has happened."""
        return self.standing.get(name, {}).get("happened") == option or option in self.facts.get(name, ())


def _of_language(lexicon: str, language: Language) -> tuple[Cues, ...]:
    try:
        tables = read_toml(f"cues/{lexicon}.toml")
    except FileNotFoundError as error:
        raise ConfigurationError(
            f"no lexicon {lexicon!r} in data/cues; give the event class a Cues(...) instead"
        ) from error
    wanted = ("en", "tr") if language == "other" else (language,)
    return tuple(
        Cues(
            triggers=tuple(table["triggers"]),
            choices=table.get("choices", {}),
            phrases=table.get("phrases", {}),
            requires=tuple(table.get("requires", ())),
            asks=table.get("asks", {}),
            standing=table.get("standing", {}),
            verbs=tuple(table.get("verbs", ())),
            nouns=tuple(table.get("nouns", ())),
            echoes=tuple(table.get("echoes", ())),
            facts=table.get("facts", {}),
            proof=tuple(table.get("proof", ())),
            apart=tuple(table.get("apart", ())),
            barred=tuple(table.get("barred", ())),
            objects=tuple(table.get("objects", ())),
            between=tuple(table.get("between", ())),
            named_behind=table.get("named_behind", {}),
            named_before=table.get("named_before", {}),
            named_first=table.get("named_first", {}),
            slots=table.get("slots", {}),
            firms=table.get("firms", ""),
            parties=table.get("parties", ""),
            delegates=tuple(table.get("delegates", ())),
            company=tuple(table.get("company", ())),
            aside=tuple(table.get("aside", ())),
            attending=tuple(table.get("attending", ())),
            severally=tuple(table.get("severally", ())),
            turns=table.get("turns", {}),
            describing=tuple(table.get("describing", ())),
            continues=tuple(table.get("continues", ())),
        )
        for table in (tables[name] for name in wanted)
    )


def _merged(cues: Iterable[Cues]) -> CompiledCues:
    parts = tuple(cues)
    choices: dict[str, dict[str, list[str]]] = {}
    for part in parts:
        for name, options in part.choices.items():
            for option, option_words in options.items():
                choices.setdefault(name, {}).setdefault(option, []).extend(option_words)
    return CompiledCues(
        triggers=compiled(word for part in parts for word in part.triggers),
        choices={name: {option: compiled(w) for option, w in options.items()} for name, options in choices.items()},
        phrases=_by_field(part.phrases for part in parts),
        requires=tuple(dict.fromkeys(name for part in parts for name in part.requires)),
        asks=_by_field(part.asks for part in parts),
        named_behind=_by_field(part.named_behind for part in parts),
        named_before=_by_field(part.named_before for part in parts),
        named_first=_by_field(part.named_first for part in parts),
        standing={name: options for part in parts for name, options in part.standing.items()},
        telling=Telling(
            compiled(word for part in parts for word in part.verbs),
            compiled(word for part in parts for word in part.nouns),
            compiled(word for part in parts for word in part.echoes),
        ),
        facts={name: tuple(options) for part in parts for name, options in part.facts.items()},
        proof=compiled(word for part in parts for word in part.proof) if all(part.proof for part in parts) else None,
        apart=compiled(word for part in parts for word in part.apart),
        barred=compiled(word for part in parts for word in part.barred),
        objects=compiled(word for part in parts for word in part.objects),
        between=compiled(word for part in parts for word in part.between),
        slots=slots_of(_listed(part.slots for part in parts)),
        firms=next((part.firms for part in parts if part.firms), ""),
        parties=next((part.parties for part in parts if part.parties), ""),
        delegates=compiled(word for part in parts for word in part.delegates),
        company=compiled(word for part in parts for word in part.company),
        aside=compiled(word for part in parts for word in part.aside),
        attending=compiled(word for part in parts for word in part.attending),
        severally=compiled(word for part in parts for word in part.severally),
        turns={name: options for part in parts for name, options in part.turns.items()},
        describing=repeated(word for part in parts for word in part.describing),
        continues=compiled(word for part in parts for word in part.continues),
    )


def _by_field(tables: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, re.Pattern[str]]:
    return {name: compiled(words) for name, words in _listed(tables).items()}


def _listed(tables: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for table in tables:
        for name, listed in table.items():
            words.setdefault(name, []).extend(listed)
    return words


@cache
def cues_of(event: type[Event], language: Language) -> CompiledCues | None:
    """The event class's cues for an article of `language`, or None where it has none."""
    if event.cues is None:
        return None
    return _merged((event.cues,) if isinstance(event.cues, Cues) else _of_language(event.cues, language))
