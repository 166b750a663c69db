"""How long an endpoint asks to be left alone: the headers of its answer, in seconds."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_UNITS: Mapping[str, float] = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "us": 1e-6, "µs": 1e-6, "ns": 1e-9}
_PART = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)(h|ms|m|s|us|µs|ns)")
_DURATION = re.compile(rf"\s*(?:{_PART.pattern})+\s*")


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait, as `retry-after-ms` or `Retry-After` (seconds or HTTP date, RFC 9110) says.

    A date is counted from the answer's own `Date`, so that it holds whatever this machine's clock shows.
    """
    for name, read in _WAITS:
        seconds = read(headers[name], headers.get("date")) if name in headers else None
        if seconds is not None:
            return max(0.0, seconds)
    return None


def duration(value: str) -> float | None:
    """The seconds of a duration as `x-ratelimit-reset-*` writes it: "1s", "6m0s", "12ms"; a bare number is seconds."""
    if not _DURATION.fullmatch(value):
        return _seconds(value)
    return sum(float(number) * _UNITS[unit] for number, unit in _PART.findall(value))


def _seconds(value: str, _: str | None = None) -> float | None:
    return float(value) if re.fullmatch(r"\s*\d{1,9}(?:\.\d{1,9})?\s*", value) else None


def _milliseconds(value: str, _: str | None = None) -> float | None:
    seconds = _seconds(value)
    return None if seconds is None else seconds / 1000


def _seconds_until(value: str, sent: str | None) -> float | None:
    moment = _moment(value)
    if moment is None:
        return None
    return (moment - ((_moment(sent) if sent else None) or datetime.now(UTC))).total_seconds()


def _moment(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC)


_WAITS: tuple[tuple[str, Callable[[str, str | None], float | None]], ...] = (
    ("retry-after-ms", _milliseconds),
    ("retry-after", _seconds),
    ("retry-after", _seconds_until),
)
