"""The exceptions of asyncio, under the name that CPython has for their module."""

from .core import CancelledError, InvalidStateError, TimeoutError
from .locks import BrokenBarrierError
from .streams import IncompleteReadError, LimitOverrunError
