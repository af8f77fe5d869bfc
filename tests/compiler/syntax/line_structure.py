x = (1 +
     2)
if x == 3: print("a"); print("b")
y = [1,
     2,  # comment

     3,
]
if True:
	print("tab")
if True:
        print("eight")
z = 1; w = 2;
print(x, y, z, w, \
      "continued")
class A: pass; b = 1
def f(): return 1; print("never")
def g(
    a,
    b=2,
    *,
    c=3,
): return a, b, c
print(A.b, f(), g(1,))
if 1:
    pass

    # odd comment
  # less
    print("still in")
while 0: pass
else: print("else")
for i in (): pass
else: print("for else")
lambda: (yield)
