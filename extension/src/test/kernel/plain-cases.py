#!/usr/bin/env python3
"""Print random cases of everyday rules: plain-cases.py N [PACKETS] [SEED] [FAMILY].

Tables, user chains with jumps and gotos, policies, and the matches and targets that most dumps have,
with packets between a few addresses, so that many of them meet. FAMILY is 4, 6 or both.
"""
import json
import random
import sys

ARGS = sys.argv[1:] + ["100", "20", "1", "both"][len(sys.argv) - 1:]
COUNT, PACKETS, SEED, FAMILY = int(ARGS[0]), int(ARGS[1]), int(ARGS[2]), ARGS[3]
R = random.Random(SEED)

TABLES = {
    "raw": ("PREROUTING", "OUTPUT"),
    "mangle": ("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"),
    "nat": ("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"),
    "filter": ("INPUT", "FORWARD", "OUTPUT"),
}
INWARD, OUTWARD = {"PREROUTING", "INPUT", "FORWARD"}, {"OUTPUT", "FORWARD", "POSTROUTING"}
PORTS = [22, 53, 80, 443, 8080, 15001, 15006, 15090]
IFACES = ["eth0", "docker0", "cali12", "br-ab"]


class Family:
    """The addresses and words of one family."""

    def __init__(self, six):
        self.six = six
        self.icmp = "ipv6-icmp" if six else "icmp"
        if six:
            self.addresses = ["2001:db8::5", "2001:db8::9", "2001:db8:1::7", "2001:db8:1:2::3", "2001:db8:80::80", "fd00::2", "2001:db8:9::9"]
            self.loopback = ["::1", "::1"]
            self.nets = ["2001:db8::/32", "2001:db8::/64", "2001:db8:1::/48", "::1/128", "fd00::/8", "::/1", "2001:db8:80::80/128"]
            self.ranges = [("2001:db8::%x" % low, "2001:db8:1::%x" % high) for low, high in ((0, 9), (5, 200), (9, 255))]
            self.rejects = ["icmp6-port-unreachable", "icmp6-adm-prohibited"]
            self.sources = ["2001:db8:200::%d" % i for i in range(1, 10)]
            self.icmp_types = ["128", "129", "1/1", "1"]
        else:
            self.addresses = ["10.0.0.5", "10.0.0.9", "10.1.0.7", "10.1.2.3", "192.0.2.80", "172.17.0.2", "203.0.113.9"]
            self.loopback = ["127.0.0.1", "127.0.0.6"]
            self.nets = ["10.0.0.0/8", "10.0.0.0/24", "10.1.0.0/16", "127.0.0.0/8", "127.0.0.1/32", "172.16.0.0/12", "0.0.0.0/1", "192.0.2.80/32"]
            self.ranges = [("10.0.0.%d" % low, "10.1.0.%d" % high) for low, high in ((0, 9), (5, 200), (9, 255))]
            self.rejects = ["icmp-port-unreachable", "icmp-host-prohibited"]
            self.sources = ["10.200.0.%d" % i for i in range(1, 10)]
            self.icmp_types = ["8", "0", "3/1", "3", "any"]

    def with_port(self, address, port):
        return ("[%s]:%d" if self.six else "%s:%d") % (address, port)


def neg():
    return R.choice(["", "", "", "! "])


def interface():
    return R.choice(IFACES + ["lo", "cali+", "e+", "br-+"])


def header_matches(family, hooks):
    """What needs no extension, and ports; and the protocol that they ask for."""
    out, proto = [], None
    if R.random() < .5:
        proto = R.choice(["tcp", "udp", family.icmp, "tcp"])
        out.append("-p " + proto)
    if R.random() < .3:
        out.append("%s-s %s" % (neg(), R.choice(family.nets)))
    if R.random() < .3:
        out.append("%s-d %s" % (neg(), R.choice(family.nets)))
    if hooks <= INWARD and R.random() < .2:
        out.append("%s-i %s" % (neg(), interface()))
    if hooks <= OUTWARD and R.random() < .2:
        out.append("%s-o %s" % (neg(), interface()))
    if proto in ("tcp", "udp") and R.random() < .6:
        k = R.random()
        if k < .4:
            out.append("-m %s %s--%s %d" % (proto, neg(), R.choice(["dport", "dport", "sport"]), R.choice(PORTS)))
        elif k < .6:
            out.append("-m %s --dport %d:%d" % (proto, R.randint(0, 100), R.randint(100, 20000)))
        else:
            ports = ",".join(map(str, R.sample(PORTS, 3))) + ",1000:9000"
            out.append("-m multiport %s--%s %s" % (neg(), R.choice(["dports", "sports", "ports"]), ports))
    if proto == "tcp" and R.random() < .2:
        flags = R.choice(["FIN,SYN,RST,ACK SYN", "SYN,FIN SYN,FIN", "ACK ACK", "ALL NONE"])
        out.append("-m tcp %s--tcp-flags %s" % (neg(), flags))
    if proto == family.icmp and R.random() < .5:
        name = "icmp6" if family.six else "icmp"
        kind = R.choice(family.icmp_types)
        no = "" if kind == "any" else neg()
        out.append("-m %s %s--%s-type %s" % (name, no, "icmpv6" if family.six else "icmp", kind))
    return out, proto


