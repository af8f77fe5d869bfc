# Audio monitor: hears a microphone through I2S and publishes its level to an MQTT broker over
# verified TLS. Runs for ever: a lost broker or a lost Wi-Fi is said and waited for, while the
# microphone goes on being read; a hang is ended by the watchdog.
import asyncio
import json
import math
import struct
import time

import machine
import network
from umqtt.simple import MQTTClient

# Configuration
SSID = "your_ssid"
PASSWORD = "your_password"
MQTT_BROKER = "broker.hivemq.com"
MQTT_PORT = 8883
CLIENT_ID = "krait_audio_monitor"
TOPIC = b"audio/rms"
I2S_SCK = 5
I2S_WS = 6
I2S_SD = 7
SAMPLE_RATE = 16000
BUFFER_SAMPLES = 512  # 32 ms
LATE_MS = 8  # a buffer that is there sooner has waited: the loop was held up, and it is old
PUBLISH_EVERY = 4  # buffers: one message each 128 ms
SAY_EVERY = 8  # messages: one printed line a second
WATCHDOG_MS = 5000

RESET_CAUSES = {machine.PWRON_RESET: "power on", machine.HARD_RESET: "reset",
                machine.WDT_RESET: "watchdog", machine.DEEPSLEEP_RESET: "deep sleep",
                machine.SOFT_RESET: "soft reset"}

wlan = network.WLAN(network.STA_IF)


async def join_wifi():
    """Returns when the board is in the network."""
    wlan.active(True)
    wait_ms = 500
    while not wlan.isconnected():
        print("Connecting to Wi-Fi...")
        try:
            wlan.connect(SSID, PASSWORD)
        except OSError as e:
            print("Wi-Fi:", e)
        began = time.ticks_ms()
        while not wlan.isconnected() and time.ticks_diff(time.ticks_ms(), began) < 10000:
            await asyncio.sleep_ms(100)
        if not wlan.isconnected():
            wlan.disconnect()
            await asyncio.sleep_ms(wait_ms)
            wait_ms = min(wait_ms * 2, 30000)
    print("Wi-Fi connected:", wlan.ifconfig())


class Link:
    """The way to the broker. publish() never waits for it; keep() brings it back when it breaks."""

    def __init__(self):
        self.client = None
        self.connections = 0
        self.broken = asyncio.Event()
        self.broken.set()

    def publish(self, topic, payload):
        """True if the message went out."""
        if self.client is None:
            return False
        try:
            if not wlan.isconnected():
                raise OSError("no Wi-Fi")
            self.client.publish(topic, payload)
            return True
        except OSError as e:
            print("Broker lost:", e)
            self.close()
            return False

    def close(self):
        client, self.client = self.client, None
        try:
            client.sock.close()
        except (OSError, AttributeError):
            pass
        self.broken.set()

    async def keep(self):
        """A task: waits until the link is broken, then tries until it is there again."""
        while True:
            await self.broken.wait()
            wait_ms = 500
            while self.client is None:
                await join_wifi()
                try:
                    client = MQTTClient(CLIENT_ID, MQTT_BROKER, port=MQTT_PORT, ssl=True,
                                        ssl_params={"server_hostname": MQTT_BROKER})
                    client.connect()
                    self.client = client
                except OSError as e:
                    print("MQTT connect:", e, "- next try in", wait_ms, "ms")
                    await asyncio.sleep_ms(wait_ms)
                    wait_ms = min(wait_ms * 2, 8000)
            self.broken.clear()
            self.connections += 1
            print("Connected to MQTT broker" + (" again" if self.connections > 1 else ""))


def compute_rms(buffer):
    """The level of 16-bit samples, 1.0 for full scale."""
    sum_squares = 0.0
    count = len(buffer) // 2
    for sample in struct.unpack("<%dh" % count, buffer):
        value = sample / 32768.0
        sum_squares += value * value
    return math.sqrt(sum_squares / count)


async def audio_task(link):
    i2s = machine.I2S(0, sck=machine.Pin(I2S_SCK), ws=machine.Pin(I2S_WS),
                      sd=machine.Pin(I2S_SD), mode=machine.I2S.RX, bits=16,
                      format=machine.I2S.MONO, rate=SAMPLE_RATE, ibuf=BUFFER_SAMPLES * 2 * 8)
    buffer = bytearray(BUFFER_SAMPLES * 2)
    buffers = messages = 0
    while True:
        began = time.ticks_ms()
        i2s.readinto(buffer)
        is_fresh = time.ticks_diff(time.ticks_ms(), began) >= LATE_MS
        buffers += 1
        if buffers >= PUBLISH_EVERY and is_fresh:
            buffers = 0
            rms = compute_rms(buffer)
            if link.publish(TOPIC, json.dumps({"rms": rms})):
                messages += 1
                if messages % SAY_EVERY == 0:
                    print(f"Published RMS: {rms:.4f} ({messages} messages)")
        await asyncio.sleep_ms(0)


async def watchdog_task():
    wdt = machine.WDT(timeout=WATCHDOG_MS)
    while True:
        wdt.feed()
        await asyncio.sleep(1)


async def main():
    print("Reset cause:", RESET_CAUSES.get(machine.reset_cause(), "unknown"))
    link = Link()
    await asyncio.gather(watchdog_task(), link.keep(), audio_task(link))


try:
    asyncio.run(main())
except Exception as e:
    print("Error:", e)
    machine.reset()
