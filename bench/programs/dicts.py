# Dictionaries and sets: counting, grouping, lookups, deletion.
def pseudo_random(seed, count, modulus):
    result = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        result.append((seed >> 12) % modulus)
    return result


def work(rounds):
    numbers = pseudo_random(7, 20000, 3000)
    names = ["key%d" % (n % 700) for n in numbers]
    checksum = 0
    for _ in range(rounds):
        counts = {}
        for name in names:
            counts[name] = counts.get(name, 0) + 1
        groups = {}
        for number in numbers:
            key = number & 255
            if key in groups:
                groups[key].append(number)
            else:
                groups[key] = [number]
        seen = set()
        for number in numbers:
            if number not in seen:
                seen.add(number)
        for key in range(0, 256, 3):
            del groups[key]
        checksum += max(counts.values()) + len(seen) + sum(len(g) for g in groups.values())
    return checksum


print(work(150))
