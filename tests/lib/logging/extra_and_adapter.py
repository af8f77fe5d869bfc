import logging
import sys

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(message)s user=%(user)s", defaults={"user": "-"}))
log = logging.getLogger("app")
log.addHandler(handler)
log.propagate = False
log.warning("plain")
log.warning("with", extra={"user": "ann"})
for name in ("message", "asctime", "lineno", "msg"):
    try:
        log.error("x", extra={name: 1})
    except KeyError as e:
        print(e)
adapter = logging.LoggerAdapter(log, {"user": "bob"})
adapter.warning("adapted %d", 1)
adapter.warning("replaced", extra={"user": "eve"})
adapter.debug("dropped")
print(adapter, adapter.isEnabledFor(10), adapter.getEffectiveLevel(), adapter.hasHandlers(), adapter.name)


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


Prefix(log, {"id": 5}).error("prefixed %s", "x")
adapter.setLevel("ERROR")
print(log.level)
adapter.warning("too low")
