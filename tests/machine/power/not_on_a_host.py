# expect: hand, because CPython has no machine
# args: --board host
# What a plain host lacks is said in words.
import machine
import network

for use in (lambda: machine.Pin(1), lambda: machine.WDT(), lambda: machine.reset(),
            lambda: machine.freq(),
            lambda: machine.unique_id(), lambda: network.WLAN(),
            lambda: machine.I2C(0), lambda: machine.SPI(1), lambda: machine.ADC(1),
            lambda: machine.PWM(1),
            lambda: machine.I2S(0, sck=1, ws=2, sd=3, mode=9, bits=16, format=0, rate=8000,
                                ibuf=100)):
    try:
        use()
        print("no error")
    except NotImplementedError as e:
        print(e)
