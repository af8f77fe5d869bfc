import io
import logging
import sys

sys.stderr = out = io.StringIO()
log = logging.getLogger("alone")
log.info("quiet")
log.warning("only the %s", "message")
logging.lastResort = None
log.propagate = False
log.addHandler(logging.NullHandler())
log.error("nothing")
print(repr(out.getvalue()))
