"""From the options to the engine that reads a run's articles; another one is a line here and an adapter beside
communique.cluster."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from communique.cli import late
from communique.cli.engine_options import EngineOptions
from communique.engines.processes import Processes
from communique.engines.reading import Engine
from communique.extractor import Extractor


@contextmanager
def opened_engine(extractor: Extractor, options: EngineOptions) -> Iterator[Engine]:
    """What reads as `extractor` does; a cluster is joined for as long as the block lasts."""
    if options.engine == "ray":
        with late("communique.cluster.joining:joined")(options.address):
            yield late("communique.cluster.engine:RayEngine")(
                extractor, workers=options.workers, ordered=options.ordered
            )
        return
    if options.address is not None:
        raise click.UsageError("--address is that of a cluster: add --engine ray")
    yield extractor if options.workers in (None, 1) else Processes(extractor, workers=options.workers)
