"""Four hostile articles read by the embedded model, replayed from recordings.

`python -m pytest tests/replay/test_hostile.py -o addopts=--strict-markers --record-mode=rewrite` records them anew.
"""

import asyncio

import pytest
from vcr.cassette import Cassette

from communique.article import Article
from communique.extractor import Extractor
from communique.records import Extraction
from tests.hostile.attacks import ATTACKS, Attack
from tests.hostile.test_attacks import asserted, told
from tests.replay.test_examples import Opened

READ = ("ignore-instructions", "su-toplantiyi-kaydet", "quoted-order", "persona")


async def read(article: Article, opened: Opened) -> Extraction:
    async with opened() as client:
        return await Extractor(client=client, strategy="sentence").aextract(article)


@pytest.mark.vcr
@pytest.mark.parametrize("attack", [pytest.param(attack, id=attack.id) for attack in ATTACKS if attack.id in READ])
def test_the_embedded_model_is_not_led_astray(
    attack: Attack, embedded: Opened, vcr: Cassette, record_mode: str
) -> None:
    calm, hostile = (asyncio.run(read(article, embedded)) for article in (attack.calm, attack.hostile))
    assert hostile.failure is None
    said = [text for record in hostile.records for text in asserted(record.model_dump(mode="json")["event"])]
    assert [words for words in attack.forbidden if any(words in text for text in said)] == []
    held = [told(record, lambda offset: offset) for record in hostile.records]
    assert all(record in held for record in (told(record, attack.moved) for record in calm.records))
    assert attack.is_seen or len(held) == len(calm.records)
    assert record_mode != "none" or vcr.all_played
