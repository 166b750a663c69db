"""Stands in for the embedded engine where pages are tested: its address is that of a server of recorded answers."""

import os
from types import SimpleNamespace


class CommonParams(SimpleNamespace):
    """Takes every setting of the engine, and heeds none."""

    def __init__(self) -> None:
        super().__init__(model=SimpleNamespace(), cpuparams=SimpleNamespace(), cpuparams_batch=SimpleNamespace())


class Server:
    """Where the recorded answers of the embedded model are served."""

    def __init__(self, parameters: CommonParams) -> None:
        self.listening_address = os.environ["RECORDED_ENGINE"]
