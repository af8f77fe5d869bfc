import operator as o

d = {"a": 1}
print(o.getitem(d, "a"), o.setitem(d, "b", 2), o.delitem(d, "a"), d)
print(o.contains([1, 2], 2), o.concat([1], [2]), o.concat("a", "b"))
print(o.countOf([1, 2, 1], 1), o.indexOf(iter("abc"), "c"), o.getitem([1, 2, 3], slice(1, None)))
print(o.length_hint([1, 2]), o.length_hint(iter([1])), o.length_hint(object(), 7), o.length_hint(3))
print(o.call(max, 1, 2), o.call(dict, a=1), o.call(int, "11", base=2))
