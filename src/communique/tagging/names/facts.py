"""What an article says of each person: countries, and the words of offices and ranks; asked by description."""

from collections.abc import Callable, Collection, Iterable, Sequence, Set
from functools import cache
from itertools import pairwise

from communique._resources import read_toml
from communique.source import fold
from communique.tagging.lexicon import words
from communique.tagging.mentions import NameMention
from communique.tagging.names.coreference import initials

_SPELT = {"defense": "defence", "navy": "naval"}
_SAME = {
    "head": "chief",
    "land": "army",
    "commander": "chief",
    "commander-in-chief": "chief",
    "chairman": "chief",
    "gen": "general",
    "adm": "admiral",
    "col": "colonel",
    **_SPELT,
    "ministers": "minister",
    "presidents": "president",
    "leaders": "president",
    "chiefs": "chief",
    "commanders": "chief",
    "counterparts": "counterpart",
    "peers": "counterpart",
    "envoy": "ambassador",
    "commissioner": "ambassador",
    "premier": "prime minister",
    "leader": "president",
    "bakani": "bakan",
    "baskani": "baskan",
    "basbakani": "basbakan",
    "komutani": "komutan",
    "lideri": "lider",
    "buyukelcisi": "buyukelci",
    "sozcusu": "sozcu",
    "muduru": "mudur",
    "sekreteri": "sekreter",
    "musaviri": "musavir",
    "orgeneral": "general",
    "korgeneral": "general",
    "tumgeneral": "general",
    "tuggeneral": "general",
    "oramiral": "amiral",
    "koramiral": "amiral",
    "tumamiral": "amiral",
    "tugamiral": "amiral",
}
_PREMIER = "prime minister"
_HOME = "TUR"
_COUNTERPARTS = frozenset({"counterpart", "peer", "mevkidasi", "meslektasi", "muhatabi"})


@cache
def listed(language: str, kind: str) -> frozenset[str]:
    """The folded words of a list of references.toml."""
    return frozenset(fold(word) for word in read_toml("references.toml")[language][kind])


