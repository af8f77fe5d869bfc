import io
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=10, format="%(filename)s %(module)s %(funcName)s %(lineno)d %(message)s")
log = logging.getLogger("x")


def inner():
    log.info("one")
    log.info("two", stacklevel=2)
    logging.info("root")
    logging.LoggerAdapter(log, {}).warning("adapter")
    try:
        raise KeyError
    except KeyError:
        log.error("no trace")


def outer():
    inner()


outer()
log.info("module")
log.info("beyond", stacklevel=9)
out = io.StringIO()
logging.getLogger().handlers[0].setStream(out)
inner()
outer()
log.warning("stack", stack_info=True)
print(out.getvalue().split("stack\n")[1].replace(__file__, "FILE"))
