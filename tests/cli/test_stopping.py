"""The first signal stops well, the second at once, and afterwards signals mean what they meant."""

import signal
from pathlib import Path
from threading import Thread

import pytest

from communique.cli.places import whole_file
from communique.cli.stopping import Stopping, unwound_by_sigterm


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


def test_sigterm_leaves_nothing_half_written(tmp_path: Path) -> None:
    seen: list[bool] = []

    def work() -> None:
        with unwound_by_sigterm(), whole_file(tmp_path / "grounded.jsonl") as file:
            file.write("half")
            seen.append(any(tmp_path.iterdir()))
            signal.raise_signal(signal.SIGTERM)

    with pytest.raises(SystemExit) as ended:
        work()
    assert ended.value.code == 143
    assert (seen, list(tmp_path.iterdir())) == ([True], [])
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_sigterm_is_left_to_whoever_handles_it() -> None:
    told: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: told.append(number))
    try:
        with unwound_by_sigterm():
            signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    assert told == [signal.SIGTERM]
