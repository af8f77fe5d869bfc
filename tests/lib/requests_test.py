#!/usr/bin/env python3
"""The library requests against servers that answer what each test says.

    tests/lib/requests_test.py KRAIT [--filter WORD]

A test is the answers of a server on a free port of loopback, a script whose URL is the server's,
what it has to print, and a check of what the server was asked. Over TLS: tests/net/tls_peers.py.
"""
import argparse
import contextlib
import socket
import subprocess
import sys
import tempfile
import threading

LIMIT = 30  # seconds that a script may take

TESTS = []


def test(function):
    TESTS.append(function)
    return function


class Failure(Exception):
    pass


def same(shown, expected):
    if shown != expected:
        raise Failure(f"{shown!r}, expected {expected!r}")


class Server(threading.Thread):
    """Answers each connection with the next of its answers and keeps the requests: (lines, body)."""

    def __init__(self, answers):
        super().__init__(daemon=True)
        self.answers = answers
        self.requests = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = "http://127.0.0.1:%d" % self.listener.getsockname()[1]

    def run(self):
        for answer in self.answers:
            with contextlib.suppress(OSError):
                connection, _ = self.listener.accept()
                connection.settimeout(LIMIT)
                with connection, connection.makefile("rb") as stream:
                    self.requests.append(self.read_request(stream))
                    if answer is None:
                        stream.read()  # no answer until the client is gone
                    elif callable(answer):
                        answer(connection)
                    else:
                        connection.sendall(answer)

    def read_request(self, stream):
        lines, body = [], b""
        while (line := stream.readline()) not in (b"\r\n", b""):
            lines.append(line.decode().rstrip("\r\n"))
        headers = dict(line.lower().split(": ", 1) for line in lines[1:])
        if "content-length" in headers:
            body = stream.read(int(headers["content-length"]))
        if headers.get("transfer-encoding") == "chunked":
            while size := int(stream.readline(), 16):
                body += b"[%s]" % stream.read(size)
                stream.readline()
            stream.readline()
        return lines, body


def answer(body=b"", status="200 OK", **headers):
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{lines}\r\n".encode() + body


def run(krait, answers, script, expected):
    """What the server was asked, once the script has printed what it should."""
    server = Server(answers)
    server.start()
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(f"import requests\nURL = {server.url!r}\n{script}")
        file.flush()
        done = subprocess.run([krait, file.name], capture_output=True, text=True, timeout=LIMIT)
    same(done.stdout + done.stderr, expected)
    server.listener.close()
    return server


@test
def get(krait):
    server = run(krait, [answer(b"hello", X_Own="1")], """
r = requests.get(URL + "/a b?x=1#there", params={"q": "a&b c", "n": [1, 2], "none": None},
                 headers={"Accept": "text/plain"})
print(r, r.ok, r.reason, r.headers["x-own"], "CONTENT-LENGTH" in r.headers, r.headers.get("no"))
print(r.content, r.text, r.content)
r.close()
""", "<Response [200]> True OK 1 True None\nb'hello' hello b'hello'\n")
    host = server.url[7:]
    same(server.requests[0], (["GET /a%20b?x=1&q=a%26b+c&n=1&n=2 HTTP/1.1", "Accept: text/plain",
                               f"Host: {host}", "Connection: close"], b""))


@test
def bodies(krait):
    server = run(krait, [answer()] * 5, """
requests.post(URL, data=b"raw\\0").close()
requests.put(URL, data="t\\xe4xt").close()
requests.patch(URL, data={"a": "1 2", "b": "\\xe4"}).close()
requests.post(URL, json={"a": [1, None]}).close()
requests.post(URL, data=(piece for piece in (b"one", "", "two"))).close()
""", "")
    bodies = [b"raw\0", "t\xe4xt".encode(), b"a=1+2&b=%C3%A4", b'{"a": [1, null]}', b"[one][two]"]
    same([body for _, body in server.requests], bodies)
    same([lines[0].split()[0] for lines, _ in server.requests],
         ["POST", "PUT", "PATCH", "POST", "POST"])
    expect_type = ["", "", "application/x-www-form-urlencoded", "application/json", ""]
    for (lines, _), kind in zip(server.requests, expect_type):
        same([line[14:] for line in lines if line.startswith("Content-Type: ")], [kind] * bool(kind))


