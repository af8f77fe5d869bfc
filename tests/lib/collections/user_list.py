from collections import UserList

u = UserList([3, 1, 2])
print(u, u[0], u[1:], type(u[1:]).__name__, u + [4], [0] + u, u * 2, len(u), 1 in u, u == [3, 1, 2], u < [4])
u.sort()
u.append(9)
u.insert(0, 0)
u.extend(UserList([7]))
u += (8,)
print(u, u.pop(), u.index(9), u.count(1), list(reversed(u)), u.copy(), u.data)
u.remove(9)
del u[0]
u[0] = "x"
u.reverse()
print(u, isinstance(u, list), UserList("ab"), UserList(u) == u, UserList() == [])
