"""A minimal MQTT 3.1.1 subscriber over verified TLS, in a thread of its own.

It connects again by itself when the broker has been away.
"""
import socket
import ssl
import struct
import threading
import time

CONNACK, PUBLISH, SUBACK = 2, 3, 9


def field(data):
    return struct.pack("!H", len(data)) + data


def packet(kind, body):
    length, header = len(body), bytearray([kind])
    while True:
        length, low = length >> 7, length & 127
        header.append(low | (128 if length else 0))
        if not length:
            return bytes(header) + body


class Subscriber(threading.Thread):
    """Calls on_message(topic, payload, seconds) for each message; `seconds` is monotonic time."""

    def __init__(self, port, ca, topics, on_message):
        super().__init__(daemon=True)
        self.port, self.topics, self.on_message = port, topics, on_message
        self.context = ssl.create_default_context(cafile=str(ca))
        self.ready = threading.Event()
        self.version = ""
        self._ended = threading.Event()

    def run(self):
        while not self._ended.is_set():
            try:
                with socket.create_connection(("127.0.0.1", self.port), 5) as plain:
                    with self.context.wrap_socket(plain, server_hostname="localhost") as stream:
                        self._serve(stream)
            except (OSError, EOFError):
                pass
            self.ready.clear()
            self._ended.wait(0.2)

    def stop(self):
        self._ended.set()
        self.join(3)

    def _serve(self, stream):
        self.version = stream.version()
        stream.sendall(packet(0x10, field(b"MQTT") + b"\x04\x02" + struct.pack("!H", 60)
                              + field(b"krait-monitor-%d" % self.port)))
        topics = b"".join(field(topic.encode()) + b"\x00" for topic in self.topics)
        stream.sendall(packet(0x82, b"\x00\x01" + topics))
        stream.settimeout(0.5)
        buffer, pinged = b"", time.monotonic()
        while not self._ended.is_set():
            if time.monotonic() - pinged > 20:
                pinged = time.monotonic()
                stream.sendall(b"\xc0\x00")
            try:
                received = stream.recv(65536)
            except TimeoutError:
                continue
            if not received:
                raise EOFError
            buffer = self._take_packets(buffer + received)
        stream.sendall(b"\xe0\x00")

    def _take_packets(self, buffer):
        """Handles the whole packets in the buffer; what is left of it."""
        while len(buffer) >= 2:
            length = shift = 0
            at = 1
            while True:
                if at >= len(buffer):
                    return buffer
                length |= (buffer[at] & 127) << shift
                shift += 7
                at += 1
                if not buffer[at - 1] & 128:
                    break
            if len(buffer) < at + length:
                return buffer
            self._handle(buffer[0], buffer[at:at + length])
            buffer = buffer[at + length:]
        return buffer

    def _handle(self, first, body):
        kind = first >> 4
        if kind == SUBACK:
            self.ready.set()
        elif kind == CONNACK and body[1]:
            raise OSError(f"the broker refused: {body[1]}")
        elif kind == PUBLISH:
            size = struct.unpack("!H", body[:2])[0]
            start = 2 + size + (2 if first & 6 else 0)
            self.on_message(body[2:2 + size].decode(), body[start:], time.monotonic())
