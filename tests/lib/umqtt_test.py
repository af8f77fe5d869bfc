#!/usr/bin/env python3
"""umqtt.simple and umqtt.robust against a real mosquitto.

    tests/lib/umqtt_test.py KRAIT

Each test starts a broker on a free port of loopback, runs a script in krait and compares what it
prints. Every process that was started is ended by its id.
"""
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
from monitor.broker import Broker  # noqa: E402

LIMIT = 40  # seconds that a script may take


class PlainBroker(Broker):
    """Without TLS; only joe, with the password secret, may come if `closed`."""

    closed = False

    def _config(self):
        lines = [f"listener {self.port} 127.0.0.1", "log_dest stderr", "persistence false"]
        if self.closed:
            passwords = self.folder / "passwords"
            subprocess.run(["mosquitto_passwd", "-b", "-c", passwords, "joe", "secret"],
                           check=True, capture_output=True)
            passwords.chmod(0o644)
            self.folder.chmod(0o755)
            lines.append(f"password_file {passwords}")
        return "\n".join([*lines, f"allow_anonymous {str(not self.closed).lower()}", ""])


class ClosedBroker(PlainBroker):
    closed = True


HEAD = """
import time
from umqtt.{kind} import MQTTClient{more}
def got(topic, message):
    print("got", topic, message if len(message) < 50 else (len(message), message[-3:]))
def client(name, **options):
    c = MQTTClient(name, "{host}", PORT, **options)
    c.set_callback(got)
    return c
def wait_for_one(c):
    for _ in range(500):
        c.check_msg()
        time.sleep_ms(2)
"""
SIMPLE = HEAD.format(kind="simple", more=", MQTTException", host="127.0.0.1")
TLS = HEAD.format(kind="simple", more=", MQTTException", host="localhost")
ROBUST = HEAD.format(kind="robust", more="", host="127.0.0.1")

MESSAGES = SIMPLE + """
a, b = client("a", keepalive=5), client("b")
b.set_last_will("will", "b is gone", qos=1)
print(a.connect(), b.connect())
a.subscribe(b"t/#", qos=1)
a.subscribe("will")
b.publish(b"t/0", b"zero")
a.wait_msg()
b.publish("t/1", "one", qos=1)
a.wait_msg()
b.publish("t/big", b"x" * 100000 + b"end", qos=1)
a.wait_msg()
b.publish("t/empty", b"")
a.wait_msg()
print(a.check_msg())
b.publish("t/kept", "kept", retain=True, qos=1)
a.wait_msg()
c = client("c")
c.connect()
c.subscribe("t/kept")
c.wait_msg()
c.publish("t/kept", "", retain=True)
a.ping()
a.wait_msg()
a.wait_msg()
b.sock.close()
a.wait_msg()
a.disconnect()
c.disconnect()
for bad in (lambda: a.publish("t", "m"), lambda: b.publish("t", "m"),
            lambda: b.publish("t", "m", qos=2)):
    try:
        bad()
    except (OSError, ValueError) as e:
        print(type(e).__name__)
"""
MESSAGES_OUT = """False False
got b't/0' b'zero'
got b't/1' b'one'
got b't/big' (100003, b'end')
got b't/empty' b''
None
got b't/kept' b'kept'
got b't/kept' b'kept'
got b't/kept' b''
got b'will' b'b is gone'
OSError
OSError
ValueError
"""

SESSION = SIMPLE + """
a, b = client("kept"), client("b")
print(a.connect(clean_session=False))
a.subscribe("t", qos=1)
a.disconnect()
b.connect()
b.publish("t", "while away", qos=1)
print(a.connect(clean_session=False))
a.wait_msg()
a.disconnect()
print(a.connect())
"""
SESSION_OUT = "False\nTrue\ngot b't' b'while away'\nFalse\n"

REFUSED = SIMPLE + """
def attempt(**options):
    try:
        client("x", **options).connect()
        print("in")
    except MQTTException as e:
        print("refused", e.args)
attempt(user="joe", password="secret")
attempt(user=b"joe", password=b"wrong")
attempt()
try:
    MQTTClient("x", "127.0.0.1", 1).connect(timeout=5)
except OSError as e:
    print(e.errno)
"""
REFUSED_OUT = "in\nrefused (5,)\nrefused (5,)\n111\n"

SECURE = TLS + """
import ssl
def attempt(**options):
    try:
        c = client("x", **options)
        c.connect()
        c.subscribe("t")
        c.publish("t", "over TLS" * 4000, qos=1)
        wait_for_one(c)
        c.disconnect()
    except OSError as e:
        print(type(e).__name__)
attempt(ssl=True, ssl_params={})
attempt(ssl=True, ssl_params={"server_hostname": "wrong.test"})
attempt(ssl=True, ssl_params={"cert_reqs": ssl.CERT_NONE})
attempt(ssl=ssl.create_default_context())
"""
SECURE_OUT = ("got b't' (32000, b'TLS')\nSSLCertVerificationError\n"
              "got b't' (32000, b'TLS')\ngot b't' (32000, b'TLS')\n")

RECONNECTS = ROBUST + """
import os
c = client("r")
c.DELAY = 0.2
c.connect()
c.subscribe("t")
c.publish("t", "before")
c.wait_msg()
open("ready", "w").close()
while "restarted" not in os.listdir():
    time.sleep_ms(20)
for i in range(3):
    c.publish("t", "after %d" % i, qos=1)
wait_for_one(c)
"""
RECONNECTS_OUT = """got b't' b'before'
got b't' b'after 0'
got b't' b'after 1'
got b't' b'after 2'
"""

TESTS = [
    ("messages", PlainBroker, MESSAGES, MESSAGES_OUT),
    ("session", PlainBroker, SESSION, SESSION_OUT),
    ("refused", ClosedBroker, REFUSED, REFUSED_OUT),
    ("secure", Broker, SECURE, SECURE_OUT),
    ("reconnects", PlainBroker, RECONNECTS, RECONNECTS_OUT),
]


def restart(broker):
    """When the script is connected; it goes on after that."""
    deadline = time.monotonic() + LIMIT
    while not (broker.folder / "ready").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    broker.stop()
    time.sleep(0.5)
    broker.start()
    (broker.folder / "restarted").touch()


def run(krait, name, kind, script, expected):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        broker = kind(folder)
        broker.start()
        try:
            (folder / "script.py").write_text(f"PORT = {broker.port}\n{script}")
            restarter = threading.Thread(target=restart, args=(broker,))
            if name == "reconnects":
                restarter.start()
            result = subprocess.run([krait, "--ca", broker.ca, folder / "script.py"], text=True,
                                    capture_output=True, timeout=LIMIT, cwd=folder)
            if name == "reconnects":
                restarter.join()
        finally:
            broker.stop()
    if result.returncode == 0 and result.stdout == expected:
        print("ok  ", name)
        return True
    print(f"FAIL {name}\nprinted {result.stdout!r}\nexpected {expected!r}\n{result.stderr}")
    return False


def main():
    krait = str(pathlib.Path(sys.argv[1]).resolve())
    passed = [run(krait, *test) for test in TESTS]
    print(f"{sum(passed)} passed, {len(passed) - sum(passed)} failed")
    return not all(passed)


if __name__ == "__main__":
    sys.exit(main())
