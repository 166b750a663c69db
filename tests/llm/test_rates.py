from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.llm.rates import Rate


def taking(rate: Rate, amounts: list[int]) -> Iterator[tuple[float, int]]:
    """Takes the amounts one after another, each as soon as it may; when each was taken."""
    now = 0.0
    for amount in amounts:
        while (seconds := rate.wait(amount, now)) > 0:
            now += seconds
        rate.take(amount, now)
        yield now, amount


def test_without_a_limit_nothing_waits() -> None:
    assert [when for when, _ in taking(Rate(), [1] * 100)] == [0.0] * 100


@given(most=st.integers(1, 50), amounts=st.lists(st.integers(1, 50), max_size=40))
def test_no_minute_holds_more_than_the_limit(most: int, amounts: list[int]) -> None:
    """But for an amount larger than the limit, which has its minute for itself."""
    taken = list(taking(Rate(most), amounts))
    for end, _ in taken:
        window = [amount for when, amount in taken if end - 60 < when <= end]
        assert sum(window) <= most or len(window) == 1


def test_a_burst_up_to_the_limit_does_not_wait() -> None:
    assert [when for when, _ in taking(Rate(3), [1] * 7)] == [0, 0, 0, 60, 60, 60, 120]


def test_an_amount_that_is_corrected_frees_the_rest() -> None:
    rate = Rate(100)
    taken = rate.take(90, 0.0)
    assert rate.wait(40, 1.0) == 59.0
    rate.correct(taken, 20)
    assert rate.wait(40, 1.0) == 0.0
    assert rate.wait(100, 60.0) == 0.0
    rate.correct(taken, 90)
    assert rate.wait(100, 60.0) == 0.0


def test_the_endpoints_limit_holds_where_it_is_the_lower() -> None:
    rate = Rate(10)
    rate.told(most=2, left=None, renewed_in=None, now=0.0)
    assert [when for when, _ in taking(rate, [1] * 3)] == [0, 0, 60]
    rate.told(most=50, left=None, renewed_in=None, now=60.0)
    assert rate.wait(9, 61.0) == 0.0
    assert rate.wait(10, 61.0) == 59.0


def test_what_the_endpoint_says_is_left_is_all_there_is_until_it_is_renewed() -> None:
    rate = Rate()
    rate.told(most=100, left=5, renewed_in=8.0, now=10.0)
    rate.take(3, 10.0)
    assert rate.wait(2, 11.0) == 0.0
    assert rate.wait(3, 11.0) == 7.0
    assert rate.wait(3, 18.0) == 0.0
    assert rate.wait(3, 19.0) == 0.0


def test_a_renewal_far_off_is_waited_for_a_minute_at_most() -> None:
    rate = Rate()
    rate.told(most=None, left=0, renewed_in=86_400.0, now=0.0)
    assert rate.wait(1, 0.0) == 60.0


@pytest.mark.parametrize(
    ("left", "renewed_in"), [(None, 5.0), (0, None)], ids=["not told what is left", "not told until when"]
)
def test_half_a_word_is_none(left: int | None, renewed_in: float | None) -> None:
    rate = Rate()
    rate.told(most=0, left=left, renewed_in=renewed_in, now=0.0)
    assert rate.wait(1, 0.0) == 0.0


@pytest.mark.parametrize(
    ("most", "left", "renewed_in", "wait"),
    [
        pytest.param(60, 59, 1.0, 60.0, id="one of sixty in a second is a minute's"),
        pytest.param(200, 199, 432.0, 60.0, id="a day's is no more than a minute's"),
        pytest.param(10, 4, 0.6, 0.0, id="a second's is none"),
        pytest.param(10, 10, 0.0, 60.0, id="nothing used"),
    ],
)
def test_a_limit_is_a_minutes_unless_it_is_renewed_much_faster(
    most: int, left: int, renewed_in: float, wait: float
) -> None:
    rate = Rate()
    for _ in range(most):
        rate.take(1, 0.0)
    rate.told(most=most, left=left, renewed_in=renewed_in, now=0.0)
    assert rate.wait(1, 0.0) == wait
