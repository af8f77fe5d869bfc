# Method calls, inheritance, properties: a small state machine driven by messages.
class Counter:
    def __init__(self):
        self.count = 0

    def step(self, n):
        self.count += n
        return self.count


class Limited(Counter):
    limit = 1000

    def __init__(self, scale):
        super().__init__()
        self.scale = scale

    def step(self, n):
        if self.over:
            self.reset()
        return super().step(n * self.scale)

    @property
    def over(self):
        return self.count > self.limit

    def reset(self):
        self.count -= self.limit


def drive(rounds):
    plain = Counter()
    limited = [Limited(1), Limited(2), Limited(3)]
    total = 0
    for i in range(rounds):
        plain.step(1)
        for machine in limited:
            total += machine.step(i & 7)
    return plain.count, total


print(drive(600000))
