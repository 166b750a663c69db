"""A distribution with a file too few or too many is told."""

import tarfile
import zipfile
from pathlib import Path

import pytest

from tools import release

WHEEL = (
    *("communique/__init__.py", "communique/py.typed", "communique/data/a.toml", "communique/data/cues/a.toml"),
    *("communique/data/a.tsv", "communique/prompts/a.1.txt", "communique/schemas/a.schema.json"),
    *("communique/report/assets/a.html", "communique/report/assets/a.css", "communique/report/assets/a.js"),
    *("communique/report/assets/vendor/a.LICENSE", "x.dist-info/entry_points.txt"),
    *("x.dist-info/licenses/LICENSE", "x.dist-info/licenses/NOTICE"),
)
SDIST = (
    *("src/communique/__init__.py", "prompts/a.txt", "schemas/a.schema.json", "tests/test_a.py", "tools/a.py"),
    *("benchmarks/a.py", "examples/articles/a.txt", "docs/a.md", "pyproject.toml", "README.md", "CHANGELOG.md"),
    *("CONTRIBUTING.md", "SECURITY.md", "LICENSE", "NOTICE"),
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of the files that the wheel has, with a cache beside them."""
    for name in WHEEL:
        place = name
        for folder, packaged in (("prompts", "communique/prompts"), ("schemas", "communique/schemas")):
            place = place.replace(packaged, folder)
        place = place.replace("communique/", "src/communique/", 1) if place.startswith("communique/") else place
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).touch()
    cache = tmp_path / "src" / "communique" / "__pycache__"
    cache.mkdir()
    (cache / "a.pyc").touch()
    return tmp_path


def test_a_whole_wheel_has_no_fault(checkout: Path) -> None:
    assert list(release.faults_of_wheel(WHEEL, checkout)) == []


@pytest.mark.parametrize("name", WHEEL)
def test_a_missing_file_is_told(checkout: Path, name: str) -> None:
    (fault, *_) = release.faults_of_wheel([one for one in WHEEL if one != name], checkout)
    assert fault.startswith("missing: nothing is like ")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("tests/test_a.py", "surplus: tests/test_a.py is like tests/*", id="tests"),
        pytest.param("communique/tests/a.py", "surplus: communique/tests/a.py is like */tests/*", id="tests-inside"),
        pytest.param("communique/__pycache__/a.pyc", "surplus: communique/__pycache__/a.pyc is like *__py", id="cache"),
        pytest.param("communique/a.sqlite-wal", "surplus: communique/a.sqlite-wal is like *.sqlite*", id="store"),
        pytest.param("communique/b.py", "surplus: communique/b.py, which is not in the checkout", id="unknown"),
    ],
)
def test_a_surplus_file_is_told(checkout: Path, name: str, told: str) -> None:
    (fault, *_) = release.faults_of_wheel((*WHEEL, name), checkout)
    assert fault.startswith(told)


def test_a_file_of_the_checkout_that_the_wheel_lacks_is_told(checkout: Path) -> None:
    (checkout / "prompts" / "new.1.txt").touch()
    assert list(release.faults_of_wheel(WHEEL, checkout)) == [
        "missing: communique/prompts/new.1.txt, which is in the checkout"
    ]


@pytest.mark.parametrize("name", SDIST)
def test_a_source_distribution_that_lacks_a_file_is_told(name: str) -> None:
    assert list(release.faults_of_sdist([f"x-1/{one}" for one in SDIST])) == []
    assert len(list(release.faults_of_sdist([f"x-1/{one}" for one in SDIST if one != name]))) == 1


def test_files_are_read_from_both_archives(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "x-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tests/test_a.py", "")
    with tarfile.open(tmp_path / "x-1.tar.gz", "w:gz") as sdist:
        sdist.add(__file__, "x-1/.venv/a.py")
    assert release.main([str(path) for path in sorted(tmp_path.iterdir())]) == 1
    told = capsys.readouterr().out
    assert "x-1-py3-none-any.whl: surplus: tests/test_a.py is like tests/*" in told
    assert "x-1.tar.gz: surplus: .venv/a.py is like .venv/*" in told


def test_no_distribution_is_a_fault() -> None:
    assert release.main([]) == 1