class Facts:
    """The countries and the words of offices and titles of each person."""

    def __init__(
        self, text: str, persons: Sequence[NameMention], capitals: Callable[[], frozenset[str]] = frozenset
    ) -> None:
        self._capitals = capitals
        self._known: dict[int, tuple[set[str], set[str]]] = {}
        self._barred: dict[str, set[int]] = {"women": set(), "men": set()}
        self._roles: dict[str, dict[tuple[str, ...], int | None]] = {}
        self._by_words: dict[frozenset[str], set[int]] = {}
        self._initials: dict[str, set[int]] = {}
        self._written: dict[int, set[str]] = {}
        self._answers: dict[tuple[str, frozenset[str]], frozenset[int]] = {}
        last: int | None = None
        for name in persons:
            countries, offices = self._known.setdefault(name.entity, (set(), set()))
            if name.country is not None:
                countries.add(name.country.code)
            told = [fold(span.of(text)).replace(".", "").split() for span in (name.role, name.title) if span]
            for keys in told:
                offices.update(office_words(keys))
                self._written.setdefault(name.entity, set()).update(_SPELT.get(key, key) for key in keys)
                self._tells_gender(name.entity, keys)
            if name.role is not None:
                self._bears(name.entity, tuple(fold(name.role.of(text)).replace(".", "").split()))
            if last is not None and last != name.entity and offices & _COUNTERPARTS:
                offices.update(self._offices(last))
            last = name.entity

    def _bears(self, entity: int, role: tuple[str, ...]) -> None:
        """Notes whose office has these words; what two bear is nobody's."""
        for short in {initials(role), "".join(word[0] for word in role if word != "the")}:
            self._initials.setdefault(short, set()).add(entity)
        self._by_words.setdefault(frozenset(office_words(role)), set()).add(entity)
        if len(role) > 1:
            known = self._roles.setdefault(role[0], {})
            known[role] = entity if known.get(role, entity) == entity else None

    def _tells_gender(self, entity: int, keys: Sequence[str]) -> None:
        for kind, entities in self._barred.items():
            if not listed("en", kind).isdisjoint(keys):
                entities.add(entity)

    def is_called(self, entity: int, pronoun: str) -> None:
        """Notes that the pronoun stands for the person, so that none of the other gender does."""
        self._barred["women" if pronoun == "she" else "men"].add(entity)

    def may_be(self, entity: int, pronoun: str) -> bool:
        """Whether "he", "him" or "she" may stand for the person, as far as titles and offices tell."""
        return entity not in self._barred["men" if pronoun == "she" else "women"]

    @property
    def role_beginnings(self) -> Set[str]:
        """The first words of the whole offices."""
        return self._roles.keys()

    def by_role(self, keys: Sequence[str]) -> tuple[int, int] | None:
        """Whose whole office the words begin with, and how many words it has; the longest of several."""
        roles = self._roles.get(keys[0], {}) if keys else {}
        fits = [(len(role), entity) for role, entity in roles.items() if tuple(keys[: len(role)]) == role]
        size, entity = max(fits, default=(0, None), key=lambda fit: fit[0])
        return None if entity is None else (size, entity)

    def by_words(self, keys: Iterable[str]) -> int | None:
        """The one person whose whole office has just these words, in whatever order: "the Fleet Commander"."""
        fits = self._by_words.get(frozenset(office_words(keys)), set())
        return next(iter(fits)) if len(fits) == 1 else None

    def by_initials(self, key: str) -> int | None:
        """The one person whose office has these initials: "COAS" of the "Chief of Army Staff"."""
        fits = self._initials.get(key, set())
        return next(iter(fits)) if len(fits) == 1 else None

    def literal(self, keys: Iterable[str]) -> frozenset[int]:
        """The persons whose offices and titles are written with all the words."""
        asked = {_SPELT.get(key, key) for key in keys}
        return frozenset(entity for entity, written in self._written.items() if asked <= written)

    def only(self, code: str, keys: Sequence[str]) -> int | None:
        """The one person of the country whose offices hold all the words."""
        fits = self.holders(keys, code)
        return next(iter(fits)) if len(fits) == 1 else None

    @property
    def stateless(self) -> frozenset[int]:
        """The persons of whom no country is told."""
        return frozenset(entity for entity, (codes, _) in self._known.items() if not codes)

    def officer(self, code: str) -> int | None:
        """The one person of the country who has a rank."""
        fits = [entity for entity, (codes, office) in self._known.items() if code in codes and office & _ranks_alone()]
        return fits[0] if len(fits) == 1 else None

    def holders(self, keys: Iterable[str], code: str = "") -> frozenset[int]:
        """The persons, of the country where one is given, whose offices hold all the words."""
        asked = code, frozenset(office_words(keys))
        if asked not in self._answers:
            self._answers[asked] = frozenset(
                entity
                for entity, (codes, office) in self._known.items()
                if (not code or code in codes) and asked[1] <= office
            )
        return self._answers[asked]

    def foreigners(self, entities: Iterable[int]) -> frozenset[int]:
        """Those of the persons of whom a country is told that is not the one whose language the article has."""
        return frozenset(entity for entity in entities if self._known[entity][0] - {_HOME})

    def guests(self, entities: Collection[int]) -> frozenset[int]:
        """Those of the persons who may be guests.

        They are foreigners whose capital the article does not name; where it names theirs and not the own one, those of
        the country whose language the article has.
        """
        codes = {entity: self._known[entity][0] - {_HOME} for entity in entities}
        capitals = self._capitals()
        guests = frozenset(entity for entity, told in codes.items() if told and told.isdisjoint(capitals))
        if guests or _HOME in capitals or capitals.isdisjoint(set[str]().union(*codes.values())):
            return guests
        return frozenset(entity for entity, told in codes.items() if not told)

    def counterpart(self, entity: int, code: str) -> int | None:
        """The one other person with the same office, of the country where one is given, else of another country."""
        own, office = self._known[entity][0], self._offices(entity)
        if not office:
            return None
        fits = {
            other
            for other, (codes, _) in self._known.items()
            if other != entity
            and _agree(office, self._offices(other))
            and (code in codes if code else not (codes & own))
        }
        return fits.pop() if len(fits) == 1 else None

    def _offices(self, entity: int) -> frozenset[str]:
        """The words that name the office, without its country and body."""
        return frozenset(self._known[entity][1] & _telling()) - _COUNTERPARTS


@cache
def _telling() -> frozenset[str]:
    return words("heads", "modifiers") | _ranks() | {_PREMIER}


@cache
def _ranks() -> frozenset[str]:
    return listed("en", "ranks") | listed("tr", "ranks") | listed("tr", "heads")


@cache
def _ranks_alone() -> frozenset[str]:
    return listed("en", "ranks") | listed("tr", "ranks")


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def office_words(keys: Iterable[str]) -> set[str]:
    """The words of an office in one form each, without links; a prime minister is no minister."""
    said = list(keys)
    for at, pair in enumerate(pairwise(said)) if "prime" in said else ():
        if pair == ("prime", "minister"):
            said[at : at + 2] = _PREMIER, _PREMIER
    return {_SAME.get(key, key) for key in said} - _passing()


@cache
def _passing() -> frozenset[str]:
    return words("links") | listed("en", "passing")
