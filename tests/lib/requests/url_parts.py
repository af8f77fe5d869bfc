# expect: hand, because this is our own module
# The parts of a URL.
from requests._url import Url

for text in (
    "http://example.org",
    "HTTPS://Example.org/a/b?c=d#e",
    "http://example.org:8080?x",
    "https://user:p%40ss@example.org:443/",
    "http://[::1]:81/x y",
    "http://[fe80::1]/",
    "http://a@b@host/@/?:",
    "http://host/%41\xe4",
):
    u = Url(text)
    print(u.scheme, u.host, u.port, u.netloc, u.path, u.user, u.password, u)
for text in ("example.org", "ftp://x/", "http://", "http:///x", "http://host:x/", "", "http://:80"):
    try:
        Url(text)
    except ValueError as e:
        print(e)
