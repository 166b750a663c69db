"""Articles read by the machines of a Ray cluster, and questions about them asked by this process, which keeps the
answers: no key, no client and no store leaves it."""

try:
    import ray as _ray  # noqa: F401 - what this package stands on
except ImportError as _error:
    from communique.errors import ConfigurationError

    raise ConfigurationError('Ray is not installed; run `pip install "communique[ray]"`') from _error
