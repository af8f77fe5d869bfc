#!/usr/bin/env python3
"""TLS against other implementations: CPython's ssl (OpenSSL) and mosquitto, over real sockets.

    tests/net/tls_peers.py KRAIT [--filter WORD]

Each test starts a peer on a free port of loopback, runs a script in krait and compares what it
prints. Every process that was started is ended by its id.
"""
import argparse
import contextlib
import os
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
LIMIT = 30  # seconds that a script may take

TESTS = []


def test(function):
    TESTS.append(function)
    return function


class Failure(Exception):
    pass


def expect(condition, text):
    if not condition:
        raise Failure(text)


class Peer(threading.Thread):
    """A server that speaks TLS by CPython's ssl; `talk(connection)` is run for each client."""

    def __init__(self, folder, certificate="good", talk=None, versions=(None, None), client_ca=None):
        super().__init__(daemon=True)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(folder / f"{certificate}.pem", folder / f"{certificate}.key")
        lowest, highest = versions
        if lowest:
            self.context.minimum_version = lowest
        if highest:
            self.context.maximum_version = highest
        if client_ca:
            self.context.verify_mode = ssl.CERT_REQUIRED
            self.context.load_verify_locations(client_ca)
        self.talk = talk or echo_lines
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.names = []  # what clients asked for
        self.context.sni_callback = lambda _socket, name, _context: self.names.append(name)

    def run(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        with contextlib.suppress(OSError, ssl.SSLError, ValueError):
            connection.settimeout(LIMIT)
            with self.context.wrap_socket(connection, server_side=True) as secure:
                self.talk(secure)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()


class Raw(Peer):
    """A server that speaks no TLS: `talk` has the plain connection."""

    def __init__(self, talk):
        threading.Thread.__init__(self, daemon=True)
        self.talk = talk
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]

    def serve(self, connection):
        with contextlib.suppress(OSError), connection:
            connection.settimeout(LIMIT)
            self.talk(connection)


def echo_lines(connection):
    with connection.makefile("rwb") as stream:
        for line in stream:
            stream.write(line.upper())
            stream.flush()


class Runner:
    def __init__(self, krait, folder):
        self.krait, self.folder = krait, folder

    def run(self, script, *options, peer=None, ca="ca.pem"):
        """The outcome of a script whose PORT is the peer's; broker.test is this machine."""
        if peer:
            script = f"PORT = {peer.port}\n{script}"
            options += ("--resolve", f"broker.test:{peer.port}=127.0.0.1:{peer.port}",
                        "--resolve", f"other.test:{peer.port}=127.0.0.1:{peer.port}")
        if ca:
            options += ("--ca", str(self.folder / ca))
        file = self.folder / "script.py"
        file.write_text(script)
        return subprocess.run([self.krait, *options, str(file)], capture_output=True, text=True,
                              cwd=self.folder, timeout=LIMIT)

    def prints(self, script, expected, *options, **more):
        result = self.run(script, *options, **more)
        shown = f"printed {result.stdout!r}, expected {expected!r}\n{result.stderr}"
        expect(result.stdout == expected and result.returncode == 0, shown)
        return result


CONNECT = """
import socket, ssl
def connect(host="broker.test", **options):
    s = socket.socket()
    s.connect(socket.getaddrinfo(host, PORT)[0][-1])
    return ssl.wrap_socket(s, **options)
def refusal(*args, **options):
    try:
        connect(*args, **options)
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)
    else:
        print("accepted")
"""


@test
def both_versions(r):
    versions = {"TLSv1.2": ssl.TLSVersion.TLSv1_2, "TLSv1.3": ssl.TLSVersion.TLSv1_3}
    for certificate in ("good", "rsa"):
        for name, version in versions.items():
            with Peer(r.folder, certificate, versions=(version, version)) as peer:
                host = "localhost" if certificate == "rsa" else "broker.test"
                script = CONNECT + (
                    f"s = connect({host!r})\nprint(s.version(), s.cipher()[1])\n"
                    "s.write(b'one\\ntwo\\n')\nprint(s.readline(), s.readline())\n"
                    "print(len(s.getpeercert(True)) > 100)\ns.close()\n")
                r.prints(script, f"{name} {name}\nb'ONE\\n' b'TWO\\n'\nTrue\n", peer=peer)
                expect(peer.names == [host], f"the server was asked for {peer.names}")


