# Text: split, join, replace, format, search, slices, case.
def words(count):
    seed = 42
    result = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        length = 3 + (seed >> 16) % 8
        word = ""
        for i in range(length):
            word += chr(97 + (seed >> (i + 3)) % 26)
        result.append(word)
    return result


def work(rounds):
    vocabulary = words(400)
    line = " ".join(vocabulary)
    total = 0
    for i in range(rounds):
        parts = line.split(" ")
        parts.reverse()
        again = "-".join(parts).replace("a", "AB").upper()
        total += again.find("ZZ") + again.count("AB")
        for part in parts[:60]:
            if part.startswith("q") or part.endswith("x"):
                total += 1
            total += len("%s:%d" % (part, i)) + len("{}={}".format(part[1:-1], i).strip())
    return total


print(work(6000))
