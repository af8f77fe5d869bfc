import io
import logging
import sys

logging.basicConfig(stream=sys.stdout, level="INFO")
logging.info("shown %s", 1)
logging.debug("hidden")
logging.basicConfig(level="DEBUG", stream=io.StringIO())
print(logging.root, len(logging.root.handlers))
logging.basicConfig(level="DEBUG", style="{", stream=sys.stdout, force=True)
logging.debug("braces")
logging.basicConfig(style="$", stream=sys.stdout, force=True)
logging.debug("dollars")
own = logging.StreamHandler(sys.stdout)
own.setFormatter(logging.Formatter("own %(message)s"))
logging.basicConfig(handlers=[own, logging.StreamHandler(sys.stdout)], format="other %(message)s", force=True)
logging.log(35, "both")
for wrong in ({"stream": 1, "filename": "x"}, {"handlers": [], "stream": sys.stdout}, {"style": "?"},
              {"level": "LOUD"}):
    try:
        logging.basicConfig(force=True, **wrong)
    except ValueError as e:
        print(e)
logging.root.handlers.clear()
try:
    logging.basicConfig(colour=1, stream=sys.stdout)
except ValueError as e:
    print(e)