@test
def refusals(r):
    failed = "SSLCertVerificationError certificate verify failed: "
    cases = (
        ("expired", "ca.pem", "broker.test", "certificate has expired (since 2024-01-02)"),
        ("early", "ca.pem", "broker.test", "certificate is not yet valid (before 2100-01-01)"),
        ("self", "ca.pem", "broker.test", "self-signed certificate (broker.test)"),
        ("good", "other.pem", "broker.test",
         "unknown CA, unable to get local issuer certificate (Test CA)"),
        ("good", None, "broker.test",
         "unknown CA, unable to get local issuer certificate (Test CA)"),
        ("good", "ca.pem", "other.test",
         "hostname mismatch, certificate is not valid for 'other.test' (it is for broker.test, "
         "*.wild.test, localhost, 127.0.0.1)"),
        ("plain", "ca.pem", "127.0.0.1",
         "hostname mismatch, certificate is not valid for '127.0.0.1' (it is for plain.test)"),
    )
    for certificate, ca, host, text in cases:
        for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            with Peer(r.folder, certificate, versions=(version, version)) as peer:
                result = r.run(CONNECT + f"refusal({host!r})\n", peer=peer, ca=ca)
                expect(result.stdout == f"{failed}{text}\n",
                       f"{certificate}: {result.stdout}{result.stderr}")


@test
def accepted_names(r):
    with Peer(r.folder) as peer:
        script = CONNECT + ("refusal()\nrefusal('localhost')\nrefusal('127.0.0.1')\n"
                            "refusal('other.test', server_hostname='a.wild.test')\n"
                            "refusal('other.test', server_hostname=b'broker.test')\n")
        r.prints(script, "accepted\n" * 5, peer=peer)


@test
def unverified(r):
    with Peer(r.folder, "self") as peer:
        script = CONNECT + "for i in range(3): refusal('other.test', cert_reqs=ssl.CERT_NONE)\n"
        result = r.prints(script, "accepted\n" * 3, peer=peer)
        expect(result.stderr.count("\n") == 1 and "CERT_NONE" in result.stderr, result.stderr)
        script = CONNECT + "for i in range(3): refusal('other.test')\n"
        result = r.prints(script, "accepted\n" * 3, "-X", "tls=noverify", peer=peer)
        expect(result.stderr.count("\n") == 1 and "noverify" in result.stderr, result.stderr)


@test
def contexts(r):
    script = f"CA = {(r.folder / 'ca.pem').read_text()!r}\n" + CONNECT + """
def wrap(context, host="broker.test", **options):
    s = socket.socket()
    s.connect(socket.getaddrinfo(host, PORT)[0][-1])
    try:
        with context.wrap_socket(s, **options) as secure:
            secure.write(b"x\\n")
            print(secure.readline(), secure.server_hostname)
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
wrap(context)
context.load_verify_locations("ca.pem")
wrap(context)
wrap(context, server_hostname="broker.test")
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
context.load_verify_locations(cadata=CA)
context.check_hostname = False
wrap(context, "other.test")
context = ssl.create_default_context(cafile="ca.pem")
context.maximum_version = ssl.TLSVersion.TLSv1_2
context.set_ciphers(["TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256"])
wrap(context)
for wrong in (lambda: context.set_ciphers(["NONE"]), lambda: context.load_verify_locations("none.pem"),
              lambda: context.load_verify_locations(cadata=b"rubbish"), lambda: ssl.SSLContext(7),
              lambda: context.wrap_socket(5)):
    try:
        wrong()
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__)
"""
    with Peer(r.folder) as peer:
        r.prints(script, "SSLCertVerificationError certificate verify failed: unknown CA, unable to "
                 "get local issuer certificate (Test CA)\n" + "b'X\\n' broker.test\n" * 2 +
                 "b'X\\n' other.test\nb'X\\n' broker.test\n"
                 "SSLError\nFileNotFoundError\nSSLError\nValueError\nTypeError\n",
                 peer=peer, ca="other.pem")


