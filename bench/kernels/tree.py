# A search tree of 2000 inserts: objects, attributes, methods.
class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        if key < self.key:
            if self.left is None:
                self.left = Node(key)
            else:
                self.left.insert(key)
        elif key > self.key:
            if self.right is None:
                self.right = Node(key)
            else:
                self.right.insert(key)

    def depth(self):
        left = self.left.depth() if self.left is not None else 0
        right = self.right.depth() if self.right is not None else 0
        return 1 + (left if left > right else right)


def run(rounds):
    total = 0
    seed = 12345
    for _ in range(rounds):
        root = Node(1 << 30)
        for _ in range(2000):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            root.insert(seed)
        total += root.depth()
    return total


print(run(200))
