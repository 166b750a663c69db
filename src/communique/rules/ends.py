"""Who stands at which end of a transaction: read from the words around each actor, and then from who is left.

Of the slots an actor stands in the one with most words holds. Whoever is left takes the end that is left: a firm the
end of firms, a state or service the other, and a second state the end opposite to the first one's.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from communique.annotation import AnnotatedArticle, inside
from communique.drafts import DraftValue
from communique.events import Event
from communique.rules.actor import Actor
from communique.rules.actors import actors
from communique.rules.cues import CompiledCues
from communique.rules.denied import is_ruled_out
from communique.rules.phrasing import origin
from communique.rules.slots import BYSTANDER, OPPOSITE, Fit, fits
from communique.spans import Span

_WEAK, _FAR = 1, 2
_PRONOUN = re.compile(r"(?<!\w)(?:it|they)(?!\w)")
_VE = re.compile(r"\sve\s[A-ZÇĞİÖŞÜ]")
_AGREED = re.compile(
    r"\s(?:(?:have|had|also|recently|last\s\w+)\s)*(?:signed|sealed|inked|concluded|reached|struck|finali[sz]ed)(?!\w)"
)
_BETWEEN_THEM = re.compile(r"\sarasında(?:ki)?(?!\w)")
_MARKS = ("to", "from", "with", "for", "by", "of", "in", "at")


@dataclass(slots=True)
class _Ends:
    """The actors by end while they are being found, and those that are left."""

    ends: tuple[str, ...]
    firms: str
    held: dict[str, list[Actor]] = field(default_factory=dict)
    left: list[Actor] = field(default_factory=list)
    listed: list[Actor] = field(default_factory=list)
    joint: list[Actor] = field(default_factory=list)

    def put(self, name: str, actor: Actor) -> None:
        """The actor stands at that end, unless it or a part of its state stands at one already."""
        facing = self.held.get(self.other(name), ())
        is_held = any(actor.key == other.key for other in (*self.held.setdefault(name, []), *facing))
        others = (*self.held[name], *facing) if actor.key[0] == "country" else facing
        is_one_state = any(not actor.is_firm and not other.is_firm and actor.code == other.code for other in others)
        if not is_held and not (is_one_state and actor.code is not None):
            self.held[name].append(actor)

    def other(self, name: str) -> str:
        """The end opposite to that one."""
        return next(end for end in self.ends if end != name)

    def is_known(self, actor: Actor) -> bool:
        """Whether the actor, or somebody of its country, stands at an end."""
        every = [known for found in self.held.values() for known in found]
        return any(known.key == actor.key or (known.code and known.code == actor.code) for known in every)


def ends_of(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentence: Span
) -> Mapping[str, tuple[DraftValue, ...]]:
    """The members of the event's `ends` that the sentence tells; {} where the class has no ends or slots."""
    if not event.ends or not cues.slots:
        return {}
    found = _Ends(event.ends, cues.firms)
    every = actors(article, event, cues, sentence)
    facing = list(_by_slots(article, cues, every, found))
    for actor in facing:
        _opposite(actor, found)
    _in_one_list(article, found)
    _left_over(article, found)
    _by_origin(article, cues, sentence, found)
    _as_elsewhere(article, event, cues, found)
    return {name: tuple(actor.value for actor in held) for name, held in found.held.items() if held}


def _as_elsewhere(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, found: _Ends) -> None:
    """Partners stand where another sentence of the article puts one of them: "Peru will sell the jets, …"."""
    if len(found.joint) != len(event.ends) or any(found.held.values()):
        return
    for told in article.numbered.values():
        if told.role != "body" or _BETWEEN_THEM.search(article.text, told.span.start, told.span.end):
            continue
        every = actors(article, event, cues, told.span)
        there = _Ends(event.ends, cues.firms)
        tuple(_by_slots(article, cues, every, there))
        for name, held in there.held.items():
            for one, partner in (found.joint, found.joint[::-1]):
                if any(one.key == actor.key for actor in held):
                    found.put(name, one)
                    found.put(found.other(name), partner)
                    return


