# expect: hand, because CPython has no esp32
# args: --board esp32s3 --time virtual
from esp32 import NVS

nvs, other = NVS("first"), NVS("second")
nvs.set_i32("count", -5)
nvs.set_i32("most", 0x7FFFFFFF)
other.set_i32("count", 7)
nvs.set_blob("blob", b"some bytes")
nvs.set_blob("text", "more")
buf = bytearray(12)
print(nvs.get_i32("count"), nvs.get_i32("most"), other.get_i32("count"))
print(nvs.get_blob("blob", buf), buf, nvs.get_blob("text", buf), buf)
nvs.commit()
nvs.erase_key("count")
for wrong in (
    lambda: nvs.get_i32("count"),
    lambda: nvs.erase_key("count"),
    lambda: nvs.get_i32("blob"),
    lambda: other.get_blob("blob", buf),
    lambda: nvs.get_blob("blob", bytearray(3)),
    lambda: nvs.set_i32("x", 1 << 31),
    lambda: nvs.set_i32("a name that is too long", 1),
    lambda: NVS(""),
):
    try:
        wrong()
        print("no error")
    except (OSError, OverflowError) as e:
        print(type(e).__name__, e)
print(other.get_i32("count"))
