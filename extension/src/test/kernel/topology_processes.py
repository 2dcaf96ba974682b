"""The processes of a topology: stand-ins that do as little as the network can notice.

Each runs in a network namespace that its parent has entered, opens its sockets as the user that the
plan names, and reports every connection that it accepts or opens as a line of JSON in one pipe.

An application reads which places are left to go to, opens a connection to the first of them and hands
the rest on, and answers when it was answered.  A proxy passes bytes on without reading them.
"""

import ctypes
import errno
import json
import os
import random
import select
import socket
import struct
import threading
import time

IP_TRANSPARENT, IPV6_TRANSPARENT = 19, 75
IP_PKTINFO = 8
IP_RECVORIGDSTADDR, IPV6_RECVORIGDSTADDR = 20, 74
SO_ORIGINAL_DST = 80                # of IPv4 and of IPv6
CONNECT = 0.7                       # below one second, when a first packet would be sent again
ANSWER = 8                          # the ends of all connections behind this one come sooner
ASK = b"ASK "                       # how a datagram that asks begins; answers begin otherwise
MOST = 24                           # connections of one flow to one process: more is a loop

libc = ctypes.CDLL(None, use_errno=True)


def endpoint(address):
    """A socket's address as text, without what the kernel adds to it."""
    host, port = address[0].partition("%")[0], address[1]
    return "[%s]:%d" % (host, port) if ":" in host else "%s:%d" % (host, port)


def packed_endpoint(raw):
    """The address and port of a struct sockaddr_in or sockaddr_in6."""
    family, port = struct.unpack_from("=H", raw)[0], struct.unpack_from("!H", raw, 2)[0]
    if family == socket.AF_INET6:
        return socket.inet_ntop(family, raw[8:24]), port
    return socket.inet_ntop(socket.AF_INET, raw[4:8]), port


def become(uid, gid, groups):
    """Open files and sockets as this user from now on; what the process may do stays."""
    os.setgroups(groups)
    libc.setfsgid(gid)
    libc.setfsuid(uid)


def option(sock, four, six, value=1):
    """Set an option of IP on a socket of either family."""
    v6 = sock.family == socket.AF_INET6
    sock.setsockopt(socket.IPPROTO_IPV6 if v6 else socket.SOL_IP, six if v6 else four, value)


def new_socket(address, protocol):
    return socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET,
                         socket.SOCK_DGRAM if protocol == "udp" else socket.SOCK_STREAM)


def ending(error):
    """In a word, how a connection failed."""
    if isinstance(error, TimeoutError) or error.errno in (errno.ETIMEDOUT, errno.EINPROGRESS):
        return "timeout"
    if error.errno == errno.ECONNREFUSED:
        return "refused"
    # Invalid is an address of 127/8 that would have to leave the machine.
    if error.errno in (errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EACCES, errno.EINVAL):
        return "unreachable"
    return errno.errorcode.get(error.errno, "error").lower()


class Reporter:
    """Writes what happens into the pipe, with the number of the sending that is under way."""

    def __init__(self, pipe, sending, namespace, process):
        self.pipe, self.sending = pipe, sending
        self.who = {"namespace": namespace, "process": process}

    def number(self):
        return struct.unpack_from("=I", self.sending)[0]

    def report(self, what, at=None, **facts):
        line = dict(event=what, sending=self.number(), at=at or time.monotonic(), **self.who, **facts)
        os.write(self.pipe, json.dumps(line).encode() + b"\n")     # short enough to stay in one piece


def connect(reporter, place, protocol, source=None, transparent=False):
    """Open a connection and report it; None where that failed."""
    began, sock = time.monotonic(), new_socket(place[0], protocol)
    local, end = None, "ok"
    try:
        if transparent:
            option(sock, IP_TRANSPARENT, IPV6_TRANSPARENT)
        if source:
            sock.bind((source, 0))
        sock.setblocking(False)
        error = sock.connect_ex((place[0], place[1]))
        local = sock.getsockname()
        if error == errno.EINPROGRESS:
            done = select.select([], [sock], [], CONNECT)[1]
            error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) if done else errno.ETIMEDOUT
        if error:
            raise OSError(error, os.strerror(error))
        local = sock.getsockname()
        sock.settimeout(ANSWER)
        return sock
    except OSError as e:
        end = ending(e)
        sock.close()
        return None
    finally:
        # A socket that was refused has forgotten its address.
        known = local and local[0] not in ("0.0.0.0", "::")
        reporter.report("opened", at=began, protocol=protocol, local=endpoint(local) if known else None,
                        peer=endpoint(place), end=end)


