"""Months and days that are a person's name in this article: "Nebil Kasım", and "Kasım" alone behind it."""

from collections.abc import Callable, Sequence

from communique.source import fold
from communique.tagging.mentions import DateMention, NameMention


def unborne(
    found: Sequence[DateMention], text: str, names: Callable[[], Sequence[NameMention]]
) -> tuple[DateMention, ...]:
    """The dates without those that stand in a person's name, and the same word alone elsewhere.

    The names are asked for only where a month or day with a capital stands alone.
    """
    alone = {date: word for date in found if (word := date.span.of(text)).isalpha() and word[0].isupper()}
    if not alone:
        return tuple(found)
    persons = [name for name in names() if name.kind == "person" and any(map(str.isspace, name.span.of(text)))]
    surnames = {
        fold(word)
        for date, word in alone.items()
        if any(name.span.contains(date.span) and name.span.end == date.span.end for name in persons)
    }
    return tuple(
        date
        for date in found
        if date not in alone
        or not (fold(alone[date]) in surnames or any(name.span.contains(date.span) for name in persons))
    )
