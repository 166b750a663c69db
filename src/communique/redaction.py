"""Secrets taken out of what is written: those that are known by their value, others by how they look."""

import re
from collections.abc import Iterable, Mapping
from typing import Self
from urllib.parse import parse_qsl, unquote, urlsplit

REDACTED = "[key]"
_SHORTEST = 8  # "none" and "EMPTY" are what servers without keys are given, and words of their own
_ENVIRONMENT = (
    "OPENAI_API_KEY",
    "OPENAI_ADMIN_KEY",
    "OPENAI_WEBHOOK_SECRET",
    "AZURE_OPENAI_API_KEY",
    "AZURE_OPENAI_AD_TOKEN",
)
_URLS = (
    "OPENAI_BASE_URL",
    "COMMUNIQUE_BASE_URL",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "http_proxy",
    "https_proxy",
    "all_proxy",
)
_PATTERNS = tuple(
    (re.compile(pattern, re.IGNORECASE), kept)
    for pattern, kept in (
        (r"(://)[^/\s@'\"?#]+@", rf"\1{REDACTED}@"),
        (r"\b(bearer|basic)\s+(?=[^\s\d=]*[\d=])[\w+/.~=-]{8,}", rf"\1 {REDACTED}"),
        (
            r"\b((?:proxy-)?authorization|x-api-key|api[-_]?key|x-auth-token|(?:set-)?cookie)\b(['\"]?\s*[:=,]\s*b?['\"]?)"
            r"(?!bearer|basic|\[key\])[^\s'\",;}&)]{4,}",
            rf"\1\2{REDACTED}",
        ),
        (
            r"([?&](?:\w*api[-_]?key|key|\w*token|\w*secret|password|sig|signature|auth|code)=)[^&\s'\"]+",
            rf"\1{REDACTED}",
        ),
        (r"\b(?:sk|pk|rk|gsk|xai|nvapi|hf|ghp)[-_][\w-]{8,}", REDACTED),
    )
)


class Key(str):
    """A secret that a traceback with local variables does not show."""

    __slots__ = ()

    def __new__(cls, value: str) -> Self:
        """The key itself; only its `repr` is another."""
        return super().__new__(cls, value)

    def __repr__(self) -> str:
        return REDACTED


def redacted(text: str, secrets: Iterable[str] = ()) -> str:
    """The text without `secrets` of eight characters or more, and without what looks like one."""
    text = without(text, secrets)
    for pattern, kept in _PATTERNS:
        text = pattern.sub(kept, text)
    return text


def without(text: str, secrets: Iterable[str]) -> str:
    """The text without these secrets of eight characters or more, and otherwise as it is."""
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) >= _SHORTEST:
            text = text.replace(secret, REDACTED)
    return text


def secrets_of_url(url: str) -> tuple[str, ...]:
    """What of an address may be a secret: its user and password, and the values of its query; () for what is none."""
    if "://" not in url:
        return ()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ()
    given = (parts.username or "", parts.password or "", *(value for _, value in parse_qsl(parts.query)))
    return tuple(dict.fromkeys(form for value in given for form in (value, unquote(value)) if form))


def redacted_command(arguments: Iterable[str]) -> list[str]:
    """A command's words as they may be kept: addresses without what may be a secret."""
    return [redacted(word, secrets_of_url(_value(word))) for word in arguments]


def secrets_of_command(arguments: Iterable[str]) -> tuple[str, ...]:
    """The secrets that addresses among a command's words hold."""
    return tuple(secret for word in arguments for secret in secrets_of_url(_value(word)))


def _value(word: str) -> str:
    """What an option is given with "=", or the word."""
    return word.partition("=")[2] if word.startswith("-") else word


def secrets_of_environment(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The secrets that the environment holds: keys, and what addresses and headers of one's own have of them."""
    found = [environment[name].strip() for name in _ENVIRONMENT if environment.get(name)]
    found += [secret for name in _URLS if name in environment for secret in secrets_of_url(environment[name])]
    headers = environment.get("OPENAI_CUSTOM_HEADERS", "").splitlines()
    found += [word for line in headers for word in line.partition(":")[2].split()]
    return tuple(dict.fromkeys(found))
