import logging
import queue
import sys
from logging.handlers import BufferingHandler, MemoryHandler, QueueHandler, QueueListener

target = logging.StreamHandler(sys.stdout)
memory = MemoryHandler(3, target=target)
log = logging.getLogger("m")
log.propagate = False
log.setLevel(10)
log.addHandler(memory)
log.info("one")
log.info("two")
print("full at three")
log.info("three")
log.debug("kept")
print("error flushes")
log.error("bad")
log.info("until close")
memory.close()
print(memory.target, memory.buffer)
silent = MemoryHandler(9, target=target, flushOnClose=False)
silent.handle(logging.makeLogRecord({"msg": "lost", "levelno": 10}))
silent.close()
buffer = BufferingHandler(2)
for i in range(3):
    buffer.handle(logging.makeLogRecord({"msg": i}))
print([record.msg for record in buffer.buffer])

q = queue.Queue()
log.handlers = [QueueHandler(q)]
log.info("to %s", "queue")
record = q.get()
print(record.msg, record.args, record.message, record.levelname)
listener = QueueListener(q, target)
listener.start()
for i in range(3):
    log.warning("heard %d", i)
listener.stop()
print(q.empty())
