# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual
import machine

print(machine.freq(), machine.unique_id().hex())
machine.freq(240_000_000)
print(machine.freq())
for hz in (1, 241_000_000, -5):
    try:
        machine.freq(hz)
    except ValueError as e:
        print(e)