def other_match(family, hooks):
    """One more match, or none."""
    states = ",".join(R.sample(["NEW", "ESTABLISHED", "RELATED", "INVALID", "UNTRACKED", "DNAT", "SNAT"], 2))
    kind = R.choice(["LOCAL", "UNICAST", "LOCAL,UNICAST", "MULTICAST"])
    choices = [
        (10, "-m conntrack %s--ctstate %s" % (neg(), states)),
        (5, "-m state --state NEW"),
        (10, "-m mark %s--mark 0x%x/0x%x" % (neg(), R.choice([0, 1, 2, 0x4000]), R.choice([1, 3, 0x4000, 0xffffffff]))),
        (5, "-m addrtype %s--%s-type %s" % (neg(), R.choice(["src", "dst"]), kind)),
        (4, "-m iprange %s--%s-range %s" % (neg(), R.choice(["src", "dst"]), "-".join(R.choice(family.ranges)))),
        (4, "-m length %s--length %d:%d" % (neg(), R.randint(0, 60), R.randint(60, 200))),
        (3, "-m %s-%s 64" % ("hl --hl" if family.six else "ttl --ttl", R.choice(["eq", "lt", "gt"]))),
        (3, '-m comment --comment "c -j DROP %d"' % R.randint(0, 99)),
        (3, "-m dscp %s--dscp 0x%02x" % (neg(), R.choice([0, 10, 46]))),
        (2, "-m connmark --mark 0x1/0x1"),
        (2, "-m pkttype %s--pkt-type unicast" % neg()),
        (2, "-m statistic --mode random --probability %s" % R.choice(["0", "1"])),
        (15, None),
    ]
    if hooks <= {"OUTPUT", "POSTROUTING"}:
        owner = R.choice(["0", "1337", "1000", "1000-2000"])
        choices.append((32, "-m owner %s--%s-owner %s" % (neg(), R.choice(["uid", "gid"]), owner)))
    else:
        choices.append((32, None))
    return R.choices([c for _, c in choices], [w for w, _ in choices])[0]


def target(family, table, hooks, proto, jumps):
    """A target, or none."""
    kinds = ["ACCEPT", "RETURN", "ACCEPT", None] + ["-g"] * bool(jumps) + ["-j"] * 4 * bool(jumps)
    if table == "filter":
        kinds += ["DROP", "DROP", "REJECT"]
    if table == "mangle":
        kinds += ["MARK"] * 5 + ["DSCP", "CONNMARK", "TTL"]
    if table == "raw":
        kinds += ["NOTRACK"]
    if table == "nat":
        kinds += ["REDIRECT", "REDIRECT", "DNAT", "DNAT"] if hooks <= {"PREROUTING", "OUTPUT"} else []
        kinds += ["SNAT"] * 2 if hooks <= {"INPUT", "POSTROUTING"} else []
        kinds += ["MASQUERADE"] * 2 if hooks <= {"POSTROUTING"} else []
    kind = R.choice(kinds)
    ports = proto in ("tcp", "udp")
    if kind in ("-j", "-g"):
        return "%s %s" % (kind, R.choice(jumps))
    if kind == "REJECT":
        return "-j REJECT --reject-with " + R.choice(family.rejects + ["tcp-reset"] * (proto == "tcp"))
    if kind == "MARK":
        return "-j MARK --set-xmark " + R.choice(["0x1/0xffffffff", "0x4000/0x4000", "0x2/0x0", "0x0/0x1"])
    if kind == "CONNMARK":
        masks = "-mark --nfmask 0xffffffff --ctmask 0xffffffff"
        return "-j CONNMARK --" + R.choice(["set-xmark 0x1/0x1", "save" + masks, "restore" + masks])
    if kind == "DSCP":
        return "-j DSCP --set-dscp 0x%02x" % R.choice([0, 10, 46])
    if kind == "TTL":
        return "-j HL --hl-set 33" if family.six else "-j TTL --ttl-set 33"
    if kind == "REDIRECT":
        return "-j REDIRECT" + (" --to-ports %d" % R.choice(PORTS) if ports else "")
    if kind == "DNAT":
        to = R.choice(family.addresses[:6])
        return "-j DNAT --to-destination " + (family.with_port(to, R.choice(PORTS)) if ports and R.random() < .5 else to)
    if kind == "SNAT":
        return "-j SNAT --to-source " + R.choice(family.sources)
    return "-j " + kind if kind else None


