import gc


class Node:
    pass


class Slotted:
    __slots__ = ("held",)


def make():
    yield target


target = Node()
box = [1, target]
table = {"a": target}
pair = (target, 2)
unique = {target}
owner = Node()
owner.part = target
slotted = Slotted()
slotted.held = target
far = Node()
for i in range(20):
    setattr(far, "x%d" % i, i)
far.last = target
others = [object(), [Node()]]
found = gc.get_referrers(target)
print([any(o is f for f in found) for o in (box, table, pair, unique, slotted, others)])
print(gc.get_referrers(), any(o is box for o in gc.get_referrers(target, owner)))
objects = gc.get_objects()
print([any(o is f for f in objects) for o in (box, table, target, owner, Node, make, gc)], len(objects) > 20)
print(gc.is_tracked([]), gc.is_tracked(target), gc.is_tracked(5), gc.is_tracked("text"))
