# expect: hand, because CPython has no machine
# args: --board esp32s3 --time virtual --sensor 4:ds18b20:21.5 --sensor 4:ds18b20:-10.25 --sensor 4:ds18b20:85
import time
from ds18x20 import DS18X20
from machine import Pin
from onewire import OneWire, OneWireError

bus = OneWire(Pin(4))
sensors = DS18X20(bus)
roms = sensors.scan()
print(len(roms), all(rom[0] == 0x28 and bus.crc8(rom) == 0 for rom in roms), bus.reset())
print([sensors.read_temp(rom) for rom in roms])
before = time.ticks_ms()
sensors.convert_temp()
while not bus.readbit():
    time.sleep_ms(10)
print(740 < time.ticks_diff(time.ticks_ms(), before) < 780)
print(sorted(sensors.read_temp(rom) for rom in roms))
sensors.write_scratch(roms[0], b"\x00\x00\x1f")
sensors.convert_temp()
time.sleep_ms(750)
print(sensors.read_scratch(roms[0])[4], roms[0] == bytearray(roms[0]))
empty = OneWire(Pin(5))
print(empty.scan(), empty.reset(), empty.readbyte())
try:
    DS18X20(empty).convert_temp()
except OneWireError as e:
    print(e)
