from communique.completion import TokenUsage


def test_usages_add_up_field_by_field() -> None:
    first = TokenUsage(prompt=1, completion=2, cached=3, calls=1)
    assert first + TokenUsage(prompt=10, completion=20, cached=30, calls=1) == TokenUsage(11, 22, 33, 2)
