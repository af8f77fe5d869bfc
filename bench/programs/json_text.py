# JSON: writing and reading records.
import json


def records(count):
    return [{"id": n, "name": "sensor-%d" % n, "values": [n * 0.5, n * 0.25, -n], "ok": n % 3 == 0,
             "note": None if n % 5 else "caf\u00e9 \"%d\"\n" % n} for n in range(count)]


def work(rounds):
    data = records(120)
    size = total = 0
    for _ in range(rounds):
        text = json.dumps(data)
        size += len(text)
        for record in json.loads(text):
            if record["ok"]:
                total += record["id"] + len(record["values"])
    return size > 0, total


print(work(1400))
