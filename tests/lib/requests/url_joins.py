# Links lead from a page to where RFC 3986 says.
try:
    from requests._url import Url

    def join(base, link):
        return str(Url(base).join(link))
except ImportError:
    from urllib.parse import urljoin as join

for link in ("/x", "x", "./x", "../x", "../../x", "../../../x", "x/", "x?y=/z", "?y", "//other/p", "https://other/?q"):
    print(link, join("http://host:81/a/b/c?d", link))
