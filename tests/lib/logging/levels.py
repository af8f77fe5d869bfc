import logging

for level in (0, 10, 20, 30, 40, 50, 55, "DEBUG", "WARN", "nothing"):
    print(repr(logging.getLevelName(level)))
logging.addLevelName(25, "NOTICE")
print(logging.getLevelName(25), logging.getLevelName("NOTICE"), logging.getLevelNamesMapping()["NOTICE"])
log = logging.getLogger("x")
log.setLevel("NOTICE")
print(log.level, log, logging.FATAL, logging.WARN)
for wrong in ("LOUD", 1.5, None, b"DEBUG"):
    try:
        log.setLevel(wrong)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    log.log("INFO", "x")
except TypeError as e:
    print(e)
try:
    logging.getLogger(3)
except TypeError as e:
    print(e)