@test
def much_data(r):
    size = 2_000_000

    def talk(connection):
        got = bytearray()
        while len(got) < size:
            got += connection.recv(70000)
        connection.sendall(bytes(got)[::-1])

    for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
        with Peer(r.folder, talk=talk, versions=(version, version)) as peer:
            script = CONNECT + f"""
s = connect()
data = bytes(i * i % 251 for i in range(5000)) * {size // 5000}
print(s.write(data))
back = bytearray({size})
print(s.readinto(back), bytes(back)[::-1] == data, s.read(5))
"""
            r.prints(script, f"{size}\n{size} True b''\n", peer=peer)


@test
def without_waiting(r):
    def talk(connection):
        time.sleep(0.2)
        echo_lines(connection)

    script = CONNECT + """
import select
s = socket.socket()
s.connect(socket.getaddrinfo("broker.test", PORT)[0][-1])
s.setblocking(False)
t = ssl.wrap_socket(s, do_handshake=False)
print(t.read(10))
poll = select.poll()
poll.register(t, select.POLLOUT)
data, sent, turns = b"hello\\n" * 20000, 0, 0
got = b""
while len(got) < len(data):
    poll.modify(t, select.POLLIN | (select.POLLOUT if sent < len(data) else 0))
    poll.poll(1000)
    turns += 1
    if sent < len(data):
        sent += t.write(data[sent:]) or 0
    got += t.read(5000) or b""
print(got == data.upper(), turns > 10)
"""
    with Peer(r.folder, talk=talk) as peer:
        r.prints(script, "None\nTrue True\n", peer=peer)


@test
def asyncio_streams(r):
    script = """
import asyncio
async def ticker(counts):
    while True:
        counts[0] += 1
        await asyncio.sleep(0.005)
async def main():
    counts = [0]
    task = asyncio.create_task(ticker(counts))
    reader, writer = await asyncio.open_connection("broker.test", PORT, ssl=True)
    writer.write(b"hello\\n")
    await writer.drain()
    print(await reader.readline(), counts[0] > 10)
    writer.close()
    task.cancel()
asyncio.run(main())
"""

    def talk(connection):
        time.sleep(0.3)
        echo_lines(connection)

    with Peer(r.folder, talk=talk) as peer:
        r.prints(script, "b'HELLO\\n' True\n", peer=peer)


@test
def peer_ends_in_the_handshake(r):
    """A relay that ends the connection after so many bytes of the server's answer."""
    with Peer(r.folder) as peer:
        for cut in (0, 1, 5, 60, 130, 300, 500):
            def talk(connection, cut=cut):
                with socket.create_connection(("127.0.0.1", peer.port)) as server:
                    server.sendall(connection.recv(4096))
                    left = cut
                    while left:
                        data = server.recv(left)
                        connection.sendall(data)
                        left -= len(data)

            with Raw(talk) as relay:
                starts = ("SSLError", "SSLEOFError", "Connection")
                result = r.run(CONNECT + "refusal()\n", peer=relay)
                expect(result.returncode == 0 and result.stdout.startswith(starts),
                       f"{cut}: {result.stdout}{result.stderr}")


@test
def no_tls_there(r):
    def http(connection):
        connection.recv(100)
        connection.sendall(b"HTTP/1.0 400 Bad Request\r\n\r\n")

    with Raw(http) as peer:
        r.prints(CONNECT + "refusal()\n",
                 "SSLError wrong record: does the peer speak TLS on this port?\n", peer=peer)