@test
def own_headers_win(krait):
    server = run(krait, [answer()], """
requests.post(URL, json=1, headers={"content-type": "text/x", "HOST": "other", "N": 5}).close()
""", "")
    lines = server.requests[0][0]
    same(lines[1:4], ["content-type: text/x", "HOST: other", "N: 5"])
    same(len(lines), 6)


@test
def no_lines_can_be_smuggled_in(krait):
    run(krait, [], """
for attempt in (lambda: requests.get(URL, headers={"A": "b\\r\\nC: d"}),
                lambda: requests.get(URL, headers={"A\\n": "b"}),
                lambda: requests.request("GET / HTTP/1.1\\r\\n", URL)):
    try:
        attempt()
    except ValueError as e:
        print("ValueError")
""", "ValueError\n" * 3)


@test
def authorization(krait):
    server = run(krait, [answer()] * 3, """
requests.get(URL, auth=("user", "pass:word")).close()
requests.get(URL.replace("//", "//me:a%40b@")).close()
requests.get(URL, auth=lambda url: "Bearer " + url.host).close()
""", "")
    same([line for lines, _ in server.requests for line in lines if line.startswith("Auth")],
         ["Authorization: Basic dXNlcjpwYXNzOndvcmQ=", "Authorization: Basic bWU6YUBi",
          "Authorization: Bearer 127.0.0.1"])


@test
def chunks(krait):
    body = b"5\r\nhello\r\n1;x=y\r\n \r\nA\r\n0123456789\r\n0\r\nTrailer: 1\r\n\r\n"
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body
    run(krait, [chunked, chunked, chunked, chunked[:-30]], """
print(requests.get(URL).content)
print(list(requests.get(URL, stream=True).iter_content(4)))
r = requests.get(URL, stream=True)
room = bytearray(7)
print(r.raw.read(7), r.raw.readinto(room), room, r.raw.read(), r.raw.read(5))
try:
    requests.get(URL).content
except OSError as e:
    print(e)
""", "b'hello 0123456789'\n[b'hell', b'o', b' ', b'0123', b'4567', b'89']\n"
         "b'hello 0' 7 bytearray(b'1234567') b'89' b''\nthe connection ended within the body\n")


@test
def until_the_end(krait):
    run(krait, [b"HTTP/1.0 200 OK\r\n\r\n" + b"x" * 5000], """
print(len(requests.get(URL).content))
""", "5000\n")


