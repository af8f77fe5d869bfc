import cyc2
x = 1
def f(): return cyc2.y
