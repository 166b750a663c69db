"""The questions of a dataset's workers, asked by a thread of this process for as long as the process lasts: when a
dataset is executed, and how often, is not known beforehand."""

import asyncio
import logging
from threading import Thread

from ray.actor import ActorHandle
from ray.exceptions import RayError

from communique.cluster.mailbox import Mailbox, make_mailbox, serve
from communique.engines.reading import RunAsker
from communique.errors import CommuniqueError, ConfigurationError
from communique.llm.connecting import Connection

_log = logging.getLogger(__name__)


def answered_mailbox(connection: Connection) -> ActorHandle[Mailbox]:
    """A mailbox whose questions go to the connection."""
    mailbox = make_mailbox()
    Thread(target=_ask, args=(connection, mailbox), name="communique-asking", daemon=True).start()
    return mailbox


def _ask(connection: Connection, mailbox: ActorHandle[Mailbox]) -> None:
    """Asks until the mailbox is gone; of another end the workers are told, who would wait for ever."""
    try:
        asyncio.run(_serve(connection, mailbox))
    except* RayError:
        _log.info("the cluster of a dataset is gone")
    except* CommuniqueError as group:
        mailbox.close.remote(_first(group))
    except* BaseException as group:
        mailbox.close.remote(ConfigurationError(f"this process can ask nothing any more ({_first(group)!r})"))
        raise


async def _serve(connection: Connection, mailbox: ActorHandle[Mailbox]) -> None:
    async with connection.open() as client:
        await serve(mailbox, RunAsker(connection, client))


def _first(error: BaseException) -> BaseException:
    return _first(error.exceptions[0]) if isinstance(error, BaseExceptionGroup) else error
