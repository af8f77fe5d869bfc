"""HTTP requests, with the names of CPython's requests and MicroPython's urequests.

    with requests.get("https://example.org/data", timeout=10) as response:
        print(response.status_code, response.json())

The body is read when it is asked for, at once (content, text, json()) or piece by piece
(iter_content(), raw.read(n)); close() or `with` gives the connection back. Certificates and host
names are verified unless verify=False; verify="file" trusts the certificates of a file.

Each request has a connection of its own. A name that takes too long to be looked up ends with the
timeout, as connecting, sending and each wait for an answer do.
"""

import socket

from ._body import Body
from ._url import Url, form

_MOST_REDIRECTS = 10
_LONGEST_LINE = 16384
_MOST_HEADERS = 100


class RequestException(OSError):
    def __init__(self, *args, response=None):
        super().__init__(*args)
        self.response = response


class HTTPError(RequestException):
    """What raise_for_status() raises."""


class TooManyRedirects(RequestException):
    pass


class Headers(dict):
    """A dict of headers under their names as they were sent, found whatever the case."""

    def __init__(self):
        super().__init__()
        self._names = {}  # lower case -> as sent

    def __setitem__(self, name, value):
        super().__setitem__(self._names.setdefault(name.lower(), name), value)

    def __getitem__(self, name):
        return super().__getitem__(self._names.get(name.lower(), name))

    def __contains__(self, name):
        return name.lower() in self._names

    def get(self, name, default=None):
        return self[name] if name in self else default


class Response:
    def __init__(self, url, status_code, reason, headers, raw):
        self.url = url
        self.status_code = status_code
        self.reason = reason
        self.headers = headers
        self.raw = raw
        self.encoding = _charset(headers.get("Content-Type", ""))
        self._content = None

    def close(self):
        self.raw.close()

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.close()

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def content(self):
        if self._content is None:
            try:
                self._content = self.raw.read()
            finally:
                self.close()
        return self._content

    @property
    def text(self):
        return str(self.content, self.encoding)

    def json(self, **options):
        import json

        return json.loads(self.content, **options)

    def iter_content(self, chunk_size=1024):
        """The body in pieces of at most so many bytes, as they come."""
        while True:
            piece = self.raw.read1(chunk_size)
            if not piece:
                return self.close()
            yield piece

    def raise_for_status(self):
        if self.status_code >= 400:
            whose = "Server" if self.status_code >= 500 else "Client"
            text = "%d %s Error: %s for url: %s"
            raise HTTPError(
                text % (self.status_code, whose, self.reason, self.url), response=self
            )

    def __repr__(self):
        return "<Response [%d]>" % self.status_code


def _charset(content_type):
    at = content_type.lower().find("charset=")
    if at < 0:
        return "utf-8"
    return content_type[at + 8 :].split(";")[0].strip().strip('"')


# --- sending


def _connect(url, timeout, verify):
    sock = socket.create_connection((url.host, url.port), timeout)
    if url.scheme == "http":
        return sock
    try:
        import ssl

        context = ssl.create_default_context(cafile=verify if isinstance(verify, str) else None)
        if not verify:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        return context.wrap_socket(sock, server_hostname=url.host)
    except BaseException:
        sock.close()
        raise


def _basic(user, password):
    import binascii

    return b"Basic " + binascii.b2a_base64(b"%s:%s" % (_bytes(user), _bytes(password))).strip()


def _bytes(value):
    return value.encode() if isinstance(value, str) else value


class _Head:
    """The lines before the body. A header that was given by the caller is not given again."""

    def __init__(self, method, url):
        self.lines = [b"%s %s HTTP/1.1\r\n" % (_checked(method), _checked(url.path))]
        self.names = set()

    def add(self, name, value):
        if not isinstance(value, (str, bytes)):
            value = str(value)
        if name.lower() not in self.names:
            self.names.add(name.lower())
            self.lines.append(b"%s: %s\r\n" % (_checked(name), _checked(value)))


def _checked(value):
    value = _bytes(value)
    if b"\r" in value or b"\n" in value:
        raise ValueError("a line of the request cannot have a newline in it: %r" % value)
    return value


def _body_of(head, data, json):
    """The body as bytes, or None, or what gives it piece by piece."""
    if json is not None:
        import json as module

        data = module.dumps(json)
        head.add("Content-Type", "application/json")
    elif isinstance(data, (dict, list, tuple)):
        data = form(data)
        head.add("Content-Type", "application/x-www-form-urlencoded")
    if isinstance(data, str):
        data = data.encode()
    if data is None or isinstance(data, (bytes, bytearray, memoryview)):
        return data
    if hasattr(data, "read"):
        return iter(lambda: data.read(1024), b"")
    return iter(data)


