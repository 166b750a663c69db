"""Fuzzes the entry points by coverage: `pip install atheris`, then `python -m tests.fuzzing -atheris_runs=100000`.

It stops at the first input that raises or gives a span outside the text, and writes that input to a file
(`-artifact_prefix=` names the folder); libFuzzer's other options hold too.
"""

import sys

import atheris

with atheris.instrument_imports(include=["communique"]):
    from tests.fuzzing.entry_points import HOSTILE, check_claims, check_folding, check_tags

_MOST_TOKENS = 60


def _text(data: "atheris.FuzzedDataProvider") -> str:
    """Half the texts are any Unicode, half are strung together of the words that rules are about."""
    if data.ConsumeBool():
        return str(data.ConsumeUnicodeNoSurrogates(200))
    count = data.ConsumeIntInRange(0, _MOST_TOKENS)
    return (" " if data.ConsumeBool() else "").join(data.PickValueInList(list(HOSTILE)) for _ in range(count))


def one_input(given: bytes) -> None:
    """Runs every check on the text and the claim that the bytes stand for."""
    data = atheris.FuzzedDataProvider(given)
    language = data.PickValueInList(["en", "tr", "other"])
    text, words = _text(data), _text(data)
    check_folding(text, words)
    check_tags(text, language)
    check_claims(text, words, language)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
