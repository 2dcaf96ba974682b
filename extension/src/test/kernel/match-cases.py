#!/usr/bin/env python3
"""Print random cases for the matches that look at headers: match-cases.py N PACKETS SEED.

One JSON object a line: rules that all count and decide nothing, so that a packet asks each of them,
and packets that suit them. Half of the cases are IPv6.
"""
import ipaddress
import json
import random
import struct
import sys

N, PACKETS, SEED = (int(a) for a in sys.argv[1:4])
R = random.Random(SEED)
ONLY = sys.argv[4].split(",") if len(sys.argv) > 4 else None
V4 = ["10.0.0.5", "10.0.0.9", "10.1.0.7", "192.0.2.80", "203.0.113.9", "172.17.0.2"]
V6 = ["2001:db8::5", "2001:db8::9", "2001:db8:1::7", "fd00::80", "fd00:0:0:1:aaff:feff:fe00:102", "2001:db8:2::f"]
PORTS = [0, 1, 22, 53, 80, 443, 8080, 65535]
MACS = ["02:00:00:00:00:01", "aa:ff:fe:00:01:02", "a8:ff:fe:00:01:02", "0a:0b:0c:0d:0e:0f"]


def neg():
    return R.choice(["", "", "! "])


def ranged(top, points=()):
    """A number or a range up to this one, often near the points."""
    one = lambda: R.choice(list(points) or [R.randint(0, top)]) if R.random() < .8 else R.randint(0, top)
    low, high = sorted((one(), one()))
    return R.choice([str(low), str(high), "%d:%d" % (low, high), "%d:" % low, ":%d" % high])


def ports(proto):
    out = ["-p %s -m %s" % (proto, proto)]
    if R.random() < .5:
        out.append(neg() + "--sport " + ranged(65535, PORTS))
    if R.random() < .6:
        out.append(neg() + "--dport " + ranged(65535, PORTS))
    return " ".join(out)


FLAGS = ["FIN", "SYN", "RST", "PSH", "ACK", "URG"]


def flags():
    return ",".join(R.sample(FLAGS, R.randint(1, 4))) if R.random() < .8 else R.choice(["NONE", "ALL"])


def tcp(v6):
    out = ports("tcp")
    k = R.random()
    if k < .25:
        out += " %s--syn" % neg()
    elif k < .6:
        # iptables-save loses a mask without flags.
        out += " %s--tcp-flags %s %s" % (neg(), flags().replace("NONE", "SYN"), flags())
    if R.random() < .3:
        out += " %s--tcp-option %d" % (neg(), R.choice([1, 2, 3, 4, 5, 8, 200]))
    return out


def multiport(v6):
    proto = R.choice(["tcp", "udp", "sctp", "udplite", "dccp"])
    items = [R.choice([str(R.choice(PORTS)), "%d:%d" % (a, R.randint(a + 1, 65535))])
             for a in (R.choice(PORTS[:-1]) for _ in range(R.randint(1, 4)))]
    return "-p %s -m multiport %s--%s %s" % (proto, neg(), R.choice(["sports", "dports", "ports"]), ",".join(items))


def icmp(v6):
    name = "icmpv6" if v6 else "icmp"
    kind = R.choice(["%d", "%d", "%%d/%d" % R.randint(0, 3)]) % R.choice([1, 3, 128, 129, 135] if v6 else [0, 3, 8, 11, 255])
    return "-p %s -m %s %s--%s-type %s" % (name, "icmp6" if v6 else "icmp", neg(), name, kind)


CHUNKS = ["DATA", "INIT", "INIT_ACK", "SACK", "ABORT", "SHUTDOWN", "ASCONF", "DATA:BE", "DATA:Ub", "ABORT:t", "DATA:i"]


def sctp(v6):
    out = ports("sctp")
    if R.random() < .7:
        chunks = R.sample(CHUNKS[:7] if R.random() < .5 else CHUNKS, R.randint(1, 3))
        chunks = [c for i, c in enumerate(chunks) if c.split(":")[0] not in [d.split(":")[0] for d in chunks[:i]]]
        out += " %s--chunk-types %s %s" % (neg(), R.choice(["all", "any", "only"]), R.choice([",".join(chunks)] * 4 + ["ALL", "NONE"]))
    return out


