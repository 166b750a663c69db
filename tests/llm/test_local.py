import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from communique.completion import Completion
from communique.errors import ConfigurationError
from communique.llm import local
from communique.llm.local import LocalEngine
from communique.llm.openai import OpenAIClient
from communique.llm.tuning import Tuning
from communique.llm.weights import EMBEDDED
from tests.llm.fakes import PROMPT


class FakeServer:
    """The engine's server, which keeps its parameters and refuses files that are no GGUF."""

    listening_address = "http://127.0.0.1:9"

    def __init__(self, parameters: Any) -> None:
        if not Path(parameters.model.path).read_bytes().startswith(b"GGUF"):
            raise RuntimeError("no model")
        self.parameters = parameters


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    def parameters() -> SimpleNamespace:
        guessed = SimpleNamespace(size_n=12, size_m=48, min_hits=1)
        return SimpleNamespace(
            model=SimpleNamespace(),
            cpuparams=SimpleNamespace(),
            cpuparams_batch=SimpleNamespace(),
            speculative=SimpleNamespace(types=[], ngram_simple=guessed),
        )

    fake = SimpleNamespace(
        Server=FakeServer,
        CommonParams=parameters,
        common_speculative_type=SimpleNamespace(COMMON_SPECULATIVE_TYPE_NGRAM_SIMPLE="simple"),
        llama_load_mode=SimpleNamespace(LLAMA_LOAD_MODE_NONE="none"),
    )
    monkeypatch.setattr(local, "xllamacpp", fake)


@pytest.fixture
def gguf(tmp_path: Path) -> Path:
    path = tmp_path / "tiny model.gguf"
    path.write_bytes(b"GGUF...")
    return path


@pytest.mark.usefixtures("engine")
class TestLocalEngine:
    def test_a_file_is_served_under_its_name(self, gguf: Path) -> None:
        with LocalEngine(gguf) as engine:
            assert (engine.base_url, engine.model) == ("http://127.0.0.1:9/v1", "tiny model")

    def test_only_the_holder_of_the_key_is_answered_and_only_on_this_machine(self, gguf: Path) -> None:
        with LocalEngine(gguf) as engine:
            parameters = engine._server.parameters
        assert parameters.api_keys == [engine.api_key]
        assert parameters.hostnames == ["127.0.0.1"]
        assert LocalEngine(gguf).api_key != engine.api_key

    def test_each_slot_has_the_whole_context(self, gguf: Path) -> None:
        with LocalEngine(gguf, tuning=Tuning(context=4096, slots=2)) as engine:
            assert (engine._server.parameters.n_ctx, engine._server.parameters.n_parallel) == (8192, 2)

    def test_weights_are_mapped_and_nothing_is_guessed_unless_told(self, gguf: Path) -> None:
        with LocalEngine(gguf) as engine:
            parameters = engine._server.parameters
        assert not hasattr(parameters, "load_mode")
        assert parameters.speculative.types == []
        with LocalEngine(gguf, tuning=Tuning(mapped=False, speculation="ngram_simple")) as engine:
            parameters = engine._server.parameters
        assert parameters.load_mode == "none"
        assert parameters.speculative.types == ["simple"]
        assert vars(parameters.speculative.ngram_simple) == {"size_n": 3, "size_m": 12, "min_hits": 1}

    @pytest.mark.parametrize(("told", "taken"), [pytest.param(3, 3, id="told"), pytest.param(None, 5, id="usable")])
    def test_threads_are_those_told_or_the_usable_cores(
        self, told: int | None, taken: int, gguf: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(local, "usable_cores", lambda: 5)
        with LocalEngine(gguf, tuning=Tuning(threads=told)) as engine:
            parameters = engine._server.parameters
        assert (parameters.cpuparams.n_threads, parameters.cpuparams_batch.n_threads) == (taken, taken)

    def test_the_identity_is_of_the_bytes_not_of_the_name(self, gguf: Path) -> None:
        with LocalEngine(gguf) as first:
            pass
        with LocalEngine(gguf.rename(gguf.with_name("other.gguf"))) as second:
            pass
        assert first.identity == second.identity
        assert first.identity.startswith("gguf:")

    def test_the_engine_is_let_go_at_the_end(self, gguf: Path) -> None:
        with LocalEngine(gguf) as engine:
            pass
        assert engine._server is None

    def test_without_a_path_the_embedded_model_is_served(self, gguf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(local, "joined", lambda **_: gguf)
        with LocalEngine() as engine:
            assert engine.identity == f"gguf:{EMBEDDED.sha256}"

    def test_a_file_that_is_no_model_is_named(self, tmp_path: Path) -> None:
        path = tmp_path / "text.gguf"
        path.write_text("no model")
        with (
            pytest.raises(ConfigurationError, match=r"text\.gguf: the engine cannot load this model"),
            LocalEngine(path),
        ):
            pass

    def test_a_file_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigurationError, match="no model can be read"), LocalEngine(tmp_path / "none.gguf"):
            pass


def test_a_missing_engine_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "xllamacpp", None)
    with pytest.raises(ConfigurationError, match=r'pip install "communique\[local\]"'), LocalEngine():
        pass


@pytest.mark.model
def test_the_embedded_model_answers_as_the_schema_says() -> None:
    async def run(engine: LocalEngine) -> Completion:
        async with OpenAIClient(engine.model, base_url=engine.base_url, api_key=engine.api_key) as client:
            await client.complete(PROMPT)
            return await client.complete(PROMPT)

    with LocalEngine(tuning=Tuning(context=1024)) as engine:
        completion = asyncio.run(run(engine))
    assert completion.text.lstrip().startswith("{")
    assert '"guest"' in completion.text
    assert completion.usage.cached > 0
