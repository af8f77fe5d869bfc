# Fetches a page over HTTPS with asyncio; the certificate is verified.
#   krait examples/https_get.py [HOST [PATH]]
import asyncio
import sys

HOST = sys.argv[1] if len(sys.argv) > 1 else "www.example.com"
PATH = sys.argv[2] if len(sys.argv) > 2 else "/"


async def get(host, path):
    reader, writer = await asyncio.open_connection(host, 443, ssl=True, server_hostname=host)
    request = f"GET {path} HTTP/1.0\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    writer.write(request.encode())
    await writer.drain()
    status = (await reader.readline()).decode().strip()
    headers = {}
    while (line := await reader.readline()) not in (b"\r\n", b""):
        name, _, value = line.decode().partition(":")
        headers[name.lower()] = value.strip()
    body = await reader.read(-1)
    writer.close()
    await writer.wait_closed()
    return status, headers, body


async def main():
    status, headers, body = await asyncio.wait_for(get(HOST, PATH), 15)
    print(status)
    for name in sorted(headers):
        print(f"{name:24} {headers[name]}")
    print(len(body), "bytes")


asyncio.run(main())