TYPES = ["REQUEST", "RESPONSE", "DATA", "ACK", "DATAACK", "CLOSEREQ", "CLOSE", "RESET", "SYNC", "SYNCACK", "INVALID"]


def dccp(v6):
    out = ports("dccp")
    if R.random() < .5:
        out += " %s--dccp-types %s" % (neg(), ",".join(R.sample(TYPES, R.randint(1, 5))))
    if R.random() < .4:
        out += " %s--dccp-option %d" % (neg(), R.choice([1, 2, 3, 5, 32, 200]))
    return out


SPIS = [0, 1, 256, 0x01020304, 0xffffffff]


def ah(v6):
    if not v6:
        return "-p ah -m ah %s--ahspi %s" % (neg(), ranged(2 ** 32 - 1, SPIS))
    out = R.choice(["-m ah", "-p ah -m ah"])
    if R.random() < .6:
        out += " %s--ahspi %s" % (neg(), ranged(2 ** 32 - 1, SPIS))
    if R.random() < .4:
        out += " %s--ahlen %d" % (neg(), R.choice([0, 8, 12, 16, 24]))
    return out + (" --ahres" if R.random() < .3 else "")


def esp(v6):
    return "-p esp -m esp %s--espspi %s" % (neg(), ranged(2 ** 32 - 1, SPIS))


def ipcomp(v6):
    return "-p ipcomp -m ipcomp" + (" %s--ipcompspi %s" % (neg(), ranged(70000, [0, 1, 256, 65535, 258])) if R.random() < .8 else "")


def length(v6):
    return "-m length %s--length %s" % (neg(), ranged(65535, range(20, 120)))


def hops(v6):
    name = "hl" if v6 else "ttl"
    mode = R.choice(["eq", "lt", "gt"])
    return "-m %s %s--%s-%s %d" % (name, neg() if mode == "eq" else "", name, mode, R.choice([0, 1, 2, 63, 64, 65, 254, 255]))


def tos(v6):
    return "-m tos %s--tos 0x%02x/0x%02x" % (neg(), R.choice([0, 8, 0x10, 0x28, 0xb8]), R.choice([0xff, 0x3f, 0xfc, 0, 0x18]))


def dscp(v6):
    return "-m dscp %s--dscp 0x%02x" % (neg(), R.choice([0, 2, 10, 46, 63]))


def ecn(v6):
    out = ""
    if R.random() < .6:
        out += " %s--ecn-ip-ect %d" % (neg(), R.randint(0, 3))
    if not out or R.random() < .5:
        out += "".join(" %s--ecn-tcp-%s" % (neg(), f) for f in R.sample(["ece", "cwr"], R.randint(1, 2)))
    return ("-p tcp " if "tcp" in out else "") + "-m ecn" + out


def mark(v6):
    return "-m %s %s--mark 0x%x/0x%x" % (R.choice(["mark", "mark", "connmark"] if CONNTRACK[0] else ["mark"]), neg(),
                                        R.choice([0, 1, 2, 0x4000]), R.choice([1, 3, 0x4000, 0xffffffff]))


def mac(v6):
    return "-m mac %s--mac-source %s" % (neg(), R.choice(MACS))


def pkttype(v6):
    return "-m pkttype %s--pkt-type %s" % (neg(), R.choice(["unicast", "broadcast", "multicast"]))


def iprange(v6):
    pool = V6 if v6 else V4
    out = "-m iprange"
    for side in R.sample(["src", "dst"], R.randint(1, 2)):
        two = sorted(R.sample(pool, 2), key=lambda a: int(ipaddress.ip_address(a)))
        out += " %s--%s-range %s" % (neg(), side, R.choice([two[0], "-".join(two)]))
    return out


def addrtype(v6):
    kinds = (["UNICAST", "LOCAL", "MULTICAST", "ANYCAST", "UNREACHABLE", "UNSPEC"] if v6 else
             ["UNICAST", "LOCAL", "MULTICAST", "BROADCAST", "UNSPEC", "BLACKHOLE"])
    out = "-m addrtype"
    for side in R.sample(["src", "dst"], R.randint(1, 2)):
        out += " %s--%s-type %s" % (neg(), side, ",".join(R.sample(kinds, R.randint(1, 2))))
    return out


