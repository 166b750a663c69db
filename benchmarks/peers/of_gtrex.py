"""gtrex: `Verifier` (the quotation stands in the text up to case and typography) and `Repairer` (or nearly so).

Both with the default policy. A repair is held to be an acceptance, as the claim goes on in the text's own words.
"""

import warnings

from gtrex import DefaultThresholdWarning, Repairer, Verifier


def verifies(text: str, value: str) -> bool:
    """Whether the value is grounded."""
    return Verifier(text).verify(value).grounded


def repairs(text: str, value: str) -> bool:
    """Whether the value is accepted or replaced by a span of the text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DefaultThresholdWarning)  # the default threshold is what is measured
        return Repairer(text).repair(value).accepted