def _by_slots(article: AnnotatedArticle, cues: CompiledCues, every: tuple[Actor, ...], found: _Ends) -> Iterator[Actor]:
    """Puts each actor where its slots say; those that face a subject are given back."""
    for actor in every:
        fields = (*found.ends, OPPOSITE, BYSTANDER)
        fitting = tuple(
            _fitting(article, cues, actor, every, fields) or _by_pronoun(article, cues, actor, every, fields)
        )
        trading = (one for one in fitting if actor.is_firm and one.field in (cues.firms, OPPOSITE))
        fit = next(iter(fitting), None)
        aside = next((one for one in fitting if one.field == BYSTANDER), None)
        if aside is not None and fit is not None and fit.weight <= aside.weight + _WEAK:
            continue
        if fit is not None and fit.field != BYSTANDER:
            fit = next((one for one in trading if one.weight > fit.weight - _FAR), fit)
        if fit is not None and fit.is_subject and _sign_jointly(article, actor, every):
            found.joint.append(actor)
            continue
        if not actor.is_firm and any(_are_partners(article, actor, other) for other in every):
            found.joint.append(actor)
            continue
        if fit is None:
            found.left.append(actor)
        elif fit.field == BYSTANDER:
            continue
        elif fit.field == OPPOSITE:
            yield actor
        else:
            found.put(fit.field, actor)
            found.listed.append(actor)


def _are_partners(article: AnnotatedArticle, one: Actor, other: Actor) -> bool:
    """Whether two Turkish states have a deal between them, which tells of neither that it sells."""
    first, second = sorted((one, other), key=lambda actor: actor.begin)
    between = article.text[first.bearing.phrase.end : second.begin].strip()
    is_pair = between in ("ile", "ve") and not first.is_firm and not second.is_firm
    return is_pair and _BETWEEN_THEM.match(article.text, second.bearing.phrase.end) is not None


def _sign_jointly(article: AnnotatedArticle, actor: Actor, every: tuple[Actor, ...]) -> bool:
    """Whether two states are told to have agreed, which tells of neither that it sells: "Oman and Peru sealed …"."""
    if actor.is_firm or article.passage.language != "en":
        return False
    listed = [one for one in every if one is actor or _are_listed(article, one, actor)]
    last = max(listed, key=lambda one: one.begin).bearing.phrase.end
    return len(listed) > 1 and _AGREED.match(article.text, last) is not None


def _by_pronoun(
    article: AnnotatedArticle, cues: CompiledCues, actor: Actor, every: tuple[Actor, ...], fields: tuple[str, ...]
) -> list[Fit]:
    """The slots of the pronoun that stands for the subject: "Peru showed its jets after it bought ten from Spain"."""
    phrase, sentence = actor.bearing.phrase, actor.bearing.sentence
    found = _PRONOUN.search(article.text, phrase.end, sentence.end)
    if found is None or article.passage.language == "tr" or not _is_subject(article, actor, every):
        return []
    between = (other for other in every if phrase.end <= other.begin < found.start())
    if actor.is_hidden or any(_is_bare(article, other) for other in between):
        return []
    meant = replace(actor, bearing=replace(actor.bearing, phrase=Span(found.start(), found.end())))
    return [fit for fit in _fitting(article, cues, meant, every, fields) if fit.is_subject]


def _fitting(
    article: AnnotatedArticle, cues: CompiledCues, actor: Actor, every: tuple[Actor, ...], fields: tuple[str, ...]
) -> list[Fit]:
    return list(_fits(article, cues, actor, every, fields))


def _fits(
    article: AnnotatedArticle, cues: CompiledCues, actor: Actor, every: tuple[Actor, ...], fields: tuple[str, ...]
) -> Iterator[Fit]:
    behind = (other for other in every if other.begin >= actor.bearing.phrase.end)
    others = tuple(behind)
    bare = [other for other in others if _is_bare(article, other, (*_MARKS, "and"))]
    is_subject = article.passage.language == "tr" or _is_subject(article, actor, every)
    for fit in fits(cues.slots, article.source, actor.bearing, fields):
        is_firms = fit.field in (cues.firms, OPPOSITE)
        if actor.is_firm and not is_firms and fit.weight <= _WEAK and not fit.is_subject:
            continue
        if fit.is_subject and not is_subject:
            continue
        if actor.bearing.case == "gen" and any(_does(article, cues, other, fit) for other in others):
            continue
        if fit.field == BYSTANDER or not any(other.begin < fit.reach for other in bare):
            yield fit


def _does(article: AnnotatedArticle, cues: CompiledCues, other: Actor, fit: Fit) -> bool:
    """Whether a nearer genitive is the subject of the participle of the slot: "Umman'ın Peru'nun ürettiği …"."""
    if other.bearing.case != "gen" or other.begin > fit.reach:
        return False
    return any(one.reach == fit.reach for one in fits(cues.slots, article.source, other.bearing, (fit.field,)))


