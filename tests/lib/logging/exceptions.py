import io
import logging

out = io.StringIO()
log = logging.getLogger("x")
log.propagate = False
log.addHandler(logging.StreamHandler(out))


def fail():
    raise ValueError("deep")


try:
    fail()
except ValueError as e:
    caught = e
    log.exception("failed: %s", "here")
    log.error("plain")
    log.warning("tuple", exc_info=(type(e), e, e.__traceback__))
log.info("dropped", exc_info=caught)
log.error("object", exc_info=caught)
log.error("none", exc_info=None)
log.error("no exception", exc_info=True)
lines = [line for line in out.getvalue().split("\n") if "^" not in line]
for line in lines:
    print(line.split('"')[0] + line.split('"')[-1] if "File" in line else line)


class Short(logging.Formatter):
    def formatException(self, ei):
        return f"<{ei[0].__name__}: {ei[1]}>"


handler = logging.StreamHandler(out)
handler.setFormatter(Short("%(message)s"))
log.handlers = [handler]
out.seek(0)
out.truncate()
log.error("short", exc_info=caught)
print(out.getvalue())
