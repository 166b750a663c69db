"""The page in a real browser: where its marks stand, what its buttons and keys do, and that it stays by itself."""

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Download, Page, expect

from communique.article import Article
from communique.evaluation.evaluating import evaluate
from communique.evaluation.reading import read_records
from communique.events import ArmsDeal, MeetingEvent, Statement
from communique.linking import link
from communique.occurrences import Source
from communique.records import ArticleReference, ArticleReport, EventRecord, Missed
from communique.report import Contents
from communique.verdicts import Check, Verdict
from tests.report.conftest import Open
from tests.report.events import contents, record, words

MET = Article(
    id="met",
    text="Aylin Işık met Rashid Khan of Pakistan in Ankara on 3 March 2026. Talks may follow in May.",
    language="en",
)
SAID = Article(id="said", text="Deniz Çağlar “söz veriyoruz” dedi.", language="tr")


def met() -> EventRecord:
    pakistan = words(MET, "Pakistan", value="PAK")
    return record(
        MET,
        MeetingEvent,
        {
            "status": words(MET, "met", value="held"),
            "participants": [
                {"name": words(MET, "Aylin Işık"), "country": words(MET, "Ankara", value="TUR")},
                {"name": words(MET, "Rashid Khan"), "country": pakistan},
            ],
            "place": words(MET, "Ankara"),
            "date": words(MET, "3 March 2026", value="2026-03-03", granularity="day", anchor="none"),
        },
        Check(
            path="/topics/-", verdict=Verdict.NOT_FOUND, proposed="submarines", reason="the article has no such words"
        ),
    )


def said() -> EventRecord:
    event = {"speaker": {"name": words(SAID, "Deniz Çağlar")}, "quote": words(SAID, "söz veriyoruz")}
    return record(SAID, Statement, event, accepted=False)


def both() -> Contents:
    start = MET.text.index("Talks")
    missed = (Missed(start=start, end=len(MET.text), kind="meeting"),)
    report = ArticleReport(article=ArticleReference.to(MET), status="read", events=(met().id,), missed_evidence=missed)
    return contents(met(), said(), articles=(MET, SAID), reports=(report,))


def marked(page: Page) -> dict[tuple[str, str], str]:
    """The words under the marks of every value of every event, by record and pointer."""
    return {
        (record_id, path): text
        for record_id, path, text in page.evaluate(
            """() => {
                const found = {};
                for (const mark of document.querySelectorAll("#text [data-values]"))
                    for (const key of JSON.parse(mark.dataset.values).map((one) => JSON.stringify(one)))
                        found[key] = (found[key] ?? "") + mark.textContent;
                return Object.entries(found).map(([key, text]) => [...JSON.parse(key), text]);
            }"""
        )
    }


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("", id="plain"),
        pytest.param("🛳️🇹🇷 ", id="after emoji and flags"),
        pytest.param("İIıi İSTANBUL ", id="after dotted capital I"),
        pytest.param("C\u0327ag\u0306lar ", id="after combining marks"),
        pytest.param("line\r\n\r\nline\u2028", id="after line ends"),
    ],
)
def test_marks_stand_on_the_words(opened: Open, before: str) -> None:
    article = Article(id="m", text=f"{before}Gökçe 🚀 İnal bought 12 🚁 jets.")
    event = {"recipient": [{"name": words(article, "Gökçe 🚀 İnal")}], "description": words(article, "🚁 jets")}
    one = record(article, ArmsDeal, event)
    found = marked(opened(contents(one, articles=(article,))).page)
    assert found == {(one.id, "/recipient/0/name"): "Gökçe 🚀 İnal", (one.id, "/description"): "🚁 jets"}


def test_an_event_lights_up_its_words_and_a_mention_opens_its_event(opened: Open) -> None:
    page = opened(both()).page
    page.locator(".card").hover()
    lit = page.locator("#text .lit").all_text_contents()
    assert "Aylin Işık" in lit
    assert "3 March 2026" in lit
    page.locator("#text mark", has_text="Rashid Khan").click()
    expect(page.locator(".card.chosen")).to_have_count(1)


def test_verdicts_refusals_and_missed_sentences_are_told(opened: Open) -> None:
    page = opened(both()).page
    expect(page.locator("tr.refused del")).to_have_text("submarines")
    expect(page.locator("tr.refused .verdict")).to_contain_text("not found: the article has no such words")
    expect(page.locator(".missed-list q")).to_have_text("Talks may follow in May.")
    expect(page.locator("#text .missed").last).to_have_text("Talks may follow in May.")


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        pytest.param("kind", "statement", ["said"], id="kind"),
        pytest.param("country", "PAK", ["met"], id="country"),
        pytest.param("person", "Deniz Çağlar", ["said"], id="person"),
        pytest.param("language", "tr", ["said"], id="language"),
        pytest.param("verdict", "not_found", ["met"], id="verdict"),
        pytest.param("verdict", "not accepted", ["said"], id="not accepted"),
        pytest.param("from", "2026-03-03", ["met"], id="from its day"),
        pytest.param("from", "2026-03-04", [], id="from the day after"),
        pytest.param("to", "2026-03-02", [], id="to the day before"),
        pytest.param("search", "caglar", ["said"], id="search without accents"),
        pytest.param("search", "IŞIK", ["met"], id="search in capitals"),
        pytest.param("search", "submarine", [], id="search for what is not there"),
    ],
)
def test_filters_leave_what_passes(opened: Open, name: str, value: str, shown: list[str]) -> None:
    page = opened(both()).page
    field = page.locator(f"#filters [name={name}]")
    if name in ("search", "from", "to"):
        field.fill(value)
    else:
        field.select_option(value)
    assert page.locator("#list .name").all_text_contents() == shown
    page.locator("#filters button[type=reset]").click()
    expect(page.locator("#list .name")).to_have_text(["met", "said"])