def rule(family, table, chain, hooks, jumps):
    words, proto = header_matches(family, hooks)
    words += [other_match(family, hooks), target(family, table, hooks, proto, jumps)]
    return "-A %s %s" % (chain, " ".join(filter(None, words)))


def reaches(builtin, users, plan):
    """By user chain, the hooks from which it is reached."""
    reach = {user: set() for user in users}
    for chain in builtin:
        todo, seen = list(plan[chain]), set()
        while todo:
            user = todo.pop()
            if user not in seen:
                seen.add(user)
                reach[user].add(chain)
                todo += plan[user]
    return reach


def dump(family):
    """A dump whose chains jump to later ones only."""
    lines = []
    for table, builtin in TABLES.items():
        if R.random() < .35:
            continue
        users = ["U%d" % i for i in range(R.randint(0, 5))]
        plan = {chain: [R.choice(users) for _ in range(R.randint(0, 3))] if users else [] for chain in builtin}
        for i, user in enumerate(users):
            later = users[i + 1:]
            plan[user] = [R.choice(later) for _ in range(R.randint(0, 2))] if later else []
        reach = reaches(builtin, users, plan)
        lines.append("*" + table)
        lines += [":%s %s [0:0]" % (c, R.choice(["ACCEPT", "DROP"]) if table == "filter" else "ACCEPT") for c in builtin]
        lines += [":%s - [0:0]" % user for user in users]
        for chain in list(builtin) + users:
            hooks = {chain} if chain in builtin else reach[chain] or set(builtin)
            lines += [rule(family, table, chain, hooks, plan[chain]) for _ in range(R.randint(0, 6))]
        lines.append("COMMIT")
    return "\n".join(lines) + "\n" if lines else dump(family)


def packet(number, family):
    path = R.choice(["inbound", "outbound", "forward"])
    p = {"id": number, "path": path, "proto": R.choice(["tcp", "tcp", "tcp", "udp", "icmp"]),
         "sport": R.choice([1024, 40000, 53]), "dport": R.choice(PORTS), "len": R.choice([0, 0, 10, 100])}
    p["src"], p["dst"] = R.sample(family.addresses, 2)
    if path != "outbound":
        p["in"] = R.choice(IFACES)
    if path == "forward":
        p["out"] = R.choice(IFACES)
    if path == "outbound":
        p["out"] = R.choice(IFACES + ["lo", "lo"])
        p["uid"], p["gid"] = R.choice([0, 1000, 1337]), R.choice([0, 1000, 1337])
        if p["out"] == "lo" and R.random() < .3:
            p["src"] = R.choice(family.loopback)
        if p["out"] == "lo" and R.random() < .3:
            p["dst"] = family.loopback[0]
    if R.random() < .3:
        p["mark"] = R.choice([1, 2, 0x4000])
    if R.random() < .2:
        p["tos"] = R.choice([0x28, 0xb8])
    k = R.random()
    if k < .15 and p["src"] != p["dst"]:
        p["ct"] = R.choice(["established", "reply"])
    elif k < .2:
        p["ct"] = "untracked"
    elif k < .23 and path != "outbound":
        p["ct"] = "invalid"
    elif k < .3 and p["proto"] == "tcp":
        p["flags"] = R.choice(["ACK", "SYN,FIN", "RST", "NONE", "SYN,ACK"])
    return p


for case in range(COUNT):
    it = Family(FAMILY == "6" or FAMILY == "both" and R.random() < .4)
    print(json.dumps({"id": case, "rules6" if it.six else "rules": dump(it),
                      "packets": [packet(i, it) for i in range(PACKETS)]}))
