from reprlib import recursive_repr


class Node:
    def __init__(self):
        self.items = []

    @recursive_repr(fillvalue="<...>")
    def __repr__(self):
        "Doc."
        return f"Node({self.items})"


n = Node()
n.items.append(n)
print(n, repr(n), Node.__repr__.__doc__, Node.__repr__.__name__)