@test
def silence(r):
    with Raw(lambda connection: connection.recv(10**6) and time.sleep(5)) as peer:
        script = CONNECT + """
import time
s = socket.socket()
s.connect(socket.getaddrinfo("broker.test", PORT)[0][-1])
s.settimeout(0.3)
began = time.ticks_ms()
try:
    ssl.wrap_socket(s)
except OSError as e:
    print(e.errno == 110, 250 < time.ticks_diff(time.ticks_ms(), began) < 2000)
"""
        r.prints(script, "True True\n", peer=peer)


@test
def client_certificates(r):
    with Peer(r.folder, client_ca=r.folder / "ca.pem") as peer:
        key, certificate = ((r.folder / name).read_bytes() for name in ("good.key", "good.pem"))
        script = f"KEY, CERTIFICATE = {key!r}, {certificate!r}\n" + CONNECT + """
s = connect(key="good.key", cert="good.pem")
s.write(b"x\\n")
print(s.readline())
s = connect(key=KEY, cert=CERTIFICATE)
s.write(b"x\\n")
print(s.readline())
try:
    s = connect()
    s.write(b"x\\n")
    print(s.readline())
except OSError as e:
    print(type(e).__name__, e)
"""
        r.prints(script, "b'X\\n'\nb'X\\n'\nSSLError the peer ended the connection: "
                 "certificate required (alert 116)\n", peer=peer)


@test
def protocols(r):
    """ALPN, with either side as the server."""
    with Peer(r.folder) as peer:
        peer.context.set_alpn_protocols(["mqtt", "h2"])
        script = CONNECT + """
context = ssl.create_default_context()
for names in (["http/1.1", "h2"], ["mqtt"], []):
    context.set_alpn_protocols(names)
    s = socket.socket()
    s.connect(socket.getaddrinfo("broker.test", PORT)[0][-1])
    s = context.wrap_socket(s, server_hostname="broker.test")
    print(s.selected_alpn_protocol())
    s.close()
for wrong in ([""], ["x" * 256], [b"h2"], 5):
    try:
        context.set_alpn_protocols(wrong)
    except (OSError, TypeError) as e:
        print(type(e).__name__)
"""
        r.prints(script, "h2\nmqtt\nNone\nSSLError\nSSLError\nTypeError\nTypeError\n",
                 peer=peer)


RESUME = """
context = ssl.create_default_context()
def talk(session=None):
    s = socket.socket()
    s.connect(socket.getaddrinfo("broker.test", PORT)[0][-1])
    s = context.wrap_socket(s, server_hostname="broker.test", session=session)
    s.write(b"x\\n")
    print(s.readline(), s.session_reused, s.session.has_ticket)
    session = s.session
    s.close()
    return session
"""


@test
def resumed_sessions(r):
    for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
        with Peer(r.folder, versions=(version, version)) as peer:
            script = CONNECT + RESUME + """
again = talk(talk())
talk(again)
other = ssl.create_default_context()
for wrong in (5, again):
    try:
        other.wrap_socket(socket.socket(), server_hostname="broker.test", session=wrong)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
"""
            r.prints(script, "b'X\\n' False True\n" + "b'X\\n' True True\n" * 2 +
                     "TypeError\nValueError\n", peer=peer)


@test
def unchecked_sessions_are_checked_again(r):
    with Peer(r.folder, "self") as peer:
        script = CONNECT + RESUME + """
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
session = talk()
context.verify_mode = ssl.CERT_REQUIRED
try:
    talk(session)
except OSError as e:
    print(type(e).__name__)
"""
        r.prints(script, "b'X\\n' False True\nSSLCertVerificationError\n", peer=peer)


@test
def folders_of_certificates(r):
    folder = r.folder / "roots"
    folder.mkdir(exist_ok=True)
    (folder / "README").write_text("no certificate")
    shutil.copy(r.folder / "ca.pem", folder / "test.pem")
    with Peer(r.folder) as peer:
        script = CONNECT + """
context = ssl.create_default_context(capath="roots")
s = socket.socket()
s.connect(socket.getaddrinfo("broker.test", PORT)[0][-1])
print(context.wrap_socket(s, server_hostname="broker.test").version() is not None)
"""
        r.prints(script, "True\n", peer=peer, ca="other.pem")