def test_everything_is_reached_by_keys(opened: Open) -> None:
    page = opened(both()).page
    page.keyboard.press("n")
    expect(page.locator(".card.chosen h3")).to_contain_text("meeting accepted")
    page.keyboard.press("r")
    expect(page.locator(".card.chosen .state")).to_have_text("not accepted, by you")
    page.keyboard.press("u")
    expect(page.locator(".card .state")).to_have_text("accepted")
    page.keyboard.press("j")
    expect(page.locator("#text h2")).to_have_text("said")
    page.keyboard.press("n")
    page.keyboard.press("a")
    expect(page.locator(".card .state")).to_have_text("accepted, by you")
    page.locator("#text mark").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card.chosen")).to_be_focused()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#filters [name=search]")).to_be_focused()


def select(page: Page, words_: str) -> None:
    """Selects words of the article as a mouse would."""
    page.evaluate(
        """(words) => {
            const walker = document.createTreeWalker(document.querySelector("#text .body"), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at >= 0) { document.getSelection().setBaseAndExtent(node, at, node, at + words.length); return; }
            }
            throw new Error("no such words");
        }""",
        words_,
    )


def exported(page: Page, folder: Path) -> tuple[list[dict[str, Any]], Path]:
    """The corrected records, and where they lie with their articles' file."""
    downloads: list[Download] = []
    page.on("download", lambda download: downloads.append(download))  # noqa: PLW0108 - a built-in cannot be wrapped
    with page.expect_download(lambda download: "articles" in download.suggested_filename):
        page.locator("#export").click()
    for download in downloads:
        download.save_as(folder / download.suggested_filename)
    path = folder / "corrected.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()], path


def test_corrections_come_back_as_gold(opened: Open, tmp_path: Path) -> None:
    page = opened(both()).page
    page.locator('.card tr[data-path="/date"] button').click()
    select(page, "May")
    page.get_by_role("button", name="Use the selected words").click()
    page.locator(".editor input").fill("2026-13")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".editor .fault")).to_contain_text("EDTF")
    page.locator(".editor input").fill("2026-05")
    page.get_by_role("button", name="Save").click()
    page.locator('.card tr[data-path="/place"] button').click()
    page.get_by_role("button", name="Take it away").click()
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.press("a")
    records, path = exported(page, tmp_path)
    start = MET.text.index("May")
    date = {
        "text": "May",
        "start": start,
        "end": start + 3,
        "value": "2026-05",
        "granularity": "month",
        "anchor": "none",
    }
    assert records[0]["event"]["date"] == {**date, "partial": None}
    assert records[0]["event"]["place"] is None
    decided = {check["path"]: check["verdict"] for check in records[0]["checks"] if check["rule"] == "corrected"}
    assert decided == {"/date": "supported", "/place": "not_found"}
    assert [record["accepted"] for record in records] == [True, True]
    gold = read_records(path)
    assert evaluate(gold, gold).events.f1 == 1.0


def test_a_value_is_added_and_what_was_not_touched_comes_back_as_it_was(opened: Open, tmp_path: Path) -> None:
    page = opened(both()).page
    page.get_by_role("button", name="Add a value").click()
    page.locator(".editor select").select_option("/topics/0")
    page.get_by_role("button", name="Go on").click()
    select(page, "Talks")
    page.get_by_role("button", name="Use the selected words").click()
    page.get_by_role("button", name="Save").click()
    records, _ = exported(page, tmp_path)
    assert [topic["text"] for topic in records[0]["event"]["topics"]] == ["Talks"]
    assert records[1] == json.loads(said().to_json())


def test_drawings_follow_the_filters_and_lead_back(opened: Open) -> None:
    page = opened(both()).page
    page.keyboard.press("2")
    page.locator("#chart circle[role=button]").click()
    expect(page.locator(".card.chosen h3")).to_contain_text("meeting")
    page.keyboard.press("3")
    assert sorted(page.locator("#chart .node > text").all_text_contents()) == ["Aylin Işık", "Rashid Khan"]
    page.keyboard.press("4")
    page.locator("#chart .cell").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#list .name")).to_have_text(["met"])
    page.locator("#filters [name=kind]").select_option("statement")
    page.keyboard.press("Escape")
    page.keyboard.press("2")
    expect(page.locator("#chart .note")).to_be_visible()


