"""Parts of a page that another command writes."""

import pytest

blocks = pytest.importorskip("benchmarks.blocks", reason="benchmarks/ is not beside the tests")


def test_a_block_is_put_at_the_end_and_replaced_where_it_stands() -> None:
    once = blocks.with_block("# Page\n", "one", "first")
    page = blocks.with_block(f"{once}\nafter\n", "one", r"sec\1ond")
    assert "first" not in page
    assert r"sec\1ond" in page
    assert page.endswith("\nafter\n")


def test_a_page_made_anew_keeps_the_blocks_of_the_old_one() -> None:
    old = blocks.with_block("# Old\n", "one", "| a |\n| - |")
    page = blocks.with_blocks_of("# New\n", old, ("one", "two"))
    assert page == blocks.with_block("# New\n", "one", "| a |\n| - |")
    assert blocks.with_blocks_of(page, page, ("one",)) == page
