# Counting words in a dict.
def run(rounds):
    seed = 42
    words = []
    for _ in range(1000):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        words.append("w%d" % (seed >> 16 & 127))
    text = " ".join(words)
    best = 0
    for _ in range(rounds):
        counts = {}
        for word in text.split(" "):
            counts[word] = counts.get(word, 0) + 1
        for word, count in counts.items():
            if count > best:
                best = count
    return best, len(counts)


print("%d %d" % run(1500))
