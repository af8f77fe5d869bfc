import logging
import unittest

case = unittest.TestCase()
with case.assertLogs("motor", level="INFO") as caught:
    logging.getLogger("motor").info("at %d", 3)
    logging.getLogger("motor.left").error("stuck")
    logging.getLogger("motor").debug("not seen")
print(caught.output, [record.levelname for record in caught.records])
for action in (lambda: case.assertLogs("motor", "WARNING"), lambda: case.assertNoLogs("motor")):
    try:
        with action():
            logging.getLogger("motor").info("low")
    except AssertionError as error:
        print(error)
with case.assertNoLogs("motor", level="ERROR"):
    logging.getLogger("motor").warning("fine")
