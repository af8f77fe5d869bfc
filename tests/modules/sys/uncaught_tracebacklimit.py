# exit: 1
# stderr-has: in f0
# A limit shows the places nearest to the error when the program ends by an exception.
import sys
sys.tracebacklimit = 1
def f0(): raise ValueError("v")
def f1(): f0()
print("before")
f1()
