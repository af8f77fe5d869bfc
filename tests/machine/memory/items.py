# expect: hand, because CPython has no machine
import machine
import uctypes

print(machine.mem8, machine.mem16, machine.mem32)
data = bytearray(16)
address = uctypes.addressof(data)
machine.mem8[address] = 0x1FF
machine.mem16[address + 2] = -2
machine.mem32[address + 4] = 0xDEADBEEF
print(data.hex(), machine.mem8[address], machine.mem16[address + 2], hex(machine.mem32[address + 4]))