def tcpmss(v6):
    return "-p tcp -m tcpmss %s--mss %s" % (neg(), R.choice(["0", "536", "1460", "500:1400", "1400:65535"]))


TEXTS = ["GET", "abcabd", "xx", "ab", "Host: A", "x", "\\|", "aab", "abcab", "zz"]


def string(v6):
    out = "-m string " + (neg() + '--string "%s"' % R.choice(TEXTS[:6] + TEXTS[7:]) if R.random() < .8 else neg() + '--hex-string "|%s|"' % R.choice(["6162", "61", "4500", "60", "0000", "e4"]))
    out += " --algo " + R.choice(["bm", "kmp"])
    low = R.choice([0, 0, 20, 28, 40, 41, 44, 48, 60, 65])
    if low or R.random() < .5:
        out += " --from %d" % low
    if R.random() < .5:
        out += " --to %d" % (low + R.choice([0, 1, 2, 3, 4, 6, 8, 30]))
    return out + (" --icase" if R.random() < .4 else "")


def u32(v6):
    def place():
        return R.choice(["0", "4", "6", "8", "12", "20", "24", "36", "40", "44", "52", "60", "0x1000"])

    def test():
        out = place()
        for _ in range(R.choice([0, 1, 1, 2, 3])):
            k = R.random()
            if k < .4:
                out += "&0x%x" % R.choice([0xff, 0xff00, 0xffff, 0xf000000, 0x3c, 0xffffffff])
            elif k < .6:
                out += ">>%d" % R.choice([0, 8, 16, 22, 24, 28])
            elif k < .7:
                out += "<<%d" % R.choice([0, 1, 2, 8])
            else:
                out += "@" + R.choice(["0", "2", "4", "8", "12"])
        values = ",".join(R.choice(["%d" % v, "%d:%d" % (v, v + R.choice([0, 5, 1000, 2 ** 31]))]) for v in
                          R.choices([0, 1, 4, 6, 8, 17, 20, 40, 64, 80, 0x78787878], k=R.randint(1, 3)))
        return out + "=" + values
    return '-m u32 %s--u32 "%s"' % (neg(), "&&".join(test() for _ in range(R.choice([1, 1, 1, 2]))))


def bpf(v6):
    size = R.randint(1, 9)
    code = []
    for i in range(size):
        behind = size - i  # instructions behind this one, with the return
        k = R.random()
        if k < .3:
            code.append((R.choice([0x20, 0x28, 0x30, 0x40, 0x48, 0x50]), 0, 0, R.choice([0, 2, 6, 8, 9, 12, 20, 22, 40, 44, 500])))
        elif k < .35:
            code.append((0x30, 0, 0, R.choice([0, 6, 9, 20]) - 0x100000 & 0xffffffff))
        elif k < .4:
            code.append((0x20, 0, 0, R.choice([0, 20, 40]) - 0x1000 & 0xffffffff))
        elif k < .5:
            code.append((R.choice([0x00, 0x01, 0x80, 0x81, 0xb1, 0x07, 0x87]), 0, 0, R.choice([0, 1, 20, 40])))
        elif k < .75:
            operation = R.choice([0x00, 0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0x80, 0x90, 0xa0])
            register = R.choice([0, 0, 8]) if operation != 0x80 else 0
            code.append((0x04 | operation | register, 0, 0, R.choice([1, 2, 7, 15, 31]) if operation in (0x60, 0x70) else R.choice([1, 2, 15, 255, 0xffff])))
        elif behind > 1:
            code.append((0x05 | R.choice([0x10, 0x20, 0x30, 0x40]) | R.choice([0, 0, 8]), R.randint(0, behind - 1), R.randint(0, behind - 1),
                         R.choice([0, 1, 4, 6, 17, 0x45, 0x60, 80, 255])))
        else:
            code.append((0x87, 0, 0, 0))
    code.append(R.choice([(0x16, 0, 0, 0), (0x06, 0, 0, 1), (0x06, 0, 0, 0), (0x16, 0, 0, 0)]))
    return '-m bpf --bytecode "%d,%s"' % (len(code), ",".join("%d %d %d %d" % c for c in code))


