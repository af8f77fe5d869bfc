# expect: hand, because CPython has no esp32
# args: --board esp32s3 --time virtual
# A record that power took half of: what came before it counts, and new ones find a clean place.
import machine
from esp32 import NVS, Partition

nvs = NVS("app")
if machine.reset_cause() == machine.PWRON_RESET:
    nvs.set_i32("a", 1)
    nvs.commit()
    part = Partition("nvs")
    log = bytearray(4096)
    part.readblocks(0, log)
    end = len(bytes(log).rstrip(b"\xff"))
    part.writeblocks(0, b"\x01\x00\x03\x01\x04\x00torn", end)
    machine.reset()
print(nvs.get_i32("a"))
nvs.set_i32("b", 2)
nvs.commit()
if machine.reset_cause() != machine.SOFT_RESET:
    machine.soft_reset()
print(nvs.get_i32("a"), nvs.get_i32("b"))
