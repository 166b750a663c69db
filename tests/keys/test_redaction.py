"""What looks like a secret is taken out, known ones by value; other words stay."""

import logging
import traceback

import pytest

from communique.cli.logs import RedactingFormatter
from communique.redaction import Key, redacted, redacted_command, secrets_of_environment, secrets_of_url

CANARY = "canary-5f1d9c3e7b"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Authorization: Bearer {CANARY}", id="header"),
        pytest.param(f"{{'Authorization': 'Bearer {CANARY}', 'Accept': 'x'}}", id="dict"),
        pytest.param(f"(b'authorization', b'Bearer {CANARY}')", id="pair-of-bytes"),
        pytest.param(f"api-key: {CANARY}", id="azure-header"),
        pytest.param(f'"x-api-key": "{CANARY}"', id="json"),
        pytest.param(f"Basic {CANARY}==", id="basic"),
        pytest.param(f"POST http://user:{CANARY}@host/v1", id="password-in-url"),
        pytest.param(f"POST http://{CANARY}@host/v1", id="user-in-url"),
        pytest.param(f"http://host/v1?api_key={CANARY}&x=1", id="query"),
        pytest.param(f"http://host/v1?x=1&access_token={CANARY}", id="token"),
        pytest.param(f"Incorrect API key provided: sk-proj-{CANARY}.", id="by-its-look"),
        pytest.param(f"set-cookie: session={CANARY}; path=/", id="cookie"),
    ],
)
def test_what_looks_like_a_secret_is_taken_out(text: str) -> None:
    assert CANARY not in redacted(text)
    assert "[key]" in redacted(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("http://localhost:8000/v1 cannot be reached; check --base-url", id="address"),
        pytest.param("the key may not use gpt-5-mini; set OPENAI_API_KEY", id="name-of-the-variable"),
        pytest.param("Task-force sk-1 met the basic needs.", id="prose"),
        pytest.param("tokens: about 120 to read", id="tokens"),
        pytest.param("write to info@denizak.example", id="mail"),
    ],
)
def test_other_words_stay(text: str) -> None:
    assert redacted(text) == text


def test_a_known_secret_is_taken_out_wherever_it_stands_and_a_word_of_a_few_letters_is_none() -> None:
    assert redacted(f"x{CANARY}y none", (CANARY, "none")) == "x[key]y none"


def test_the_environment_s_secrets_are_known() -> None:
    environment = {
        "OPENAI_API_KEY": f" {CANARY}1 ",
        "OPENAI_BASE_URL": f"http://user:{CANARY}2@host/v1?key={CANARY}3",
        "OPENAI_CUSTOM_HEADERS": f"X-Team: {CANARY}4\nCookie: {CANARY}5",
        "HTTPS_PROXY": f"http://{CANARY}6@proxy",
        "HOME": "/home/x",
    }
    assert {f"{CANARY}{number}" for number in range(1, 7)} <= set(secrets_of_environment(environment))
    assert "/home/x" not in secrets_of_environment(environment)


def test_an_address_that_is_none_has_no_secrets() -> None:
    assert secrets_of_url("http://[") == ()
    assert secrets_of_url("news/a?b=c.txt") == ()


def test_a_command_is_kept_without_what_its_addresses_hold() -> None:
    given = ["extract", "news/", "--base-url", f"http://u:{CANARY}@h/v1", f"--base-url=http://h/v1?secret={CANARY}"]
    assert redacted_command(given) == [
        *given[:3],
        "http://[key]@h/v1",
        "--base-url=http://h/v1?secret=[key]",
    ]


def test_a_traceback_with_local_variables_does_not_show_a_key() -> None:
    def fails(key: str) -> None:
        raise ValueError(len(key))

    with pytest.raises(ValueError, match=str(len(CANARY))) as raised:
        fails(Key(CANARY))
    shown = "".join(traceback.TracebackException.from_exception(raised.value, capture_locals=True).format())
    assert "key = [key]" in shown
    assert CANARY not in shown.replace(repr(CANARY), "")


def test_a_log_record_has_no_secret_and_controls_no_terminal() -> None:
    formatter = RedactingFormatter((CANARY,))
    with pytest.raises(ValueError, match=CANARY) as raised:
        int(CANARY)
    info = (raised.type, raised.value, raised.tb)
    record = logging.LogRecord("openai", logging.DEBUG, "x", 1, "sent %s\x1b[31m to %s", (CANARY, "h"), info)
    shown = formatter.format(record)
    assert CANARY not in shown
    assert "sent [key][31m to h" in shown
    assert "ValueError: invalid literal for int() with base 10: '[key]'" in shown
    assert len(shown.splitlines()) > 1