def frag(v6):
    out = "-m frag"
    if R.random() < .5:
        out += " %s--fragid %s" % (neg(), ranged(2 ** 32 - 1, SPIS))
    for option in ("--fragres", "--fragfirst", R.choice(["--fragmore", "--fraglast"]), "--fraglen 8"):
        if R.random() < .3:
            out += " " + option
    return out


def options(name):
    out = "-m " + name
    if R.random() < .4:
        out += " %s--%s-len %d" % (neg(), name, R.choice([8, 16, 24]))
    if R.random() < .6:
        out += " --%s-opts %s" % (name, ",".join(R.choice(["0", "1", "1:0", "1:2", "1:4", "5:2", "5", "30:4"]) for _ in range(R.randint(1, 3))))
    return out


def rt(v6):
    out = "-m rt"
    type0 = R.random() < .5
    if type0:
        out += " --rt-type 0"
    elif R.random() < .6:
        out += " %s--rt-type %d" % (neg(), R.choice([0, 2, 4]))
    if R.random() < .5:
        out += " %s--rt-segsleft %s" % (neg(), ranged(20, [0, 1, 2, 3]))
    if R.random() < .3:
        out += " %s--rt-len %d" % (neg(), R.choice([8, 24, 40]))
    if type0 and R.random() < .3:
        out += " --rt-0-res"
    if type0 and R.random() < .6:
        out += " --rt-0-addrs " + ",".join(R.choices(V6[:3], k=R.randint(1, 2)))
        out += R.choice(["", " --rt-0-not-strict"])
    return out


def srh(v6):
    out = "-m srh"
    if R.random() < .3:
        out += " %s--srh-next-hdr %d" % (neg(), R.choice([6, 17, 59, 60]))
    for option, values in (("hdr-len", [0, 2, 4]), ("segs-left", [0, 1, 2]), ("last-entry", [0, 1, 2])):
        if R.random() < .35:
            out += " %s--srh-%s-%s %d" % (neg(), option, R.choice(["eq", "gt", "lt"]), R.choice(values))
    if R.random() < .3:
        out += " %s--srh-tag %d" % (neg(), R.choice([0, 258, 513]))
    for side in ("psid", "nsid", "lsid"):
        if R.random() < .25:
            out += " %s--srh-%s %s" % (neg(), side, R.choice(V6[:3]) + R.choice(["", "/48", "/32"]))
    return out


def mh(v6):
    return "-p mobility-header -m mh %s--mh-type %s" % (neg(), ranged(255, [0, 1, 5, 7]))


def ipv6header(v6):
    names = R.sample(["hop-by-hop", "ipv6-opts", "ipv6-route", "ipv6-frag", "ah", "esp", "ipv6-nonxt", "protocol"], R.randint(1, 3))
    return "-m ipv6header %s--header %s%s" % (neg(), ",".join(names), R.choice(["", " --soft"]))


# By name: the rule, the protocols that suit it, and whether it is for 4, 6 or both families.
THEMES = {
    "tcp": (tcp, ["tcp", "chain"], "46"), "udp": (lambda v6: ports("udp"), ["udp"], "46"),
    "multiport": (multiport, ["tcp", "udp", "sctp", "udplite", "dccp"], "46"), "icmp": (icmp, ["icmp"], "46"),
    "sctp": (sctp, ["sctp", "sctpraw"], "46"), "dccp": (dccp, ["dccp"], "46"), "ah": (ah, ["ah"], "46"),
    "esp": (esp, ["esp"], "46"), "ipcomp": (ipcomp, ["ipcomp"], "46"), "length": (length, ["udp", "tcp"], "46"),
    "ttl": (hops, ["udp", "tcp"], "46"), "tos": (tos, ["udp"], "46"), "dscp": (dscp, ["udp"], "46"),
    "ecn": (ecn, ["tcp"], "46"), "mark": (mark, ["udp", "tcp"], "46"), "mac": (mac, ["udp"], "46"),
    "pkttype": (pkttype, ["udp"], "46"), "iprange": (iprange, ["udp"], "46"), "addrtype": (addrtype, ["udp"], "46"),
    "comment": (lambda v6: '-m comment --comment "c %d"' % R.randint(0, 9), ["udp"], "46"),
    "tcpmss": (tcpmss, ["tcp", "chain"], "46"), "string": (string, ["udp", "tcp"], "46"),
    "u32": (u32, ["udp", "tcp", "esp"], "46"), "bpf": (bpf, ["udp", "tcp", "icmp"], "46"),
    "frag": (frag, ["frag", "chain"], "6"), "hbh": (lambda v6: options("hbh"), ["hbh", "chain"], "6"),
    "dst": (lambda v6: options("dst"), ["dst", "chain"], "6"), "rt": (rt, ["rt", "chain"], "6"),
    "srh": (srh, ["srh"], "6"), "mh": (mh, ["mh"], "6"), "ipv6header": (ipv6header, ["chain", "frag", "rt", "esp"], "6"),
    "eui64": (lambda v6: "-m eui64", ["udp"], "6"),
}
FIRST_ONLY = ("mac", "eui64")  # not in OUTPUT and POSTROUTING


