# Filtering bytes: a moving average and a threshold, in place.
def smooth(data):
    a, b = data[0], data[1]
    for i in range(2, len(data)):
        c = data[i]
        data[i - 1] = (a + b + b + c) >> 2
        a = b
        b = c


def clip(data, low, high):
    changed = 0
    for i in range(len(data)):
        value = data[i]
        if value < low:
            data[i] = low
            changed += 1
        elif value > high:
            data[i] = high
            changed += 1
    return changed


def run(rounds):
    total = 0
    for r in range(rounds):
        data = bytearray(2048)
        for i in range(len(data)):
            data[i] = (i * 31 + r) & 255
        smooth(data)
        total += clip(data, 40, 200) + data[100 + r]
    return total


print(run(1000))
