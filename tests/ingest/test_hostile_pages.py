"""A page is read and nothing else happens: no request, no file of this machine in its text, no exception."""

import select
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from communique.article import Article
from communique.ingest import FailedArticle, read_articles

SECRET = "the-words-of-another-file"
STORY = "The defence ministers of the two countries met on Friday in Ankara and spoke for three hours about training."
PAGES = {
    "external-entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "{file}">]><html><body><article><p>{story} &x;</p></article>'
    "</body></html>",
    "parameter-entity": '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY % p SYSTEM "{url}/evil.dtd"> %p;]>'
    "<html><body><article><p>{story}</p></article></body></html>",
    "entities-of-entities": '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><html><body><article><p>{story} &c;</p></article></body></html>',
    "dtd": '<!DOCTYPE html SYSTEM "{url}/evil.dtd"><html><body><article><p>{story}</p></article></body></html>',
    "xinclude": '<html xmlns:xi="http://www.w3.org/2001/XInclude"><body><article><p>{story}</p>'
    '<xi:include href="{file}" parse="text"/></article></body></html>',
    "subresources": '<html><head><link rel="stylesheet" href="{url}/a.css"><script src="{url}/a.js"></script>'
    '<base href="{url}/"><meta http-equiv="refresh" content="0; url={url}/b"></head><body><article><p>{story}</p>'
    '<img src="{url}/a.png"><iframe src="{file}"></iframe><object data="{file}"></object></article></body></html>',
    "canonical": '<html><head><link rel="canonical" href="{url}/x"><link rel="amphtml" href="{url}/amp"></head><body>'
    "<article><p>{story}</p></article></body></html>",
}


class Opened(Exception):  # noqa: N818 - it is no error of ours
    """Somebody looked up a name or opened a connection."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], bool]]:
    """Whether anybody asked for anything: by Python's sockets, which are refused, or, as a C library would, by
    connecting to this machine."""
    tried: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setattr("tests.ingest.test_hostile_pages.PORT", server.getsockname()[1])

        def refuse(*arguments: object, **_: object) -> None:
            tried.append(arguments)
            raise Opened(arguments)

        monkeypatch.setattr(socket, "getaddrinfo", refuse)
        monkeypatch.setattr(socket.socket, "connect", refuse)
        yield lambda: bool(tried or select.select([server], [], [], 0)[0])


PORT = 0


def page(folder: Path, template: str) -> Article | FailedArticle:
    """What a page that wants a file and an address of this machine comes to."""
    secret = folder / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    filled = template.format(file=secret.as_uri(), url=f"http://127.0.0.1:{PORT}", story=STORY)
    (folder / "page.html").write_text(filled, encoding="utf-8")
    (article,) = read_articles([folder / "page.html"])
    return article


def text_of(found: Article | FailedArticle) -> str:
    return found.text if isinstance(found, Article) else ""


@pytest.mark.parametrize("template", [pytest.param(template, id=name) for name, template in PAGES.items()])
def test_a_page_makes_no_request_and_reads_no_file(template: str, tmp_path: Path, asked: Callable[[], bool]) -> None:
    found = page(tmp_path, template)
    assert text_of(found) == "" or "met on Friday in Ankara" in text_of(found)
    assert SECRET not in (found.model_dump_json() if isinstance(found, Article) else str(found.error))
    assert not asked()


def test_most_of_such_pages_are_read_all_the_same(tmp_path: Path) -> None:
    read = [name for name, template in PAGES.items() if "met on Friday in Ankara" in text_of(page(tmp_path, template))]
    assert [name for name in PAGES if name not in read] == ["parameter-entity"]
