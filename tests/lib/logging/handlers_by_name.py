import io
import logging

handler = logging.StreamHandler(io.StringIO())
print(handler.name, handler.level, handler.formatter)
handler.name = "main"
handler.setLevel("ERROR")
print(logging.getHandlerByName("main") is handler, logging.getHandlerNames(), repr(handler))
handler.set_name("other")
print(logging.getHandlerByName("main"), handler.get_name())
handler.close()
print(logging.getHandlerByName("other"))
print(logging.NullHandler(), logging.Handler("INFO"), logging.lastResort.level)
try:
    logging.Handler().emit(None)
except NotImplementedError as e:
    print(e)
log = logging.getLogger("x")
log.propagate = False
log.addHandler(handler)
log.addHandler(handler)
log.warning("low")
log.error("high")
log.removeHandler(handler)
log.removeHandler(handler)
log.addHandler(logging.NullHandler())
log.critical("nowhere")
print(repr(handler.stream.getvalue()), log.handlers)
old = handler.stream
print(handler.setStream(io.StringIO()) is old, handler.setStream(handler.stream))
handler.terminator = "|"
handler.handle(logging.makeLogRecord({"msg": "end", "levelno": 10}))
print(handler.stream.getvalue())
