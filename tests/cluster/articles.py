"""Short articles that differ."""

from communique.article import Article

TEXT = """Defence ministers meet ({number})

Yaşar Güler met John Healey in London on Friday. They discussed {number} jets.
"""


def articles(count: int, *, first: int = 0) -> tuple[Article, ...]:
    """So many, each with words of its own."""
    return tuple(
        Article(id=f"article-{number}", text=TEXT.format(number=number), published="2026-01-30", published_from="given")
        for number in range(first, first + count)
    )
