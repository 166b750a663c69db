"""What is in the distributions, file by file: `python -m tools.release dist/*`.

The wheel holds the package with prompts, schemas and licences, each file of the checkout once and no other; a source
distribution holds what builds and tests it, and nothing that a build or a run leaves behind.
"""

import sys
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PACKAGED = {"src/communique": "communique", "prompts": "communique/prompts", "schemas": "communique/schemas"}
_IN_WHEEL = (
    "communique/__init__.py",
    "communique/py.typed",
    "communique/data/*.toml",
    "communique/data/cues/*.toml",
    "communique/data/*.tsv",
    "communique/prompts/*.txt",
    "communique/schemas/*.schema.json",
    "communique/report/assets/*.html",
    "communique/report/assets/*.css",
    "communique/report/assets/*.js",
    "communique/report/assets/vendor/*LICENSE",
    "*.dist-info/entry_points.txt",
    "*.dist-info/licenses/LICENSE",
    "*.dist-info/licenses/NOTICE",
)
_IN_SDIST = (
    "src/communique/__init__.py",
    "prompts/*.txt",
    "schemas/*.schema.json",
    "tests/test_*.py",
    "tools/*.py",
    "benchmarks/*.py",
    "examples/articles/*.txt",
    "docs/*.md",
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "LICENSE",
    "NOTICE",
)
_LEFT_BEHIND = (
    "*__pycache__*",
    "*.pyc",
    "*.sqlite*",
    "*.gguf",
    "*.log",
    "*.env",
    "*cache/*",
    ".git/*",
    ".venv/*",
    "site/*",
)
_NOT_IN_WHEEL = ("tests/*", "*/tests/*", "tools/*", "benchmarks/*", "docs/*", "examples/*")


def faults_of_wheel(names: Sequence[str], root: Path = ROOT) -> Iterator[str]:
    """What is missing from a wheel with these files, and what should not be in it."""
    yield from _faults(names, _IN_WHEEL, (*_LEFT_BEHIND, *_NOT_IN_WHEEL))
    packaged = {name for name in names if ".dist-info/" not in name}
    expected = set(_expected(root))
    yield from (f"missing: {name}, which is in the checkout" for name in sorted(expected - packaged))
    yield from (f"surplus: {name}, which is not in the checkout" for name in sorted(packaged - expected))


def faults_of_sdist(names: Sequence[str]) -> Iterator[str]:
    """The same of a source distribution, by paths below its one folder."""
    yield from _faults([name.partition("/")[2] for name in names], _IN_SDIST, _LEFT_BEHIND)


def _faults(names: Sequence[str], needed: Sequence[str], refused: Sequence[str]) -> Iterator[str]:
    for pattern in needed:
        if not any(fnmatch(name, pattern) and name.count("/") == pattern.count("/") for name in names):
            yield f"missing: nothing is like {pattern}"
    for name in names:
        yield from (f"surplus: {name} is like {pattern}" for pattern in refused if fnmatch(name, pattern))


def _expected(root: Path) -> Iterator[str]:
    """The files of the checkout that a wheel has, by their names in it."""
    for folder, place in _PACKAGED.items():
        for path in (root / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield f"{place}/{path.relative_to(root / folder).as_posix()}"


def faults_of(path: Path, root: Path = ROOT) -> list[str]:
    """What is not right with a distribution."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return list(faults_of_wheel([name for name in wheel.namelist() if not name.endswith("/")], root))
    with tarfile.open(path) as sdist:
        return list(faults_of_sdist([member.name for member in sdist.getmembers() if member.isfile()]))


def main(paths: Sequence[str]) -> int:
    """The exit code: 1 where a distribution is not right."""
    found = [f"{path}: {fault}" for path in paths for fault in faults_of(Path(path))]
    print("\n".join(found) or f"{len(paths)} distributions hold what they should, and nothing else")
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
