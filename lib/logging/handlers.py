# logging.handlers: files that turn over at a size, and records kept in memory or sent to a queue.
from . import ERROR, FileHandler, Handler


class BaseRotatingHandler(FileHandler):
    namer = None    # makes the name of a file that was turned over from the proposed one
    rotator = None  # puts the file away under that name

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
            return
        from os import path, replace
        if path.exists(source):
            replace(source, dest)


class RotatingFileHandler(BaseRotatingHandler):
    """Turns over before a file would reach maxBytes: name becomes name.1, that name.2, and so on up
    to backupCount. With either at 0 it never turns over."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False,
                 errors=None):
        super().__init__(filename, "a" if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def shouldRollover(self, record):
        if self.maxBytes <= 0:
            return False
        if self.stream is None:
            self.stream = self._open()
        self.stream.seek(0, 2)
        size = self.stream.tell()
        text = self.format(record) + self.terminator
        return size > 0 and size + len(text.encode(self.encoding or "utf-8")) >= self.maxBytes

    def doRollover(self):
        if self.stream:
            self.stream.close()
            self.stream = None
        for number in range(self.backupCount, 0, -1):
            older = self.rotation_filename(f"{self.baseFilename}.{number}")
            newer = self.baseFilename
            if number > 1:
                newer = self.rotation_filename(f"{self.baseFilename}.{number - 1}")
            self._put_away(newer, older, number == 1)
        if not self.delay:
            self.stream = self._open()

    def _put_away(self, source, dest, is_current):
        from os import path, remove, replace
        if not path.exists(source):
            return
        if path.exists(dest):
            remove(dest)
        if is_current:
            self.rotate(source, dest)
        else:
            replace(source, dest)


class BufferingHandler(Handler):
    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.acquire()
        try:
            self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    """Keeps records until there are `capacity` or one is as severe as flushLevel."""

    def __init__(self, capacity, flushLevel=ERROR, target=None, flushOnClose=True):
        super().__init__(capacity)
        self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.acquire()
        try:
            self.target = target
        finally:
            self.release()

    def flush(self):
        self.acquire()
        try:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()
        finally:
            self.release()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.acquire()
            try:
                self.target = None
                self.buffer.clear()
                Handler.close(self)
            finally:
                self.release()


class QueueHandler(Handler):
    """Sends records to a queue, with their text already made."""

    def __init__(self, queue):
        super().__init__()
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        from copy import copy
        text = self.format(record)
        record = copy(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """A thread that takes records from a queue and gives them to handlers."""

    _end = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue, self.handlers = queue, handlers
        self.respect_handler_level = respect_handler_level
        self._thread = None

    def dequeue(self, block):
        return self.queue.get(block)

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def start(self):
        from threading import Thread
        self._thread = Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def _monitor(self):
        while True:
            record = self.dequeue(True)
            if record is not self._end:
                self.handle(record)
            if hasattr(self.queue, "task_done"):
                self.queue.task_done()
            if record is self._end:
                return

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._end)

    def stop(self):
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None