def ask(reporter, places, protocol, rest):
    """Open the connection to the first of some places, let the others follow; how that ended."""
    sock = connect(reporter, places[0], protocol)
    if sock is None:
        return "failed"
    with sock:
        try:
            request = json.dumps({"places": rest}).encode() + b"\n"
            if protocol == "udp":
                began = time.monotonic()
                sock.settimeout(CONNECT * (1 + len(rest)))
                try:
                    sock.send(ASK + request)
                    answer = sock.recv(2048)
                except OSError as e:
                    reporter.report("unanswered", at=began, protocol=protocol,
                                    local=endpoint(sock.getsockname()), peer=endpoint(places[0]), end=ending(e))
                    return "failed"
            else:
                sock.sendall(request)
                answer = read_line(sock)
            return answer.decode().strip() or "closed"
        except OSError as e:
            return "closed" if e.errno in (errno.ECONNRESET, errno.EPIPE) else ending(e)


def read_line(sock):
    """What comes up to the end of a line, or of the connection."""
    data = b""
    while not data.endswith(b"\n"):
        more = sock.recv(4096)
        if not more:
            break
        data += more
    return data


def pass_on(one, other):
    """Pass bytes on, in both directions, until both have ended."""
    def copy(source, sink):
        try:
            while True:
                data = source.recv(65536)
                if not data:
                    break
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            for sock in (source, sink):
                try:
                    sock.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
    back = threading.Thread(target=copy, args=(other, one), daemon=True)
    back.start()
    copy(one, other)
    back.join()


