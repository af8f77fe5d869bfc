from cyc3 import a
b = 2
