import logging
import sys


class Loud(logging.StreamHandler):
    def flush(self):
        print("flush", self.name)
        super().flush()

    def close(self):
        print("close", self.name)
        super().close()


first, second = Loud(sys.stdout), Loud(sys.stdout)
first.name, second.name = "first", "second"
logging.shutdown()
print("end of the script")