def linked() -> Contents:
    """Two reports of one order that differ in number, and the link between them."""
    texts = {"day": "Anka sold 36 drones to Qatar.", "sun": "Qatar bought 40 drones from Anka."}
    articles = tuple(Article(id=name, text=text, published="2024-05-21", language="en") for name, text in texts.items())
    records = [
        record(
            article,
            ArmsDeal,
            {
                "stage": words(article, verb, value="contract"),
                "supplier": [{"name": words(article, "Anka")}],
                "recipient": [{"name": words(article, "Qatar")}],
                "description": words(article, "drones"),
                "quantity": words(article, f"{number:.0f} drones", value=number, unit="drones"),
            },
        )
        for article, verb, number in zip(articles, ("sold", "bought"), (36.0, 40.0), strict=True)
    ]
    sources = [
        Source(record=one.id, article=one.article, event=json.loads(one.to_json())["event"], evidence=one.evidence)
        for one in records
    ]
    occurrences = tuple(link(("arms_deal", source) for source in sources))
    return contents(*records, articles=articles, occurrences=occurrences)


def test_what_several_articles_say_stands_side_by_side(opened: Open) -> None:
    page = opened(linked()).page
    page.keyboard.press("5")
    expect(page.locator(".occurrence h2")).to_have_text("arms deal: 2 sources, 2 independent")
    expect(page.locator(".conflict th")).to_have_text("quantity (conflict)")
    assert sorted(page.locator(".conflict td").all_text_contents()) == ["36 drones", "40 drones"]
    page.locator(".occurrence th button", has_text="sun").click()
    expect(page.locator("#text h2")).to_have_text("sun")


def test_without_linked_events_there_is_no_such_view(opened: Open) -> None:
    page = opened(both()).page
    expect(page.locator('[data-view="linked"]')).to_be_hidden()
    page.keyboard.press("5")
    expect(page.locator("#read")).to_be_visible()


@pytest.mark.parametrize("dark", [pytest.param(False, id="light"), pytest.param(True, id="dark")])
@pytest.mark.parametrize("view", ["read", "timeline", "network", "matrix", "linked"])
def test_an_accessibility_check_finds_nothing_serious(opened: Open, view: str, dark: bool) -> None:  # noqa: FBT001
    page = opened(linked() if view == "linked" else both(), dark=dark).page
    page.locator(f"[data-view={view}]").click()
    found = Axe().run(page).response["violations"]
    serious = [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")]
    assert serious == []


def test_a_hostile_article_stays_text(opened: Open) -> None:
    markup = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
    text = f"{markup} Aylin \u202edias\u202c {{{{x}}}} ${{x}} \x1b[31m said no."
    article = Article(id="<b>id</b>", title="<script>alert(3)</script>", text=text)
    one = record(article, Statement, {"speaker": {"name": words(article, "Aylin")}})
    page = opened(contents(one, articles=(article,))).page
    assert page.locator("#text img, #text script, #list b").count() == 0
    body = page.locator("#text .body").text_content() or ""
    assert f"{markup} Aylin" in body
    assert page.locator("#text .unseen").evaluate_all("all => all.map((one) => one.dataset.unseen)") == [
        "U+202E",
        "U+202C",
        "U+001B",
    ]


def test_words_behind_a_hidden_character_are_selected_where_they_stand(opened: Open, tmp_path: Path) -> None:
    article = Article(id="h", text="🚀\u200b Aylin \u202eand Berk\U000e0041 said no.")
    one = record(article, Statement, {"speaker": {"name": words(article, "Aylin")}})
    page = opened(contents(one, articles=(article,))).page
    page.locator('.card tr[data-path="/speaker/name"] button').click()
    select(page, "said")
    page.get_by_role("button", name="Use the selected words").click()
    page.get_by_role("button", name="Save").click()
    (record_,), _ = exported(page, tmp_path)
    start = article.text.index("said")
    assert record_["event"]["speaker"]["name"] == {"text": "said", "start": start, "end": start + 4, "value": "said"}


def test_an_event_of_an_unknown_kind_is_shown(opened: Open) -> None:
    held = json.loads(met().to_json())
    page = opened(Contents([{**held, "kind": "exercise"}], (MET,))).page
    expect(page.locator(".card h3")).to_contain_text("exercise accepted")
    expect(page.locator("#text mark.t-when")).to_have_text("3 March 2026")


def test_a_phone_shows_everything_below_one_another(opened: Open) -> None:
    page = opened(both(), width=390).page
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    boxes = [page.locator(name).bounding_box() for name in ("#list", "#text", "#events")]
    tops = [box["y"] for box in boxes if box is not None]
    assert len(tops) == 3
    assert tops == sorted(tops)


def test_on_paper_there_are_no_buttons(opened: Open) -> None:
    page = opened(both()).page
    page.emulate_media(media="print")
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator(".card .buttons").first).to_be_hidden()
    expect(page.locator(".card").first).to_be_visible()
