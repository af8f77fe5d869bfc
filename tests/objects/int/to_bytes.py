print((258).to_bytes(2, "big"), (258).to_bytes(4, "little"), (1).to_bytes(), (0).to_bytes(0, "big"))
print((-2).to_bytes(2, "big", signed=True), (-128).to_bytes(1, signed=True), (2**70).to_bytes(10, "little"))
print((127).to_bytes(1, signed=True), (255).to_bytes(length=2, byteorder="little"))
print((-(2**71)).to_bytes(9, "big", signed=True))
