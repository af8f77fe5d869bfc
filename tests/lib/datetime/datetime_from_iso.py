from datetime import datetime

for text in ("2011-11-04", "20111104", "2011-11-04T00:05:23", "2011-11-04 00:05:23.283", "2011-11-04T00:05:23Z", "20111104T000523", "2011-W01-2T00:05:23.283",
             "2011-11-04 00:05:23.283+00:00", "2011-11-04T00:05:23+04:00", "2011W0121234", "2011-11-04x12", "2011-11-04T23", "2011-W01T05"):
    print(text, repr(datetime.fromisoformat(text)))
for bad in "2011-11-04T", "2011-11", "", "2011-11-04T25:00", "2011-11-04T12:3", "x", "2011-11-0412:00:", "2011-11-04T12:00+1":
    try:
        print(bad, datetime.fromisoformat(bad))
    except ValueError:
        print(bad, "ValueError")
