"""The hostile articles of attacks.toml, each beside the same article without the attack."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from communique.article import Article, Language

_DATA = tomllib.loads(Path(__file__).with_name("attacks.toml").read_text(encoding="utf-8"))
Demand = Literal["invent", "omit", "garble", "extra"]


@dataclass(frozen=True)
class Attack:
    """What is put into an article: where, what it wants asserted (`forbidden`), and what it demands of the model.

    `is_seen` where all or a part of it is text like any other and reaches the model.
    """

    id: str
    calm: Article
    hostile: Article
    at: int
    length: int
    text: str
    forbidden: tuple[str, ...]
    demand: Demand
    is_seen: bool

    def moved(self, offset: int) -> int:
        """Where an offset of the calm article stands in the hostile one."""
        return offset if offset < self.at else offset + self.length


def _attack(given: dict[str, Any]) -> Attack:
    language: Language = given["base"]
    base = _DATA["base"][language]["text"].strip()
    words = _tagged(given["tags"]) if "tags" in given else given["text"] * given.get("times", 1)
    at, inserted = _inserted(base, given["place"], words)
    return Attack(
        given["id"],
        Article(id="calm", text=base, language=language),
        Article(
            id=given.get("article_id", "hostile"),
            text=base[:at] + inserted + base[at:],
            language=language,
            title=given.get("title"),
            url=given.get("url"),
        ),
        at,
        len(inserted),
        given.get("tags") or given["text"],
        tuple(given["forbidden"]),
        given.get("demand", "invent"),
        given.get("seen", False),
    )


def _tagged(words: str) -> str:
    """The words in tag characters (U+E0000), which show nothing."""
    return "".join(chr(0xE0000 + ord(letter)) for letter in words if letter.isascii())


def _inserted(base: str, place: str, words: str) -> tuple[int, str]:
    """Where the words go, and with what around them."""
    body = base.split("\n\n")[1]
    end = base.index(body) + len(body)
    if place == "top":
        return base.index(body), f"{words}\n\n"
    if place == "middle":
        return end, f"\n\n{words}"
    if place == "bottom":
        return len(base), f"\n\n{words}"
    return (end, f" {words}") if place == "inline" else (end - 1, words)


ATTACKS = tuple(_attack(given) for given in _DATA["attack"])
