# Functions as values: closures with cells, default arguments, higher-order calls.
def make_counter(step):
    count = 0

    def advance(times=1):
        nonlocal count
        count += step * times
        return count

    return advance


def compose(*functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x

    return composed


def run(rounds):
    counters = [make_counter(n) for n in range(1, 6)]
    mix = compose(lambda x: x + 3, lambda x: x * 5, lambda x: x % 1009)
    x = 1
    for i in range(rounds):
        x = mix(x)
        counters[i % 5]()
        counters[x % 5](2)
    return x, [counter(0) for counter in counters]


print(run(1000000))