@test
def verify_callback(r):
    with Peer(r.folder) as peer:
        script = CONNECT + """
def connect(answer):
    def callback(certificate, depth):
        seen.append(depth)
        if answer is None:
            raise KeyError("own")
        return answer
    seen = []
    context = ssl.create_default_context()
    context.verify_callback = callback
    s = socket.socket()
    s.connect(socket.getaddrinfo("broker.test", PORT)[0][-1])
    try:
        context.wrap_socket(s, server_hostname="broker.test")
        print("accepted", seen)
    except (OSError, KeyError) as e:
        print(type(e).__name__, e, seen)
connect(0)
connect(1)
connect(None)
"""
        r.prints(script, "accepted [1, 0]\nSSLCertVerificationError certificate verify failed: "
                 "refused by verify_callback (Test CA) [1, 0]\nKeyError 'own' [1]\n", peer=peer)


@test
def tls_begun_later(r):
    """start_tls() of a stream, as mail servers want it."""
    with Peer(r.folder) as peer:
        def talk(connection):
            expect(connection.recv(100) == b"STARTTLS\n", "no STARTTLS")
            connection.sendall(b"go on\n")
            peer.serve(connection)

        script = """
import asyncio, ssl
async def main():
    reader, writer = await asyncio.open_connection("broker.test", PORT)
    writer.write(b"STARTTLS\\n")
    print(await reader.readline())
    await writer.start_tls(ssl.create_default_context(), server_hostname="broker.test")
    writer.write(b"secret\\n")
    print(await reader.readline(), writer.get_extra_info("ssl_object") is not None)
    writer.close()
asyncio.run(main())
"""
        with Raw(talk) as plain:
            r.prints(script, "b'go on\\n'\nb'SECRET\\n' True\n", peer=plain)


@test
def options(r):
    """OP_NO_TLSv1_x leave out versions."""
    with Peer(r.folder) as peer:
        script = CONNECT + """
context = ssl.create_default_context()
print(context.options & ssl.OP_NO_TLSv1 == ssl.OP_NO_TLSv1, context.options & ssl.OP_NO_TLSv1_2)
for left_out in (0, ssl.OP_NO_TLSv1_3, ssl.OP_NO_TLSv1_2, ssl.OP_NO_TLSv1_2 | ssl.OP_NO_TLSv1_3):
    context.options = left_out
    s = socket.socket()
    s.connect(socket.getaddrinfo("broker.test", PORT)[0][-1])
    try:
        print(context.wrap_socket(s, server_hostname="broker.test").version())
    except ssl.SSLError as e:
        print("SSLError")
"""
        r.prints(script, "True 0\nTLSv1.3\nTLSv1.2\nTLSv1.3\nSSLError\n", peer=peer)


