# Prints what arrives on an MQTT topic, over verified TLS; answers each message on another topic.
#   krait --board esp32s3 examples/mqtt_listen.py
import time

import network
from umqtt.simple import MQTTClient

BROKER = "broker.hivemq.com"
LISTEN = b"krait/hello"
ANSWER = b"krait/echo"

wlan = network.WLAN(network.STA_IF)
wlan.active(True)
wlan.connect("your_ssid", "your_password")
while not wlan.isconnected():
    time.sleep_ms(100)

client = MQTTClient("krait_listen", BROKER, port=8883, keepalive=60, ssl=True,
                    ssl_params={"server_hostname": BROKER})


def on_message(topic, payload):
    print(topic.decode(), "says", payload)
    client.publish(ANSWER, payload)


client.set_callback(on_message)
client.connect()
client.subscribe(LISTEN)
print("listening to", LISTEN.decode())
try:
    while True:
        client.wait_msg()
finally:
    client.disconnect()
