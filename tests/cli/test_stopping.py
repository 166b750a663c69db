"""The first signal stops well, the second at once, and afterwards signals mean what they meant."""

import signal
from threading import Thread

import pytest

from communique.cli.stopping import Stopping


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "sigterm"])
def test_once_and_twice(number: signal.Signals, capfd: pytest.CaptureFixture[str]) -> None:
    before, told = signal.getsignal(number), []
    with Stopping(lambda: told.append("stop"), lambda: told.append("leave")) as stopping:
        assert not stopping.is_asked
        signal.raise_signal(number)
        assert (stopping.is_asked, told) == (True, ["stop"])
        assert "once more stops now" in capfd.readouterr().err
        signal.raise_signal(number)
        assert told == ["stop", "leave"]
    assert signal.getsignal(number) is before


def test_outside_the_main_thread_signals_are_left_alone() -> None:
    handlers = []

    def work() -> None:
        with Stopping(lambda: None, lambda: None):
            handlers.append(signal.getsignal(signal.SIGINT))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert handlers == [signal.getsignal(signal.SIGINT)]
