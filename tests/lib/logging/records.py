import logging

record = logging.LogRecord("n", 20, "/some/where/thing.py", 7, "%(a)s-%(b)d", ({"a": 1, "b": 2},), None, "func")
print(record, record.getMessage(), record.filename, record.module, record.funcName, record.levelname)
print(record.lineno, record.exc_info, record.exc_text, record.stack_info, record.args)
print(logging.LogRecord("n", 1, "x", 1, "100%", (), None).getMessage())
print(logging.LogRecord("n", 1, "x", 1, 3.5, None, None).getMessage())
print(logging.LogRecord("n", 1, "x", 1, "%s", ({},), None).getMessage())
print(record.threadName, record.processName, record.taskName, type(record.process).__name__)
try:
    logging.LogRecord("n", 1, "x", 1, "%s", (1, 2), None).getMessage()
except TypeError as e:
    print(e)


class Mine(logging.LogRecord):
    def getMessage(self):
        return "mine " + super().getMessage()


logging.setLogRecordFactory(Mine)
print(logging.getLogRecordFactory() is Mine, type(logging.makeLogRecord({"msg": 1})).__name__)
import sys
logging.basicConfig(stream=sys.stdout)
logging.error("message %s", 1)
