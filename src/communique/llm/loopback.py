"""The names of this machine: no proxy stands before them, and no list has their prices."""

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
