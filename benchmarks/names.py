"""The sets of names: base forms in Turkish sentences, pairs of names, and one name in many scripts.

A name's base form stands in its sentence; the base form of another row's name must not be accepted where it does not
stand (a word of the sentence begins with it, or it is in the sentence, else it is taken).
"""

from collections.abc import Callable, Iterator

from benchmarks.measuring import Judged, Measurement, Rows, shown
from communique.source import fold

APOSTROPHE, INFLECTED, NOMINATIVE = "with apostrophe %", "inflected, without %", "nominative %"
OTHER = "another row's name accepted % (lower is better)"
_STEPS = (1, 97, 211)  # which other rows are asked for: the next, and two from far off

_LATIN = 0x250  # the end of the Latin blocks of Unicode

Named = Callable[[str, str], bool]


def kind_of(mention: str, lemma: str, *, apostrophe: bool) -> str:
    """The column of a row."""
    if apostrophe:
        return APOSTROPHE
    return NOMINATIVE if fold(mention) == fold(lemma) else INFLECTED


def judge_sentences(given: Rows, has_name: Named) -> Iterator[Judged]:
    """Whether each base form is found, and whether others are not."""
    lemmas = [row["lemma"] for row in given]
    for at, row in enumerate(given):
        text, lemma = row["text"], row["lemma"]
        column = kind_of(row["mention"], lemma, apostrophe=row["has_apostrophe"])
        yield Judged(column, has_name(text, lemma), f"{lemma} | {shown(text, row['start'], row['end'])}")
        for other in {lemmas[(at + step) % len(lemmas)] for step in _STEPS}:
            if not stands(text, other):
                yield Judged(OTHER, has_name(text, other), f"{other} | {text}", fault=True)


def stands(text: str, name: str) -> bool:
    """Whether a name stands in a text in any form: its letters do, or a word begins as its last word does."""
    folded, wanted = fold(text), fold(name)
    return wanted in folded or any(word.startswith(wanted.split()[-1][:-1]) for word in folded.split())


def judge_pairs(given: Rows, same_name: Named) -> Iterator[Judged]:
    """Whether each pair is judged as the source does."""
    for row in given:
        right = same_name(row["name1"], row["name2"]) == row["is_match"]
        yield Judged("accuracy %", right, f"{row['name1']} | {row['name2']} | same: {row['is_match']}")


def judge_variants(given: Rows, same_name: Named) -> Iterator[Judged]:
    """Whether each form is the name; those in Latin letters apart."""
    for row in given:
        right = same_name(row["mention"], row["canonical"])
        yield Judged("recall %", right, row["mention"])
        if all(ord(letter) < _LATIN for letter in row["mention"]):
            yield Judged("recall, Latin letters %", right, row["mention"])


MEASUREMENTS = (
    Measurement(
        "names_boun_tr",
        "tr",
        ("has_name",),
        (APOSTROPHE, INFLECTED, NOMINATIVE, OTHER),
        judge_sentences,
        "About one row in ten is no name. Ours: `check_claim` of the base form over the sentence.",
    ),
    Measurement(
        "names_nomenklatura",
        "en",
        ("same_name",),
        ("accuracy %",),
        judge_pairs,
        "A screening view, which counts close typos as the same person; a check of what a text says does not.",
    ),
    Measurement("names_putin_variants", "en", ("same_name",), ("recall %", "recall, Latin letters %"), judge_variants),
)
