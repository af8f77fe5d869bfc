import logging

record = logging.makeLogRecord({"name": "n", "msg": "%s!", "args": ("hi",), "levelname": "INFO", "levelno": 20})
for fmt, style in (("%(name)-4s|%(message)s", "%"), ("{name:>4}|{message!r}", "{"), ("$name|${message}$$", "$"),
                   (None, "%"), (None, "{"), (None, "$")):
    formatter = logging.Formatter(fmt, style=style)
    print(formatter.format(record), formatter.usesTime(), formatter._fmt)
print(logging.Formatter("%(who)s %(name)s", defaults={"who": "me", "name": "not"}).format(record))
print(logging.Formatter("{who} {name}", style="{", defaults={"who": "me"}).format(record))
for fmt, style in (("x", "%"), ("x", "{"), ("x", "$"), ("$ x", "$"), ("%(name)s", "?")):
    try:
        logging.Formatter(fmt, style=style)
        print("fine")
    except ValueError as e:
        print(e)
print(logging.Formatter("no fields", validate=False).format(record))
try:
    logging.Formatter("%(missing)s").format(record)
except ValueError as e:
    print(e)