@test
def https_requests(r):
    def talk(connection):
        with connection.makefile("rwb") as stream:
            while stream.readline() not in (b"\r\n", b""):
                pass
            stream.write(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret")

    with Peer(r.folder, talk=talk) as peer:
        script = """
import requests
print(requests.get("https://broker.test:%d/" % PORT).text)
for url, options in (("https://other.test:%d/", {}), ("https://broker.test:%d/", {"verify": "other.pem"}),
                     ("https://other.test:%d/", {"verify": False})):
    try:
        print(requests.get(url % PORT, **options).text)
    except OSError as e:
        print(type(e).__name__)
"""
        r.prints(script, "secret\n" + "SSLCertVerificationError\n" * 2 + "secret\n", peer=peer)


@test
def names_of_ciphers(r):
    """mbedTLS's, OpenSSL's and IANA's names are understood."""
    with Peer(r.folder) as peer:
        script = CONNECT + """
context = ssl.create_default_context()
for names in ("ECDHE-ECDSA-AES128-GCM-SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
              ["TLS1-3-AES-128-GCM-SHA256"], "TLS_CHACHA20_POLY1305_SHA256",
              "ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-CHACHA20-POLY1305"):
    context.set_ciphers(names)
    s = socket.socket()
    s.connect(socket.getaddrinfo("broker.test", PORT)[0][-1])
    print(context.wrap_socket(s, server_hostname="broker.test").cipher())
"""
        r.prints(script, "('TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256', 'TLSv1.2', 128)\n"
                 "('TLS-ECDHE-ECDSA-WITH-AES-256-GCM-SHA384', 'TLSv1.2', 256)\n"
                 "('TLS1-3-AES-128-GCM-SHA256', 'TLSv1.3', 128)\n"
                 "('TLS1-3-CHACHA20-POLY1305-SHA256', 'TLSv1.3', 256)\n"
                 "('TLS-ECDHE-ECDSA-WITH-CHACHA20-POLY1305-SHA256', 'TLSv1.2', 256)\n", peer=peer)


@test
def collected_and_out_of_memory(r):
    """Under a collection at each allocation, and with each allocation failing in its turn."""
    with Peer(r.folder) as peer:
        script = CONNECT + "s = connect()\ns.write(b'x\\n')\nprint(s.readline())\ns.close()\n"
        r.prints(script, "b'X\\n'\n", "-X", "gcstress", peer=peer)
        n = undisturbed = 0
        while undisturbed < 3:
            n += 1 + n // 8
            result = r.run(script, "-X", f"failalloc={n}", peer=peer)
            expect(result.returncode in (0, 1), f"allocation {n} failing: {result}")
            undisturbed = undisturbed + 1 if result.returncode == 0 else 0


@test
def peer_certificate(r):
    """getpeercert() tells what CPython tells."""
    with Peer(r.folder) as peer:
        context = ssl.create_default_context(cafile=r.folder / "ca.pem")
        with context.wrap_socket(socket.create_connection(("127.0.0.1", peer.port), LIMIT),
                                 server_hostname="localhost") as secure:
            expected = secure.getpeercert()
        r.prints(CONNECT + f"print(connect().getpeercert() == {expected!r})\n", "True\n", peer=peer)


@test
def wrong_keys(r):
    script = """
import ssl
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
for pair in (("good.pem", "good.key"), ("good.pem", "self.key"), ("good.pem", "rsa.key"),
             ("good.key", "good.key"), ("good.pem", "good.pem"), ("none.pem",)):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(*pair)
        print("good")
    except OSError as e:
        print(e)
"""
    r.prints(script, "good\n" + "the private key is not that of the certificate\n" * 2 +
             "not a certificate in PEM or DER\nnot a private key in PEM or DER\n"
             "[Errno 2] No such file or directory: 'none.pem'\n")


@test
def as_server(r):
    script = """
import socket, ssl
listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(1)
print(listener.getsockname()[1] if hasattr(listener, "getsockname") else 0)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain("good.pem", "good.key")
for i in range(3):
    s, address = listener.accept()
    try:
        t = context.wrap_socket(s, server_side=True)
        t.write(t.readline().upper())
        t.close()
    except OSError as e:
        print(type(e).__name__, e)
"""
    file = r.folder / "server.py"
    file.write_text(script)
    process = subprocess.Popen([r.krait, str(file)], stdout=subprocess.PIPE, cwd=r.folder, text=True)
    try:
        port = int(process.stdout.readline())
        context = ssl.create_default_context(cafile=r.folder / "ca.pem")
        for i in range(2):
            context.maximum_version = (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3)[i]
            with context.wrap_socket(socket.create_connection(("127.0.0.1", port), LIMIT),
                                     server_hostname="localhost") as s:
                s.sendall(b"hello\n")
                expect(s.recv(100) == b"HELLO\n", "wrong answer")
        with contextlib.suppress(OSError):
            ssl.create_default_context().wrap_socket(
                socket.create_connection(("127.0.0.1", port), LIMIT), server_hostname="localhost")
        output = process.communicate(timeout=LIMIT)[0]
        expect(output.startswith(("SSLError ", "BrokenPipeError ")), output)
    finally:
        end(process)


@test
def asyncio_server(r):
    """A client that does not go on with its handshake keeps nobody from being served."""
    script = """
import asyncio, ssl
async def serve(reader, writer):
    line = await reader.readline()
    writer.write(line.upper())
    await writer.drain()
    writer.close()
    await writer.wait_closed()
async def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("good.pem", "good.key")
    server = await asyncio.start_server(serve, "127.0.0.1", PORT, ssl=context)
    print("ready")
    await asyncio.sleep(20)
asyncio.run(main())
"""
    with socket.create_server(("127.0.0.1", 0)) as s:
        port = s.getsockname()[1]
    file = r.folder / "server.py"
    file.write_text(f"PORT = {port}\n{script}")
    process = subprocess.Popen([r.krait, str(file)], stdout=subprocess.PIPE, cwd=r.folder, text=True,
                               stderr=subprocess.DEVNULL)
    try:
        expect(process.stdout.readline() == "ready\n", "the server did not start")
        context = ssl.create_default_context(cafile=r.folder / "ca.pem")
        with socket.create_connection(("127.0.0.1", port), LIMIT):
            for _ in range(3):
                with context.wrap_socket(socket.create_connection(("127.0.0.1", port), 5),
                                         server_hostname="localhost") as secure:
                    secure.sendall(b"hello\n")
                    expect(secure.recv(100) == b"HELLO\n", "wrong answer")
    finally:
        end(process)


def end(process):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def mosquitto(folder, port, certificate):
    program = shutil.which("mosquitto") or "/usr/sbin/mosquitto"
    settings = folder / "mosquitto.conf"
    settings.write_text(
        f"listener {port} 127.0.0.1\nallow_anonymous true\nlog_dest stderr\n"
        f"certfile {folder}/{certificate}.pem\nkeyfile {folder}/{certificate}.key\n"
        f"cafile {folder}/ca.pem\n")
    process = subprocess.Popen([program, "-c", settings], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.05)
        yield
    finally:
        end(process)


@test
def mqtt(r):
    with socket.create_server(("127.0.0.1", 0)) as s:
        port = s.getsockname()[1]

    class Address:
        pass

    peer = Address()
    peer.port = port
    script = """
from umqtt.simple import MQTTClient
def check():
    got = []
    a = MQTTClient("a", "broker.test", port=PORT, ssl=True, ssl_params={})
    b = MQTTClient("b", "broker.test", port=PORT, ssl=True, ssl_params={})
    a.set_callback(lambda topic, text: got.append((topic, text)))
    a.connect()
    a.subscribe(b"t/#")
    b.connect()
    for i in range(20):
        b.publish(b"t/x", b"%d" % i * 300, qos=i % 2)
    while len(got) < 20:
        a.wait_msg()
    print([len(text) for topic, text in got][-1], got[3] == (b"t/x", b"3" * 300))
    b.disconnect()
    a.disconnect()
check()
"""
    with mosquitto(r.folder, port, "good"):
        r.prints(script, "600 True\n", peer=peer)
    with mosquitto(r.folder, port, "expired"):
        result = r.run(script, peer=peer)
        expect(result.returncode == 1 and "certificate has expired" in result.stderr, result.stderr)


def main():
    parser = argparse.ArgumentParser(description="TLS against other implementations")
    parser.add_argument("krait")
    parser.add_argument("--filter", default="")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="krait-tls-") as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        subprocess.run([HERE / "make_certificates.sh", folder], check=True)
        runner = Runner(os.path.abspath(options.krait), folder)
        for function in TESTS:
            if options.filter not in function.__name__:
                continue
            began = time.monotonic()
            try:
                function(runner)
                print(f"ok   {function.__name__} ({time.monotonic() - began:.1f} s)", flush=True)
            except (Failure, subprocess.TimeoutExpired, OSError, ValueError) as problem:
                failed += 1
                print(f"FAIL {function.__name__}\n     {problem}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
