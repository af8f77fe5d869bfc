# Local time is what time.localtime() says.
import time
from datetime import datetime, timezone

now = time.time()
d = datetime.fromtimestamp(now)
print(abs(d.timestamp() - now) < 0.001, d.timetuple()[:6] == tuple(time.localtime(now))[:6], d.astimezone().utcoffset() is not None)
print(abs((d.astimezone(timezone.utc) - datetime.fromtimestamp(now, timezone.utc)).total_seconds()) < 0.001)
