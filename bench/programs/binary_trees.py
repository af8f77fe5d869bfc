# Allocation: building and walking trees of short-lived objects.
class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        total = 1
        if self.left:
            total += self.left.count()
        if self.right:
            total += self.right.count()
        return total


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def pairs(depth):
    return (pairs(depth - 1), pairs(depth - 1)) if depth else (None, None)


kept = build(13)
total = 0
for _ in range(160):
    total += build(11).count()
for _ in range(160):
    total += len(pairs(12))
print(total, kept.count())
