"""One event of the world, many articles: records that tell of it are linked, each link with its reasons."""

from communique.linking.copies import sketch
from communique.linking.linking import link

__all__ = ["link", "sketch"]
