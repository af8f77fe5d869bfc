# expect: hand, because CPython has no esp32
# args: --board esp32s3 --time virtual
# What was committed is there after a reset, also when the log has been written anew many times.
import machine
from esp32 import NVS

nvs = NVS("app")
if machine.reset_cause() == machine.PWRON_RESET:
    nvs.set_i32("boots", 1)
    nvs.set_blob("gone", b"soon")
    nvs.commit()
    nvs.erase_key("gone")
    for i in range(40):
        nvs.set_blob("big", bytes([i]) * 1000)
        nvs.commit()
    nvs.set_i32("boots", 2)
    nvs.commit()
    nvs.set_i32("boots", 99)
    machine.reset()
buf = bytearray(1000)
print(nvs.get_i32("boots"), nvs.get_blob("big", buf), buf == bytes([39]) * 1000)
try:
    nvs.get_blob("gone", buf)
except OSError as e:
    print(e)
