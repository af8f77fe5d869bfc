# Generators: pipelines, delegation, two-way communication.
def numbers(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def squares(source):
    for n in source:
        yield n * n


def chunks(source, size):
    chunk = []
    for item in source:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def averager():
    total = count = 0
    average = 0
    while True:
        total += yield average
        count += 1
        average = total // count


total = 0
for chunk in chunks(squares(numbers(1500000)), 16):
    total += chunk[-1] % 1013
print(total, sum(tree(15)))
average = averager()
next(average)
for n in range(400000):
    last = average.send(n)
print(last, sum(n for n in range(1500000) if n & 1))