@test
def cut_short(krait):
    run(krait, [b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"], """
try:
    requests.get(URL).content
except OSError as e:
    print(e)
""", "the connection ended within the body\n")


@test
def without_a_body(krait):
    run(krait, [answer(b"", X="1").replace(b": 0", b": 99"), b"HTTP/1.1 204 No Content\r\n\r\n"], """
r = requests.head(URL)
print(r.content, r.headers["content-length"])
r = requests.delete(URL)
print(r.status_code, r.content)
""", "b'' 99\n204 b''\n")


@test
def json_and_charsets(krait):
    run(krait, [answer('{"a": "\xe4"}'.encode()),
                answer("\xe4".encode("utf-8"), Content_Type='text/plain; charset="UTF-8"')], """
print(requests.get(URL).json())
r = requests.get(URL)
print(r.encoding, r.text)
""", "{'a': '\xe4'}\nUTF-8 \xe4\n")


@test
def redirects(krait):
    server = run(krait, [answer(status="301 Moved", Location="/two?a=b"),
                         answer(status="302 Found", Location="sub/three"),
                         answer(b"there"), answer(status="303 See", Location="/get"), answer(b"got"),
                         answer(status="307 T", Location="/again"), answer(b"again"),
                         answer(status="301 Moved", Location="/x")], """
r = requests.get(URL + "/one")
print(r.url[len(URL):], r.text)
print(requests.put(URL, data=b"put").text, requests.post(URL, data=b"post").text)
print(requests.get(URL, allow_redirects=False).status_code)
""", "/sub/three there\ngot again\n301\n")
    same([(lines[0], body) for lines, body in server.requests],
         [("GET /one HTTP/1.1", b""), ("GET /two?a=b HTTP/1.1", b""),
          ("GET /sub/three HTTP/1.1", b""), ("PUT / HTTP/1.1", b"put"), ("GET /get HTTP/1.1", b""),
          ("POST / HTTP/1.1", b"post"), ("POST /again HTTP/1.1", b"post"), ("GET / HTTP/1.1", b"")])


@test
def redirects_without_end(krait):
    server = run(krait, [answer(status="302 Found", Location="/again")] * 10, """
try:
    requests.get(URL)
except requests.TooManyRedirects as e:
    print(e, e.response.status_code)
""", "more than 10 redirects 302\n")
    same(len(server.requests), 10)


@test
def secrets_stay_with_their_host(krait):
    other = Server([answer(b"other")])
    other.start()
    server = run(krait, [answer(status="302 Found", Location=other.url + "/")], """
headers = {"Cookie": "c", "authorization": "a", "X": "y"}
print(requests.get(URL, auth=("u", "p"), headers=headers).text)
""", "other\n")
    same(len(server.requests[0][0]), 6)
    same(other.requests[0][0][1], "X: y")
    same(len(other.requests[0][0]), 4)


@test
def status(krait):
    run(krait, [answer(status="404 Not Found"), answer(status="500 Oops"), answer()], """
for _ in range(3):
    r = requests.get(URL + "/x")
    try:
        print(r.ok, r.raise_for_status())
    except requests.HTTPError as e:
        print(str(e).replace(URL, ""), e.response is r, isinstance(e, OSError))
""", "404 Client Error: Not Found for url: /x True True\n"
         "500 Server Error: Oops for url: /x True True\nTrue None\n")


@test
def interim_answers(krait):
    run(krait, [b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nA: b\r\n\r\n" + answer(b"ok")],
        "r = requests.get(URL)\nprint(r.text, 'A' in r.headers)\n", "ok False\n")


@test
def repeated_headers(krait):
    run(krait, [answer(A="1", a="2")], "print(requests.get(URL).headers['A'])\n", "1, 2\n")


@test
def bad_answers(krait):
    run(krait, [b"SSH-2.0-x\r\n", b"", b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                b"HTTP/1.1 200 OK\r\n" + b"A: " + b"x" * 20000 + b"\r\n\r\n",
                b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 101 + b"\r\n",
                b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"], """
for _ in range(6):
    try:
        requests.get(URL).content
    except OSError as e:
        print(e)
""", "no HTTP server there: 'SSH-2.0-x'\nthe server closed the connection\n"
         "bad header: b'no colon'\nline too long\ntoo many headers\nbad chunk: b'zz\\r\\n'\n")


@test
def timeout(krait):
    run(krait, [None], """
import time
began = time.ticks_ms()
try:
    requests.get(URL, timeout=0.1)
except OSError as e:
    print(e.errno, time.ticks_diff(time.ticks_ms(), began) < 2000)
""", "110 True\n")


@test
def refused(krait):
    run(krait, [], """
import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
try:
    requests.get("http://127.0.0.1:%d/" % s.getsockname()[1])
except ConnectionRefusedError as e:
    print("refused")
""", "refused\n")


@test
def old_name(krait):
    run(krait, [answer(b"x")], """
import urequests
r = urequests.get(URL)
print(r.raw.read(1), urequests.Response is requests.Response)
r.close()
""", "b'x' True\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("krait")
    parser.add_argument("--filter", default="")
    arguments = parser.parse_args()
    failed = 0
    chosen = [t for t in TESTS if arguments.filter in t.__name__]
    for one in chosen:
        try:
            one(arguments.krait)
            print(f"ok   {one.__name__}")
        except (Failure, subprocess.TimeoutExpired) as e:
            failed += 1
            print(f"FAIL {one.__name__}\n     {e}")
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
