"""`communique doctor`: whether a run could start, and what to do where it could not."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click

import communique
from communique import _sync
from communique.cli import DONE, NOTHING_STARTED
from communique.cli.logs import verbose
from communique.cli.terminal import printable
from communique.completion import Message, Prompt
from communique.errors import CommuniqueError
from communique.llm.choosing import choose_model, is_local
from communique.llm.weights import EMBEDDED, cache_directory

_SPARE = 64 << 20


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `mend` is what to do, "" where all is well."""

    name: str
    told: str
    mend: str = ""
    needed: bool = True


@click.command(short_help="Check model, endpoint, key and disk, and say what to do.")
@click.option("--model", help='Model name, "local", or a GGUF file. Default: as for extract.')
@click.option("--base-url", metavar="URL", help="OpenAI-compatible endpoint. Default: OPENAI_BASE_URL, else OpenAI.")
@verbose
def doctor(*, model: str | None, base_url: str | None) -> int:
    """Check the extra, the weights, the disk, the key and the endpoint, and say what to do.

    An endpoint is asked one short question, which may cost a few tokens. The key is never printed. Exit code: 0 a run
    can start, 2 it cannot.

    \b
    Examples:
      communique doctor
      communique doctor --model local
      communique doctor --model qwen3 --verbose
      communique doctor --model qwen3 --base-url http://localhost:11434/v1
    """
    well = True
    for finding in findings(model, base_url):
        sign = "ok  " if not finding.mend else "FAIL" if finding.needed else "note"
        click.echo(f"{sign} {finding.name}: {printable(finding.told)}")
        if finding.mend:
            click.echo(f"     do: {printable(finding.mend)}")
            well = well and not finding.needed
    return DONE if well else NOTHING_STARTED


def findings(model: str | None, base_url: str | None) -> Iterator[Finding]:
    """What was found, in the order in which a run would meet it."""
    try:
        chosen = choose_model(model)
    except CommuniqueError as error:
        yield Finding("model", "none", str(error))
        return
    yield Finding("model", chosen)
    if is_local(chosen):
        yield _extra()
        if chosen.endswith(".gguf"):
            yield _file(Path(chosen))
        else:
            yield from _weights()
    else:
        yield _key()
        yield _endpoint(chosen, base_url)


def _extra() -> Finding:
    missing = [name for name in ("xllamacpp", *EMBEDDED.modules) if find_spec(name) is None]
    if not missing:
        return Finding("extra", "communique[local] is installed")
    return Finding("extra", f"missing: {', '.join(missing[:3])}", 'run `pip install "communique[local]"`')


def _file(path: Path) -> Finding:
    if path.is_file():
        return Finding("weights", str(path))
    return Finding("weights", f"{path}: no such file", "give the path of a GGUF file")


def _weights() -> Iterator[Finding]:
    directory = cache_directory()
    joined = directory / EMBEDDED.name
    if joined.is_file() and joined.stat().st_size == EMBEDDED.size:
        yield Finding("weights", str(joined))
        return
    yield Finding("weights", f"not joined yet; the first run joins them into {directory}")
    standing = next(parent for parent in (directory, *directory.absolute().parents) if parent.is_dir())
    free, needed = shutil.disk_usage(standing).free, EMBEDDED.size + _SPARE
    mend = "" if free >= needed else "free disk space there, or set COMMUNIQUE_CACHE to another directory"
    yield Finding("disk", f"{free / 1e9:.1f} GB free, {needed / 1e9:.1f} GB needed", mend)
    if not os.access(standing, os.W_OK):
        yield Finding("disk", f"{standing} cannot be written", "set COMMUNIQUE_CACHE to a directory of yours")


def _key() -> Finding:
    if os.environ.get("OPENAI_API_KEY", "").strip():
        return Finding("key", "OPENAI_API_KEY is set")
    return Finding("key", "OPENAI_API_KEY is not set", "set it if your endpoint wants a key", needed=False)


def _endpoint(model: str, base_url: str | None) -> Finding:
    question = Prompt((Message("user", "Answer with the word ok."),), None, "ok", 16)

    async def ask() -> str:
        async with communique.OpenAIClient(model, base_url=base_url, timeout=30) as client:
            await client.complete(question)
            return client.place

    try:
        address = _sync.run(ask(), blocking="doctor", awaitable="OpenAIClient.complete")
    except CommuniqueError as error:
        return Finding("endpoint", "no answer", str(error))
    return Finding("endpoint", f"{address} answers")
