#!/usr/bin/env python3
"""Small stand-ins for the processes of the lab that sidecar.sh builds.

    standins.py app [--upstream NAME:PORT --dns ADDRESS]
    standins.py envoy [--service ADDRESS:PORT=ADDRESS:PORT ...]
    standins.py agent --pod ADDRESS
    standins.py dns ADDRESS NAME=ADDRESS ...

They do as little as the nat table can notice: who opens which connection, from
which address, to which address. Each prints "ready" once it listens.
"""

import argparse
import http.client
import http.server
import itertools
import socket
import socketserver
import struct
import sys
import threading

APP, OUTBOUND, INBOUND, AGENT, HEALTH, METRICS = 8080, 15001, 15006, 15020, 15021, 15090
INBOUND_SOURCE = "127.0.0.6"
SO_ORIGINAL_DST = 80
TIMEOUT = 5


def fetch(address, port, path, source=None):
    """One GET on a connection of its own."""
    connection = http.client.HTTPConnection(
        address, port, timeout=TIMEOUT, source_address=(source, 0) if source else None)
    try:
        connection.request("GET", path, headers={"Connection": "close"})
        response = connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise OSError(f"{address}:{port}{path} answered {response.status}")
        return body
    finally:
        connection.close()


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 64


def serve_http(port, answer):
    """answer(path) gives the body; an OSError becomes a 502."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            try:
                status, body = 200, answer(self.path)
            except OSError as error:
                status, body = 502, f"{error}\n".encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    start(Server(("0.0.0.0", port), Handler))


def start(server):
    threading.Thread(target=server.serve_forever, daemon=True).start()


# The application: answers itself, or asks the next service of the chain first.

# Every look-up gets a source port of its own. A port used twice would meet the
# conntrack entry of the earlier look-up, and nat would not see the second one.
lookup_ports = itertools.count(40000)


def resolve(name, server):
    question = b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
    query = struct.pack(">6H", 1, 0x0100, 1, 0, 0, 0) + question + b"\0" + struct.pack(">2H", 1, 1)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.settimeout(TIMEOUT)
        sock.bind(("", next(lookup_ports)))
        sock.connect((server, 53))
        sock.send(query)
        answer = sock.recv(512)
    if not struct.unpack(">H", answer[6:8])[0]:
        raise OSError(f"no address for {name}")
    return socket.inet_ntoa(answer[-4:])


def app(args):
    def answer(path):
        if path == "/healthz" or not args.upstream:
            return b"ok\n"
        name, port = args.upstream.split(":")
        return b"via upstream: " + fetch(resolve(name, args.dns), int(port), "/")

    serve_http(APP, answer)


# Envoy: two listeners that ask the kernel where a connection was going.

def copy(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def listener(port, connect):
    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            raw = self.request.getsockopt(socket.SOL_IP, SO_ORIGINAL_DST, 16)
            original_port, packed = struct.unpack_from(">2xH4s", raw)
            if original_port in (INBOUND, OUTBOUND):
                return  # dialed directly, so there is nowhere to go on to
            with connect(socket.inet_ntoa(packed), original_port) as onward:
                back = threading.Thread(target=copy, args=(onward, self.request))
                back.start()
                copy(self.request, onward)
                back.join()

    start(Server(("0.0.0.0", port), Handler))


def envoy(args):
    services = dict(service.split("=") for service in args.service)

    def inbound(address, port):
        return socket.create_connection((address, port), TIMEOUT, source_address=(INBOUND_SOURCE, 0))

    def outbound(address, port):
        endpoint = services.get(f"{address}:{port}", f"{address}:{port}")
        address, port = endpoint.split(":")
        return socket.create_connection((address, int(port)), TIMEOUT)

    listener(INBOUND, inbound)
    listener(OUTBOUND, outbound)
    serve_http(HEALTH, lambda path: fetch("127.0.0.1", AGENT, "/healthz/ready"))
    serve_http(METRICS, lambda path: b"# metrics of the proxy\n")


# The agent beside Envoy: readiness, the application's probes, merged metrics.

def agent(args):
    def answer(path):
        if path.startswith("/app-health/"):
            return fetch(args.pod, APP, "/healthz", INBOUND_SOURCE)
        if path == "/stats/prometheus":
            return fetch("127.0.0.1", METRICS, path)
        return b"ready\n"

    serve_http(AGENT, answer)


def dns(args):
    records = dict(record.split("=") for record in args.record)

    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            query, sock = self.request
            labels, at = [], 12
            while query[at]:
                labels.append(query[at + 1:at + 1 + query[at]].decode())
                at += 1 + query[at]
            address = records.get(".".join(labels))
            reply = query[:2] + struct.pack(">5H", 0x8180 if address else 0x8183, 1, bool(address), 0, 0) + query[12:]
            if address:
                reply += struct.pack(">3HIH", 0xC00C, 1, 1, 60, 4) + socket.inet_aton(address)
            sock.sendto(reply, self.client_address)

    # Bound to the one address, so that answers come from where the question went.
    start(socketserver.ThreadingUDPServer((args.address, 53), Handler))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    roles = parser.add_subparsers(required=True)
    role = roles.add_parser("app")
    role.add_argument("--upstream")
    role.add_argument("--dns")
    role.set_defaults(run=app)
    role = roles.add_parser("envoy")
    role.add_argument("--service", action="append", default=[])
    role.set_defaults(run=envoy)
    role = roles.add_parser("agent")
    role.add_argument("--pod", required=True)
    role.set_defaults(run=agent)
    role = roles.add_parser("dns")
    role.add_argument("address")
    role.add_argument("record", nargs="+")
    role.set_defaults(run=dns)
    args = parser.parse_args()
    args.run(args)
    print("ready", flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    sys.exit(main())
