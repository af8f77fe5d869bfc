"""URLs: their parts, and text in their notation."""

_PORTS = {"http": 80, "https": 443}
_PLAIN = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"


def quote(text, safe=b""):
    """Bytes that are not plain become %XX, of text those of its UTF-8."""
    if not isinstance(text, (str, bytes)):
        text = str(text)
    if isinstance(text, str):
        text = text.encode()
    out = bytearray()
    for byte in text:
        if byte in _PLAIN or byte in safe:
            out.append(byte)
        else:
            out += b"%%%02X" % byte
    return out.decode()


def form(items):
    """name=value&... of a dict or of pairs; a list of values gives the name several times."""
    if hasattr(items, "items"):
        items = items.items()
    parts = []
    for name, value in items:
        for one in value if isinstance(value, (list, tuple)) else (value,):
            if one is not None:
                parts.append("%s=%s" % (_plus(name), _plus(one)))
    return "&".join(parts)


def _plus(text):
    return quote(text, b" ").replace(" ", "+")


def _unquote(text):
    parts = text.split("%")
    out = bytearray(parts[0].encode())
    for part in parts[1:]:
        out.append(int(part[:2], 16))
        out += part[2:].encode()
    return out.decode()


class Url:
    def __init__(self, url, params=None):
        scheme, mark, rest = url.partition("://")
        self.scheme = scheme.lower()
        if not mark or self.scheme not in _PORTS:
            raise ValueError("no URL of http or https: %r" % url)
        rest = rest.partition("#")[0]
        ends = [i for i in (rest.find("/"), rest.find("?")) if i >= 0]
        end = min(ends) if ends else len(rest)
        self._read_netloc(rest[:end])
        path = rest[end:]
        if not path.startswith("/"):
            path = "/" + path
        if params:
            text = params if isinstance(params, str) else form(params)
            path += ("&" if "?" in path else "?") + text
        # What is in URLs by mistake, such as spaces; the rest stays as it is.
        self.path = quote(path, b"%/?:@!$&'()*+,;=[]")

    def _read_netloc(self, text):
        user, at, text = text.rpartition("@")
        self.user = self.password = None
        if at:
            self.user, _, self.password = (_unquote(part) for part in user.partition(":"))
        host, colon, port = text.rpartition(":")
        if not colon or port.endswith("]"):  # of an IPv6 address
            host, port = text, ""
        self.host = host[1:-1] if host.startswith("[") else host
        if not self.host or (port and not port.isdigit()):
            raise ValueError("no host in the URL")
        self.port = int(port) if port else _PORTS[self.scheme]
        self.netloc = host if self.port == _PORTS[self.scheme] else "%s:%d" % (host, self.port)

    def join(self, target):
        """Where a link of this page leads to."""
        if "://" in target.partition("?")[0]:
            return Url(target)
        base = "%s://%s" % (self.scheme, self.netloc)
        if target.startswith("//"):
            return Url("%s:%s" % (self.scheme, target))
        if target.startswith("/"):
            return Url(base + target)
        path = self.path.partition("?")[0]
        if target.startswith("?"):
            return Url(base + path + target)
        parts = path.split("/")[1:-1]
        target, mark, query = target.partition("?")
        for part in target.split("/")[:-1]:
            if part == "..":
                del parts[-1:]
            elif part != ".":
                parts.append(part)
        return Url("/".join([base] + parts + [target.rpartition("/")[2]]) + mark + query)

    def __str__(self):
        return "%s://%s%s" % (self.scheme, self.netloc, self.path)
