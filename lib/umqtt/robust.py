"""An MQTT client that reconnects: whatever fails because the connection is gone is tried again.

A reconnection waits with growing delays. Subscriptions are made again when the broker has not kept
the session.
"""

import time

from . import simple


class MQTTClient(simple.MQTTClient):
    DELAY = 2  # seconds before the first new attempt; doubled up to MAX_DELAY
    MAX_DELAY = 60
    DEBUG = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._subscriptions = {}
        self._clean = True

    def delay(self, i):
        time.sleep(min(self.DELAY * (1 << min(i, 8)), self.MAX_DELAY))

    def log(self, in_reconnect, e):
        if self.DEBUG:
            print("mqtt reconnect: %r" % (e,) if in_reconnect else "mqtt: %r" % (e,))

    def connect(self, clean_session=True, timeout=None):
        self._clean = clean_session
        return super().connect(clean_session, timeout)

    def reconnect(self):
        attempt = 0
        while True:
            try:
                kept = super().connect(self._clean)
                if not kept:
                    for topic, qos in self._subscriptions.items():
                        super().subscribe(topic, qos)
                return kept
            except OSError as e:
                self.log(True, e)
                self.delay(attempt)
                attempt += 1

    def publish(self, topic, msg, retain=False, qos=0):
        while True:
            try:
                return super().publish(topic, msg, retain, qos)
            except OSError as e:
                self.log(False, e)
            self.reconnect()

    def subscribe(self, topic, qos=0):
        self._subscriptions[topic] = qos
        while True:
            try:
                return super().subscribe(topic, qos)
            except OSError as e:
                self.log(False, e)
            self.reconnect()

    def wait_msg(self):
        while True:
            try:
                return super().wait_msg()
            except OSError as e:
                self.log(False, e)
            self.reconnect()

    def check_msg(self, attempts=2):
        while attempts:
            try:
                return super().check_msg()
            except OSError as e:
                self.log(False, e)
            self.reconnect()
            attempts -= 1

    def ping(self):
        while True:
            try:
                return super().ping()
            except OSError as e:
                self.log(False, e)
            self.reconnect()
