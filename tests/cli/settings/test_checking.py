"""Unknown keys are told with the nearest one, secrets without their value."""

from pathlib import Path

import pytest

from communique.cli.settings.checking import check_names
from communique.cli.settings.files import read_file
from communique.errors import InputError

CANARY = "sk-canary-4711-4711"


def check(folder: Path, text: str) -> None:
    path = folder / "communique.toml"
    path.write_text(text, encoding="utf-8")
    check_names(read_file(path))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('model = "m"\nbase-url = "http://h/v1?api-version=1"\nmax-tokens-total = 5', id="keys"),
        pytest.param('on_unsupported = "drop"\n[report]\nkinds = "meeting"\n[batch]\nrpm = 3', id="sections"),
        pytest.param("", id="empty"),
    ],
)
def test_what_is_known_passes(tmp_path: Path, text: str) -> None:
    check(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("modle = 1", "no command has the key 'modle'; did you mean 'model'?", id="key"),
        pytest.param("xyzzy = 1", "no command has the key 'xyzzy'; `communique config` lists the keys", id="far"),
        pytest.param("[reprot]\nkinds = 1", "no command has the key 'reprot'; did you mean 'report'?", id="section"),
        pytest.param("report = 3", "report is the section of `communique report`; write it as", id="section-as-key"),
        pytest.param("out = 'x'", "no command has the key 'out'", id="of-one-run"),
        pytest.param("[report]\nrpm = 1", "`communique report` has no key 'rpm'; ", id="of-another-command"),
        pytest.param("[extract]\nmodle = 1", "`communique extract` has no key 'modle'; did you mean", id="both"),
    ],
)
def test_what_is_not_known_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, told: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as error:
        check(tmp_path, text)
    line = 2 if "\n" in text and "reprot" not in text else 1
    assert str(error.value).startswith(f"communique.toml:{line}: {told}")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f'api-key = "{CANARY}"', id="key"),
        pytest.param(f'OPENAI_API_KEY = "{CANARY}"', id="variable"),
        pytest.param(f'[extract]\npassword = "{CANARY}"', id="section"),
        pytest.param(f'model = "{CANARY}"', id="value"),
        pytest.param(f'articles = ["{CANARY}"]', id="in-a-list"),
        pytest.param(f'[nonsense]\nheaders = {{a = "Bearer {CANARY}"}}', id="in-a-table"),
        pytest.param(f'base-url = "http://me:{CANARY}@h"', id="password-of-an-address"),
        pytest.param(f'base-url = "http://h?api_key={CANARY}"', id="query-of-an-address"),
    ],
)
def test_a_secret_is_refused_and_not_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match=r"none is read from a file; take it out, and set OPENAI_\w+ in the") as error:
        check(tmp_path, text)
    assert "canary" not in str(error.value)
