# Building strings: concatenation in a loop, formatting, join, replace, slices.
def run(rounds):
    total = 0
    for r in range(rounds):
        text = ""
        for i in range(200):
            text += chr(97 + (i * 7 + r) % 26)
        lines = []
        for i in range(100):
            lines.append("%d:%s;" % (i, text[i:i + 8]))
        joined = ",".join(lines).replace("a", "AA")
        total += len(joined) + joined.count("A")
    return total


print(run(3000))