class Process:
    """A process of the plan: its listening sockets and what it does with connections to them."""

    def __init__(self, plan, services, reporter):
        self.plan, self.services, self.reporter = plan, services, reporter
        self.proxies = {p["from"]: p for p in plan.get("proxies", ())}
        self.counting = threading.Lock()
        self.counted = (0, 0)

    def listen(self):
        """Open all sockets, then serve each in a thread."""
        served = []
        for listening in self.plan.get("listens", ()):
            address, families = listening.get("address"), listening.get("families") or [4, 6]
            for host in [address] if address else [{4: "0.0.0.0", 6: "::"}[f] for f in families]:
                sock = new_socket(host, listening["protocol"])
                if sock.family == socket.AF_INET6:
                    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                if listening.get("transparent"):
                    option(sock, IP_TRANSPARENT, IPV6_TRANSPARENT)
                if listening["protocol"] == "udp":
                    option(sock, IP_PKTINFO, socket.IPV6_RECVPKTINFO)
                    option(sock, IP_RECVORIGDSTADDR, IPV6_RECVORIGDSTADDR)
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                sock.bind((host, listening["port"]))
                if listening["protocol"] == "tcp":
                    sock.listen(64)
                served.append((self.datagrams if listening["protocol"] == "udp" else self.connections,
                               sock, listening["name"]))
        for serve, sock, name in served:
            threading.Thread(target=serve, args=(sock, name), daemon=True).start()

    def admits(self):
        """Whether another connection of the flow is served: a loop ends here."""
        with self.counting:
            number, count = self.reporter.number(), self.counted[1]
            self.counted = (number, count + 1 if number == self.counted[0] else 1)
            return self.counted[1] <= MOST

    # -- TCP

    def connections(self, listener, name):
        while True:
            sock, peer = listener.accept()
            original = self.original(sock)
            self.reporter.report("accepted", protocol="tcp", socket=name, peer=endpoint(peer),
                                 local=endpoint(sock.getsockname()), original=original and endpoint(original))
            if self.admits():
                threading.Thread(target=self.serve, args=(sock, peer, name, original), daemon=True).start()
            else:
                self.reporter.report("gave up", socket=name)
                sock.close()

    @staticmethod
    def original(sock):
        """Where conntrack says that a connection was going; None if it does not know it."""
        v6 = sock.family == socket.AF_INET6
        try:
            raw = sock.getsockopt(socket.IPPROTO_IPV6 if v6 else socket.SOL_IP, SO_ORIGINAL_DST, 28 if v6 else 16)
        except OSError:
            return None
        return packed_endpoint(raw)

    def serve(self, sock, peer, name, original):
        with sock:
            sock.settimeout(ANSWER)
            try:
                if name in self.proxies:
                    # Without conntrack's help it is what TPROXY has left it.
                    onward = self.onward(self.proxies[name], "tcp", peer, original or sock.getsockname()[:2])
                    if onward:
                        with onward:
                            pass_on(sock, onward)
                else:
                    sock.sendall(self.answer(read_line(sock), "tcp"))
            except OSError:
                pass             # the other side has gone, and says itself why

    def onward(self, proxy, protocol, peer, original):
        """A proxy's own connection."""
        to, source = proxy["to"], proxy.get("source")
        if to == "original-destination":
            place = original
        elif to == "original-endpoint":
            place = original
            for service in self.services:
                if original[0] in service["addresses"]:
                    chosen = random.choice(service["endpoints"])
                    place = chosen["address"], chosen.get("port") or original[1]
        else:
            place = to["address"], to.get("port") or original[1]
        kept = source == "original-source"
        return connect(self.reporter, place, protocol, peer[0] if kept else source, kept)

    def answer(self, request, protocol):
        """What an application answers, after it has gone to the places that are left."""
        try:
            places = json.loads(request)["places"]
        except (ValueError, LookupError):
            return b"closed\n"
        if not places:
            return b"ok\n"
        return ask(self.reporter, places, protocol, places[1:]).encode() + b"\n"

    # -- UDP

    def datagrams(self, sock, name):
        while True:
            request, ancillary, _, peer = sock.recvmsg(2048, 512)
            local, original = None, None
            for level, kind, data in ancillary:
                if (level, kind) == (socket.SOL_IP, IP_PKTINFO):
                    local = socket.inet_ntop(socket.AF_INET, data[8:12])
                elif (level, kind) == (socket.IPPROTO_IPV6, socket.IPV6_PKTINFO):
                    local = socket.inet_ntop(socket.AF_INET6, data[:16])
                elif kind in (IP_RECVORIGDSTADDR, IPV6_RECVORIGDSTADDR):
                    original = packed_endpoint(data)
            self.reporter.report("accepted", protocol="udp", socket=name, peer=endpoint(peer),
                                 local=endpoint(original or (local, sock.getsockname()[1])), original=None)
            if self.admits():
                threading.Thread(target=self.serve_datagram, daemon=True,
                                 args=(sock, name, request, peer, local, original)).start()

    def serve_datagram(self, sock, name, request, peer, local, original):
        if name in self.proxies:
            onward = self.onward(self.proxies[name], "udp", peer, original)
            if onward is None:
                return
            with onward:
                try:
                    onward.send(request)
                    answer = onward.recv(2048)
                except OSError:
                    return
        else:
            answer = self.answer(request[len(ASK):], "udp")
        self.send_back(sock, answer, peer, local, original)

    @staticmethod
    def send_back(sock, answer, peer, local, original):
        """Answer from the address that was asked."""
        if original and original[1] != sock.getsockname()[1]:
            with new_socket(original[0], "udp") as own:      # TPROXY: it was never ours
                option(own, IP_TRANSPARENT, IPV6_TRANSPARENT)
                own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                own.bind(original)
                own.sendto(answer, peer)
            return
        if sock.family == socket.AF_INET6:
            info = (socket.IPPROTO_IPV6, socket.IPV6_PKTINFO, socket.inet_pton(socket.AF_INET6, local) + b"\0" * 4)
        else:
            info = (socket.SOL_IP, IP_PKTINFO, b"\0" * 4 + socket.inet_aton(local) + b"\0" * 4)
        sock.sendmsg([answer], [info], 0, peer)


def in_child(work, lifeline):
    """Run work() in a forked process that ends with its parent; returns its id.

    lifeline: the two ends of a pipe, of which the parent keeps the second one open."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        os.close(lifeline[1])
        work()
        os.read(lifeline[0], 1)
        status = 0
    finally:
        os._exit(status)
