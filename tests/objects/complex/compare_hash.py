print(1 + 0j == 1, 1 == 1 + 0j, 1.5 + 0j == 1.5, 1 + 1j == 1, 1j == 1j, 1j != 2j, 2**53 + 1 == complex(2**53))
print(10**30 == complex(10**30), 1j == "a", True == 1 + 0j)
print(hash(1 + 2j), hash(1j), hash(5 + 0j) == hash(5), hash(2.5 + 0j) == hash(2.5), {1: 2}[1 + 0j])