def latin(data):
    return data.decode("latin-1")


def noise(n):
    return bytes(R.choice([0, 1, 2, 4, 5, 6, 17, 255, R.randint(0, 255)]) for _ in range(n))


def tcp_bytes():
    kinds = b"".join(R.choice([b"\1", b"\2\4\x05\xb4", b"\2\4\x02\x18", b"\3\3\7", b"\4\2", b"\5\0", b"\x08\x0a" + noise(8), b"\0", b"\2\3\1"])
                     for _ in range(R.randint(0, 3)))
    kinds += b"\0" * (-len(kinds) % 4)
    head = struct.pack("!HHIIBBHHH", R.choice(PORTS), R.choice(PORTS), 1, 1, (5 + len(kinds) // 4) << 4, R.choice([2, 16, 18, 4, 0, R.randint(0, 255)]), 1000, 0, 0)
    data = head + kinds + noise(R.choice([0, 0, 4]))
    k = R.random()
    if k < .08:
        return data[:R.randint(0, len(data))]
    return data[:12] + bytes([R.randint(0, 15) << 4]) + data[13:] if k < .14 else data


def options_bytes():
    kinds = [b"\0", b"\1\0", b"\1\2\0\0", b"\1\4\0\0\0\0", b"\5\2\0\0", b"\x1e\4\0\0\0\0"]
    # Before any hook the kernel drops what has too much padding in a row.
    chosen = [R.choice(kinds) for _ in range(R.randint(0, 3))]
    body = b"".join(k for i, k in enumerate(chosen) if k[0] > 1 or not i or chosen[i - 1][0] > 1)
    pad = -(len(body) + 2) % 8
    body += b"\0" * pad if pad < 2 else bytes([0x1e, pad - 2]) + b"\0" * (pad - 2)
    return bytes([(len(body) + 2) // 8 - 1]) + body


def routing_bytes(kind=None):
    count = R.randint(0, 2)
    kind = R.choice([0, 2, 4]) if kind is None else kind
    last = R.choice([max(count - 1, 0), max(count - 1, 0), 3]) if kind == 4 else R.choice([0, 0, 1])
    left = R.choice([0, 1, min(2, last), last])
    head = bytes([2 * count, kind, left]) + bytes([last, 0]) + R.choice([b"\0\0\0", b"\0\1\2", b"\0\2\1", b"\1\0\0"])
    return head[:3] + head[3:8] + b"".join(ipaddress.ip_address(R.choice(V6[:3])).packed for _ in range(count))


def frag_bytes(later=True):
    offset = R.choice([0, 0, 8, 16, 1480]) if later else 0
    return bytes([R.choice([0, 0, 1])]) + struct.pack("!HI", offset | R.choice([0, 1, 0, 2, 1]), R.choice(SPIS))


def chain(first=None):
    """The number of the first extension header, and all bytes from there on."""
    order = [60, 43, 44, 51, 60]
    headers = ([0] if R.random() < .3 else []) + [h for h in order if R.random() < .3]
    if first is not None:
        headers = [first] + [h for h in headers if h != first and h != 0]
    last = R.choice([6, 6, 17, 59, 50, 135])
    data = b""
    for i, header in enumerate(headers):
        after = headers[i + 1] if i + 1 < len(headers) else last
        if header == 43:
            body = routing_bytes()
        elif header == 44:
            body = frag_bytes()
        elif header == 51:
            extra = R.choice([0, 4, 12])
            body = bytes([1 + extra // 4]) + R.choice([b"\0\0", b"\0\1"]) + struct.pack("!II", R.choice(SPIS), 1) + noise(extra)
        else:
            body = options_bytes()
        data += bytes([after]) + body
    data += tcp_bytes() if last == 6 else b"" if last == 59 else mobility() if last == 135 else struct.pack("!HHHH", R.choice(PORTS), R.choice(PORTS), 8, 0)
    if R.random() < .08 and headers and headers[0] != 0:
        data = data[:R.randint(1, max(1, len(data) - 1))]
    return (headers + [last])[0], data


def mobility():
    return bytes([R.choice([59, 59, 59, 6]), 0, R.choice([0, 1, 5, 7, 200]), 0, 0, 0, 0, 0])[:R.choice([8, 8, 8, 8, 5])]


def dccp_bytes():
    kind = R.randint(0, 12)
    sizes = {0: 4, 1: 12, 2: 0, 7: 12}
    extended = R.choice([0, 1])
    size = 12 + 4 * extended + (sizes.get(kind, 8) if kind < 10 else 12)
    kinds = b"".join(R.choice([b"\1", b"\2", b"\x20\4ab", b"\5\3a", b"\0", b"\3\0"]) for _ in range(R.randint(0, 3)))
    kinds += b"\0" * (-len(kinds) % 4)
    words = (size + len(kinds)) // 4 + R.choice([0, 0, 0, 0, -3, 5])
    data = struct.pack("!HHBBHBBH", R.choice(PORTS), R.choice(PORTS), words, 0, 0, kind << 1 | extended, 0, 0)
    data += b"\0" * (size - 12) + kinds
    return data[:R.randint(1, len(data))] if R.random() < .08 else data


def sctp_bytes():
    data = struct.pack("!HHII", R.choice(PORTS), R.choice(PORTS), 1, 0)
    for _ in range(R.randint(1, 3)):
        body = noise(R.choice([0, 1, 4, 12]))
        length = 4 + len(body) if R.random() < .95 else R.choice([0, 3, 200])
        data += bytes([R.choice([0, 0, 1, 2, 3, 6, 7, 193]), R.randint(0, 15)]) + struct.pack("!H", length) + body + b"\0" * (-len(body) % 4)
    return data[:R.randint(1, len(data))] if R.random() < .08 else data


def spi_bytes(at):
    data = noise(at) + struct.pack("!I", R.choice(SPIS)) + noise(8)
    return data[:R.randint(1, len(data))] if R.random() < .08 else data


def packet(i, v6, proto):
    p = {"id": i, "path": R.choice(PATHS)}
    p["src"], p["dst"] = R.sample(V6 if v6 else V4, 2)
    p["sport"], p["dport"] = R.choice(PORTS), R.choice(PORTS)
    if proto in ("tcp", "udp", "sctp", "udplite", "icmp"):
        p["proto"] = "icmpv6" if proto == "icmp" and v6 else proto
        if R.random() < .7:
            p["data"] = "".join(R.choice(TEXTS + ["q", "Q", "GeT", "AB", "\xe4\xc4", "x" * 9]) for _ in range(R.randint(0, 4)))
    if proto == "tcp" and not CONNTRACK[0]:
        p["flags"] = ",".join(R.sample(FLAGS + ["ECE", "CWR"], R.randint(1, 3))) if R.random() < .8 else "NONE"
        if R.random() < .5:
            p["mss"] = R.choice([536, 1400, 1460, 0])
    elif proto == "icmp":
        p["icmp_type"] = R.choice([1, 3, 128, 129, 135] if v6 else [0, 3, 8, 11, 13])
        p["icmp_code"] = R.randint(0, 3)
        if CONNTRACK[0]:
            p["icmp_type"] = 128 if v6 else 8
    elif proto == "chain":
        number, data = chain()
        if not v6:
            number, data = 50, spi_bytes(0)
        p["proto"], p["data"] = number, latin(data)
        if number in (6, 17):
            del p["data"]
    elif proto in ("frag", "hbh", "dst", "rt", "srh"):
        number = {"frag": 44, "hbh": 0, "dst": 60, "rt": 43, "srh": 43}[proto]
        data = chain(number)[1] if proto != "srh" else bytes([R.choice([6, 17, 59])]) + routing_bytes(4) + noise(R.choice([0, 20]))
        p["proto"], p["data"] = number, latin(data)
    elif proto not in ("tcp", "udp", "sctp", "udplite", "icmp"):
        data = {"dccp": dccp_bytes, "sctpraw": sctp_bytes, "mh": mobility}.get(proto) or (lambda: spi_bytes({"ah": 4, "ipcomp": 0, "esp": 0}[proto]))
        p["proto"] = {"dccp": 33, "sctpraw": 132, "mh": 135, "ah": 51, "esp": 50, "ipcomp": 108}[proto]
        p["data"] = latin(data()) or "\0"
        if proto == "ah" and v6:
            p["data"] = latin(bytes([R.choice([6, 17, 59])]) + bytes([R.choice([1, 1, 2, 4])])) + p["data"][2:]
        if proto == "sctpraw":
            # SCTP as such is made by whoever sends; behind an empty header of options it is ours.
            if v6:
                p["proto"], p["data"] = 60, "\x84\0\1\4\0\0\0\0" + p["data"]
            else:
                p["proto"] = "sctp"
                del p["data"]
    if p["path"] != "outbound":
        p["in"] = R.choice(["eth0", "eth1"])
        if R.random() < .5:
            p["mac"] = R.choice(MACS)
        if R.random() < .15 and p["path"] == "inbound":
            p["pkttype"] = R.choice(["broadcast", "multicast"])
    if p["path"] != "inbound":
        p["out"] = R.choice(["eth0", "eth1"] + ["lo"] * (p["path"] == "outbound"))
    if R.random() < .4:
        p["mark"] = R.choice([1, 2, 0x4000])
    if R.random() < .4:
        p["tos"] = R.choice([8, 0x10, 0x28, 0xb8, 1, 2, 3, 0xbb])
    if R.random() < .4:
        p["ttl"] = R.choice([2, 63, 65, 255])
    if not v6 and not CONNTRACK[0] and R.random() < .12:
        p["frag"] = R.choice([8, 16, 64])
    if CONNTRACK[0] and p.get("proto") in ("tcp", "udp") and R.random() < .5:
        p["ct"] = R.choice(["established", "reply", "untracked"])
        p.pop("flags", None)
        if p["ct"] != "untracked":
            p["ctmark"] = R.choice([0, 1, 2, 0x4000])
    return p


CHAINS = {"inbound": ("PREROUTING", "INPUT"), "forward": ("PREROUTING", "FORWARD", "POSTROUTING"), "outbound": ("OUTPUT", "POSTROUTING")}
PATHS, CONNTRACK = ["inbound"], [False]
for number in range(N):
    v6 = R.random() < .5
    theme = R.choice([t for t, (_, _, where) in THEMES.items() if ("6" if v6 else "4") in where and (not ONLY or t in ONLY)] or ["comment"])
    CONNTRACK[0] = theme == "mark" and R.random() < .5
    PATHS[:] = R.choice([["inbound"], ["inbound"], ["inbound", "forward", "outbound"]])
    others = [t for t, (_, _, where) in THEMES.items() if ("6" if v6 else "4") in where]
    lines = ["*mangle"]
    chains = sorted({c for p in PATHS for c in CHAINS[p]})
    lines += [":%s ACCEPT [0:0]" % c for c in ("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING")]
    for chain_name in chains if len(PATHS) > 1 else ["PREROUTING"]:
        for _ in range(R.randint(4, 12)):
            name = theme if R.random() < .75 or ONLY else R.choice(others)
            if name in FIRST_ONLY and chain_name in ("OUTPUT", "POSTROUTING"):
                continue
            lines.append("-A %s %s" % (chain_name, THEMES[name][0](v6)))
    lines.append("COMMIT")
    case = {"id": number, "rules6" if v6 else "rules": "\n".join(lines) + "\n",
            "packets": [packet(i, v6, R.choice(THEMES[theme][1] if R.random() < .85 else ["tcp", "udp", "icmp"])) for i in range(PACKETS)]}
    print(json.dumps(case))