def _send(sock, method, url, headers, auth, data, json):
    head = _Head(method, url)
    for name in headers:
        head.add(name, headers[name])
    head.add("Host", url.netloc)
    head.add("Connection", "close")
    if auth is not None:
        head.add("Authorization", auth(url) if callable(auth) else _basic(*auth))
    body = _body_of(head, data, json)
    has_length = body is None or isinstance(body, (bytes, bytearray, memoryview))
    if not has_length:
        head.add("Transfer-Encoding", "chunked")
    elif body is not None or method in ("POST", "PUT", "PATCH"):
        head.add("Content-Length", len(body or b""))
    sock.sendall(b"".join(head.lines) + b"\r\n")
    if body is None:
        return
    if has_length:
        sock.sendall(body)
        return
    for piece in body:
        piece = _bytes(piece)
        if piece:
            sock.sendall(b"%x\r\n%s\r\n" % (len(piece), piece))
    sock.sendall(b"0\r\n\r\n")


# --- receiving


def _line(sock):
    line = sock.readline(_LONGEST_LINE)
    if not line.endswith(b"\n"):
        raise RequestException("the server closed the connection" if not line else "line too long")
    return line.rstrip(b"\r\n")


def _receive(sock, method, url):
    status = 100
    while 100 <= status < 200:  # "continue" and the like come before the answer
        words = str(_line(sock), "utf-8").split(" ", 2)
        if len(words) < 2 or not words[0].startswith("HTTP/") or not words[1].isdigit():
            raise RequestException("no HTTP server there: %r" % " ".join(words))
        status = int(words[1])
        headers = _receive_headers(sock)
    is_empty = method == "HEAD" or status in (204, 304)
    body = Body(sock, headers, is_empty)
    return Response(str(url), status, words[2] if len(words) > 2 else "", headers, body)


def _receive_headers(sock):
    headers = Headers()
    for _ in range(_MOST_HEADERS):
        line = _line(sock)
        if not line:
            return headers
        name, colon, value = str(line, "utf-8", "replace").partition(":")
        if not colon:
            raise RequestException("bad header: %r" % line)
        value = value.strip()
        headers[name] = headers[name] + ", " + value if name in headers else value
    raise RequestException("too many headers")


def request(
    method,
    url,
    params=None,
    data=None,
    json=None,
    headers={},
    stream=None,
    auth=None,
    timeout=None,
    verify=True,
    allow_redirects=True,
):
    url = Url(url, params)
    method = method.upper()
    if auth is None and url.user is not None:
        auth = (url.user, url.password)
    for _ in range(_MOST_REDIRECTS):
        sock = _connect(url, timeout, verify)
        try:
            _send(sock, method, url, headers, auth, data, json)
            response = _receive(sock, method, url)
        except BaseException:
            sock.close()
            raise
        target = response.headers.get("Location")
        if not allow_redirects or target is None or response.status_code not in _REDIRECTS:
            return response
        response.close()
        before, url = url, url.join(target)
        if (before.host, before.port, before.scheme) != (url.host, url.port, url.scheme):
            # Secrets are not for others.
            auth = None
            headers = {k: headers[k] for k in headers if k.lower() not in _SECRETS}
        if response.status_code == 303 or (response.status_code < 303 and method == "POST"):
            method, data, json = "HEAD" if method == "HEAD" else "GET", None, None
    raise TooManyRedirects("more than %d redirects" % _MOST_REDIRECTS, response=response)


_REDIRECTS = (301, 302, 303, 307, 308)
_SECRETS = ("authorization", "cookie", "proxy-authorization", "host")


def get(url, params=None, **options):
    return request("GET", url, params, **options)


def head(url, **options):
    options.setdefault("allow_redirects", False)
    return request("HEAD", url, **options)


def post(url, data=None, json=None, **options):
    return request("POST", url, data=data, json=json, **options)


def put(url, data=None, **options):
    return request("PUT", url, data=data, **options)


def patch(url, data=None, **options):
    return request("PATCH", url, data=data, **options)


def delete(url, **options):
    return request("DELETE", url, **options)


def options(url, **options):
    return request("OPTIONS", url, **options)
