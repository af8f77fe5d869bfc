import cyc1
y = 2
def g(): return cyc1.x
