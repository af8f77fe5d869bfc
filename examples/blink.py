# Blinks an LED with a timer, and counts the presses of a button by its interrupt.
#   krait --board esp32s3 --for 5 --led 2 --button 0@2.5:0.1 examples/blink.py
import time

from machine import Pin, Timer

led = Pin(2, Pin.OUT, value=0)
button = Pin(0, Pin.IN, Pin.PULL_UP)
presses = 0


def pressed(pin):
    global presses
    presses += 1
    print("pressed", presses, "times")


button.irq(handler=pressed, trigger=Pin.IRQ_FALLING)
timer = Timer(0)
timer.init(mode=Timer.PERIODIC, period=250, callback=lambda t: led.toggle())

try:
    while True:
        time.sleep_ms(500)
        print("led", led.value())
finally:
    timer.deinit()