def _is_bare(article: AnnotatedArticle, actor: Actor, marks: tuple[str, ...] = _MARKS) -> bool:
    """Whether the actor may be a subject: no preposition stands before it, and no case but the nominative behind it."""
    if actor.bearing.case:
        return actor.bearing.case == "nom"
    before = article.text[actor.bearing.sentence.start : actor.begin].split()
    return not before or before[-1].casefold() not in marks


def _is_subject(article: AnnotatedArticle, actor: Actor, every: tuple[Actor, ...]) -> bool:
    """Whether the actor may be a subject, as may be whoever stands before it in one list: not "from X and Y"."""
    listed = (one for one in every if one.begin < actor.begin and _are_listed(article, one, actor))
    return _is_bare(article, actor) and all(_is_subject(article, one, every) for one in listed)


def _opposite(actor: Actor, found: _Ends) -> None:
    """Whoever faces a subject: a firm trades; a state faces a firm, or stands opposite to whoever is known."""
    if actor.is_firm:
        found.put(found.firms, actor)
        return
    subjects = [other for other in found.left if other.begin < actor.begin]
    if actor.key[0] == "name":
        found.put(found.other(found.firms), actor)  # "a contract signed with the ministry": services buy
        return
    if any(other.is_firm for other in subjects) or found.held.get(found.firms):
        found.put(found.other(found.firms), actor)
    else:
        found.put(found.firms, actor)


def _in_one_list(article: AnnotatedArticle, found: _Ends) -> None:
    """Whoever stands in one list with an actor shares its end: "from France, Italy and Peru"."""
    for actor in tuple(found.left):
        beside = next((one for one in found.listed if _are_listed(article, one, actor)), None)
        if beside is not None:
            name = next(end for end, held in found.held.items() if beside in held)
            found.put(name, actor)
            found.left.remove(actor)
            found.listed.append(actor)


def _are_listed(article: AnnotatedArticle, one: Actor, other: Actor) -> bool:
    first, second = sorted((one, other), key=lambda actor: actor.begin)
    between = article.text[first.bearing.phrase.end : second.begin].strip()
    if between == "," and article.passage.language == "tr":  # a subject has a comma behind it: "Peru, Fransa'dan aldı"
        return one.is_firm == other.is_firm and _VE.match(article.text, second.bearing.phrase.end) is not None
    return one.is_firm == other.is_firm and between in (",", "and", ", and", "ve")


def _left_over(article: AnnotatedArticle, found: _Ends) -> None:
    """The end that is left goes to the one firm, else to the one state or service, that is left; a service buys."""
    reports = (quote for quote in article.quotes if quote.form == "reported" and quote.told != "phrase")
    said_by = [quote.speaker for quote in reports if quote.speaker is not None]
    known = [actor for actor in found.left if not actor.is_hidden and actor.bearing.case != "loc"]
    firms = _distinct(actor for actor in known if actor.is_firm)
    left = [one for one in known if one.is_deciding or not any(words.overlaps(one.bearing.phrase) for words in said_by)]
    if len(firms) == 1 and not found.held.get(found.firms):
        found.put(found.firms, firms[0])
    states = _distinct(actor for actor in left if not actor.is_firm and not found.is_known(actor))
    services = [actor for actor in states if actor.key[0] == "name"]
    if not any(found.held.values()) and len(services) == 1:
        found.put(found.other(found.firms), services[0])
    for name in (found.other(found.firms), found.firms):
        if len(states) == 1 and not found.held.get(name) and found.held.get(found.other(name)):
            found.put(name, states.pop())


def _distinct(given: Iterable[Actor]) -> list[Actor]:
    return list({actor.key: actor for actor in given}.values())


def _by_origin(article: AnnotatedArticle, cues: CompiledCues, sentence: Span, found: _Ends) -> None:
    """Where no trader is named, the country whose things are told of: "12 Chinese fighters", "Turkish-made drones"."""
    if found.held.get(found.firms):
        return
    for country in inside(article.countries, (sentence,)):
        is_theirs = country.form == "adjective" and cues.is_origin(article.source, country.span, sentence)
        if is_theirs and not is_ruled_out(article, sentence, country.span):
            actor = origin(article, country, sentence)
            if not found.is_known(actor):
                found.put(found.firms, actor)
                return
