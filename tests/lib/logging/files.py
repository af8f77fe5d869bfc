import logging
import os

path = "logging_files_test.log"
logging.basicConfig(filename=path, filemode="w", level=20, encoding="utf-8", format="%(levelname)s %(message)s")
logging.info("first \u00e9")
logging.debug("hidden")
handler = logging.root.handlers[0]
print(handler.baseFilename == os.getcwd() + "/" + path, handler.mode, repr(handler).startswith("<FileHandler /"))
logging.shutdown()
print(handler.stream, open(path, encoding="utf-8").read(), end="")
logging.root.handlers.clear()
late = logging.FileHandler(path, delay=True)
print(late.stream)
logging.root.addHandler(late)
logging.warning("appended")
late.close()
logging.warning("opened again")
late.close()
print(open(path, encoding="utf-8").read(), end="")
try:
    logging.FileHandler("no/such/folder/x.log")
except FileNotFoundError as e:
    print("no folder")
os.remove(path)
