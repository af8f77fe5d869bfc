import logging
import os
from logging.handlers import RotatingFileHandler

path = "logging_rotating_test.log"
names = [path, path + ".1", path + ".2", path + ".3"]


def show():
    for name in names:
        if os.path.exists(name):
            print(name[len(path):] or "current", open(name).read().split())
            os.remove(name)


def write(count, *args, **kwargs):
    handler = RotatingFileHandler(path, *args, **kwargs)
    for i in range(count):
        handler.handle(logging.makeLogRecord({"msg": f"line{i:02}"}))
    handler.close()
    show()


write(9, maxBytes=20, backupCount=2)
write(5, maxBytes=0, backupCount=2)
write(4, "w", 14, 3, delay=True)
write(2, maxBytes=3, backupCount=1)
