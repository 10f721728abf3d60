"""Work off the screen's thread that the program never waits for when it is left."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

T = TypeVar("T")


async def in_background(work: Callable[[], T]) -> T:
    """Return what *work* returns, or raise what it raises, from a thread of its own.

    The thread dies with the program: what it waits for, a disk or a website, holds up nobody.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def answer(how: Callable[[], None]) -> None:
        if not done.done():
            how()

    def run() -> None:
        try:
            found = work()
        except Exception as error:
            _tell(loop, partial(answer, partial(done.set_exception, error)))
        else:
            _tell(loop, partial(answer, partial(done.set_result, found)))

    threading.Thread(target=run, daemon=True).start()
    return await done


def _tell(loop: asyncio.AbstractEventLoop, what: Callable[[], None]) -> None:
    with contextlib.suppress(RuntimeError):  # the program was left meanwhile
        loop.call_soon_threadsafe(what)
