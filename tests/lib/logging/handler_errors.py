import io
import logging
import sys

sys.stderr = out = io.StringIO()
logging.basicConfig(stream=sys.stdout)
logging.error("%d", "text")
text = out.getvalue()
print(text.startswith("--- Logging error ---\nTraceback"), "Call stack:\n" in text)
print(text[text.index("Message:"):])
logging.raiseExceptions = False
logging.error("%s")
logging.error("%s %s", 1)
logging.getLogger("x").log("wrong level", "x")
print(out.getvalue() == text)
