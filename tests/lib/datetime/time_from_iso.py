from datetime import time

for text in "04", "04.5", "04:23,25", "04:23", "0423", "04:23:01", "042301", "04:23:01.5", "04:23:01,123456789", "T04:23", "04:23:01+04:00", "04:23Z", "04:23:01.000384-00:30", "04:23+01:02:03.5", "042301.25+0130":
    print(text, repr(time.fromisoformat(text)))
for bad in "4:23", "04:23:", "25:00", "04:2", "04:23:01.", "", "04:23+", "0423:01", "04:2301", "04:23:01+25:00", "x":
    try:
        print(bad, time.fromisoformat(bad))
    except ValueError as e:
        print(bad, "ValueError")
