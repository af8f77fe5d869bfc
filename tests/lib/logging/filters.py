import copy
import logging
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(name)s %(message)s"))
logging.root.addHandler(handler)
only = logging.Filter("a.b")
handler.addFilter(only)
handler.addFilter(only)
print(len(handler.filters))
for name in ("a", "a.b", "a.b.c", "a.bc", "x"):
    logging.getLogger(name).warning("hello")
handler.removeFilter(only)
handler.removeFilter(only)


def mask(record):
    record = copy.copy(record)
    record.msg = "masked"
    return record


class Odd:
    count = 0

    def filter(self, record):
        self.count += 1
        return self.count % 2


log = logging.getLogger("y")
log.addFilter(Odd())
handler.addFilter(mask)
for i in range(4):
    log.error("secret %s")
log.addFilter(lambda record: False)
log.critical("nothing")
print(logging.Filter().filter(logging.makeLogRecord({"name": "any"})))
