import copy

a = [1]
a.append(a)
b = copy.deepcopy(a)
print(b[1] is b, b is not a, b[0])
shared = [5]
x = copy.deepcopy([shared, shared, {"k": shared}])
print(x[0] is x[1], x[2]["k"] is x[0])
t = ([],)
t[0].append(t)
u = copy.deepcopy(t)
print(u[0][0] is u, u is not t)


class Node:
    pass


n = Node()
n.me, n.kids = n, [n]
m = copy.deepcopy(n)
print(m.me is m, m.kids[0] is m, m is not n)
memo = {}
copy.deepcopy(shared, memo)
print(id(shared) in memo)
