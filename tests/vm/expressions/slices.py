class S:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
s = S()
print(s[1], s[1:2], s[:], s[::], s[::2], s[1:], s[:1], s[1:2:3], s[1, 2], s[1:2, ::3], s[...], s[()], s[1,])
print(s[*[1, 2]], s[0, *"ab"], s[(1, 2):3])
s[1:2] = 5
s[::] = 6
s[1, 2:3] = 7
del s[4:], s[1, 2]
l = list(range(10))
print(l[2:5], l[::-1], l[-3:], l[5:2:-1], l[100:], l[:-8])
l[2:5] = "ab"
l[::4] = [0, 0, 0]
del l[1::3]
print(l)
x = slice(1, None)
print(l[x], "hello"[x], (1, 2, 3)[x])
