"""An MQTT 3.1.1 client that blocks, with quality of service 0 and 1.

    client = MQTTClient("id", "broker.example", ssl=True)
    client.connect()
    client.publish(b"topic", b"message")

With ssl=True (or an ssl.SSLContext, or keyword arguments in ssl_params) the connection is TLS, and
certificate and host name are verified.
"""

import socket
from struct import pack_into, unpack


class MQTTException(Exception):
    pass


_CONNECT = 0x10
_PUBLISH = 0x30
_PUBACK = 0x40
_SUBSCRIBE = 0x82
_SUBACK = 0x90
_PINGRESP = 0xD0


class MQTTClient:
    def __init__(
        self,
        client_id,
        server,
        port=0,
        user=None,
        password=None,
        keepalive=0,
        ssl=None,
        ssl_params={},
    ):
        if port == 0:
            port = 8883 if ssl else 1883
        self.client_id = client_id
        self.sock = None
        self.server = server
        self.port = port
        self.ssl = ssl
        self.ssl_params = ssl_params
        self.pid = 0
        self.cb = None
        self.user = user
        self.pswd = password
        self.keepalive = keepalive
        self.lw_topic = None
        self.lw_msg = None
        self.lw_qos = 0
        self.lw_retain = False

    # --- settings

    def set_callback(self, f):
        self.cb = f

    def set_last_will(self, topic, msg, retain=False, qos=0):
        if not 0 <= qos <= 2:
            raise ValueError("qos must be 0, 1 or 2")
        if not topic:
            raise ValueError("the last will needs a topic")
        self.lw_topic = topic
        self.lw_msg = msg
        self.lw_qos = qos
        self.lw_retain = retain

    # --- connection

    def connect(self, clean_session=True, timeout=None):
        """Returns whether the broker has kept the session of an earlier connection."""
        self._close()
        sock = socket.create_connection((self.server, self.port), timeout)
        try:
            if self.ssl:
                sock = self._secured(sock)
            self.sock = sock
            self._send(self._connect_packet(clean_session))
            kind, body = self._receive()
            if kind != 0x20 or len(body) != 2:
                raise MQTTException("the broker did not answer with CONNACK")
            if body[1] != 0:
                raise MQTTException(body[1])
            return bool(body[0] & 1)
        except BaseException:
            self.sock = None
            sock.close()
            raise

    def _secured(self, sock):
        if hasattr(self.ssl, "wrap_socket"):
            return self.ssl.wrap_socket(sock, server_hostname=self.server)
        import ssl

        params = dict(self.ssl_params)
        if "server_hostname" not in params:
            params["server_hostname"] = self.server
        return ssl.wrap_socket(sock, **params)

    def _connect_packet(self, clean_session):
        flags = 2 if clean_session else 0
        body = [_text(self.client_id)]
        if self.lw_topic is not None:
            flags |= 4 | self.lw_qos << 3 | self.lw_retain << 5
            body.append(_text(self.lw_topic))
            body.append(_text(self.lw_msg))
        if self.user is not None:
            flags |= 0x80
            body.append(_text(self.user))
            if self.pswd is not None:
                flags |= 0x40
                body.append(_text(self.pswd))
        head = bytearray(b"\x00\x04MQTT\x04\x00\x00\x00")
        head[7] = flags
        pack_into("!H", head, 8, self.keepalive)
        return _packet(_CONNECT, bytes(head) + b"".join(body))

    def disconnect(self):
        try:
            self._send(b"\xe0\x00")
        finally:
            self._close()

    def _close(self):
        sock, self.sock = self.sock, None
        if sock is not None:
            sock.close()

    def ping(self):
        self._send(b"\xc0\x00")

    # --- messages

    def publish(self, topic, msg, retain=False, qos=0):
        """With qos=1 returns when the broker has acknowledged; other messages that come meanwhile
        go to the callback."""
        if qos not in (0, 1):
            raise ValueError("qos must be 0 or 1")
        head = _text(topic)
        if qos:
            pid = self._next_pid()
            head += _number(pid)
        self._send(_packet(_PUBLISH | qos << 1 | bool(retain), head + _bytes(msg)))
        if qos:
            self._wait_for(_PUBACK, pid)

    def subscribe(self, topic, qos=0):
        if self.cb is None:
            raise ValueError("set_callback() comes before subscribe()")
        pid = self._next_pid()
        self._send(_packet(_SUBSCRIBE, _number(pid) + _text(topic) + bytes((qos,))))
        answer = self._wait_for(_SUBACK, pid)
        if answer[2] == 0x80:
            raise MQTTException(0x80)

    def wait_msg(self):
        """Waits for one packet and handles it; a message goes to the callback. Returns None, or the
        kind of packet if it was another one."""
        self.sock.setblocking(True)
        return self._handle(*self._receive())

    def check_msg(self):
        """Handles a packet if one has come; returns at once otherwise."""
        sock = self.sock
        sock.setblocking(False)
        try:
            first = sock.read(1)
        finally:
            sock.setblocking(True)
        if first is None:
            return None
        return self._handle(*self._receive(first))

    def _wait_for(self, wanted, pid):
        while True:
            kind, body = self._receive()
            if kind & 0xF0 == wanted and unpack("!H", body[:2])[0] == pid:
                return body
            self._handle(kind, body)

    def _handle(self, kind, body):
        if kind & 0xF0 != _PUBLISH:
            return None if kind == _PINGRESP else kind
        size = unpack("!H", body[:2])[0]
        topic = body[2 : 2 + size]
        at = 2 + size
        qos = kind >> 1 & 3
        if qos:
            pid = body[at : at + 2]
            at += 2
        if self.cb is not None:
            self.cb(topic, body[at:])
        if qos == 1:
            self._send(b"\x40\x02" + pid)
        return None

    # --- bytes on the wire

    def _next_pid(self):
        self.pid = self.pid % 65535 + 1
        return self.pid

    def _send(self, data):
        if self.sock is None:
            raise OSError(107)  # ENOTCONN
        view = memoryview(data)
        at = 0
        while at < len(view):
            sent = self.sock.write(view[at:])
            if sent is None:
                raise OSError(110)  # ETIMEDOUT
            at += sent

    def _read(self, size):
        parts = b""
        while len(parts) < size:
            part = self.sock.read(size - len(parts))
            if part is None:
                raise OSError(110)  # ETIMEDOUT
            if not part:
                raise OSError(-1)  # the broker has closed the connection
            parts += part
        return parts

    def _receive(self, first=None):
        if self.sock is None:
            raise OSError(107)  # ENOTCONN
        kind = first if first else self._read(1)
        size = shift = 0
        while True:
            digit = self._read(1)[0]
            size |= (digit & 0x7F) << shift
            shift += 7
            if not digit & 0x80:
                break
            if shift > 21:
                raise MQTTException("a packet of impossible length")
        return kind[0], self._read(size) if size else b""


def _bytes(value):
    return value.encode() if isinstance(value, str) else bytes(value)


def _number(n):
    return bytes((n >> 8, n & 255))


def _text(value):
    value = _bytes(value)
    return _number(len(value)) + value


def _packet(kind, body):
    head = bytearray((kind,))
    size = len(body)
    if size > 268435455:
        raise ValueError("a message of more than 256 MB")
    while True:
        size, digit = size >> 7, size & 0x7F
        head.append(digit | 0x80 if size else digit)
        if not size:
            break
    return bytes(head) + body
