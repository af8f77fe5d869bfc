import logging


class Traced(logging.Logger):
    def trace(self, msg, *args):
        self.log(5, msg, *args)


class Collect(logging.Handler):
    def __init__(self):
        super().__init__(level=5)
        self.seen = []

    def emit(self, record):
        self.seen.append((record.levelname, self.format(record)))


logging.setLoggerClass(Traced)
log = logging.getLogger("traced")
print(type(log).__name__, logging.getLoggerClass() is Traced, log)
log.setLevel(1)
collect = Collect()
log.addHandler(collect)
log.trace("x=%d", 3)
log.log(4, "below")
log.handle(logging.makeLogRecord({"name": "n", "levelno": 60, "levelname": "SIXTY", "msg": "made"}))
print(collect.seen)
try:
    logging.setLoggerClass(dict)
except TypeError as e:
    print(e)
out = logging.BufferingFormatter(logging.Formatter("[%(msg)s]"))
print(out.format([logging.makeLogRecord({"msg": n}) for n in range(3)]), repr(out.format([])))
