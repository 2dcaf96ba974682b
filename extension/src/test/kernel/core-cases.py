#!/usr/bin/env python3
"""Prints random cases for the kernel harness: core-cases.py N [PACKETS] [SEED] [FAMILY].

What hooks, tables, connection tracking, translation and routing do, rather than what single
matches do: all five tables in both families, ranges of addresses and ports, fragments, zones,
multicast, broadcast, packets that come back by lo, connections whose first packet was translated,
ICMP errors about them, machines with addresses and routes of their own. FAMILY is 4, 6 or both.
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
    "security": ("INPUT", "FORWARD", "OUTPUT"),
}
IFACES = ["eth0", "eth1", "docker0", "cali12"]
PORTS = [22, 53, 80, 443, 600, 1023, 8080, 15001, 15006, 40000]
V4 = {
    "addr": ["10.0.0.5", "10.0.0.9", "10.1.0.7", "192.0.2.80", "172.17.0.2", "203.0.113.9", "10.0.1.1"],
    "odd": ["127.0.0.1", "127.0.0.6", "224.0.0.1", "224.0.0.251", "255.255.255.255", "10.0.0.255"],
    "net": ["10.0.0.0/8", "10.0.0.0/24", "10.1.0.0/16", "127.0.0.0/8", "172.16.0.0/12", "0.0.0.0/1",
            "192.0.2.80/32", "10.0.0.1/255.0.0.255", "224.0.0.0/4"],
    "range": ["10.200.0.1-10.200.0.9", "10.0.0.4-10.0.0.10", "192.0.2.0-192.0.2.255", "10.200.0.7"],
    "map": ["10.77.0.0/24", "10.78.0.0/16", "192.0.2.16/28"],
    "local": ["127.0.0.1"],
}
V6 = {
    "addr": ["2001:db8::5", "2001:db8::9", "2001:db8:1::7", "2001:db8:2::80", "fd00::2", "2001:db8:9::9"],
    "odd": ["::1", "ff02::1", "ff02::2", "ff02::fb", "fe80::1", "ff05::2"],
    "net": ["2001:db8::/32", "2001:db8::/64", "fd00::/8", "::1/128", "2001:db8:1::/48", "::/1",
            "2001:db8::9/ffff:ffff::ffff", "fe80::/10"],
    "range": ["2001:db8:77::1-2001:db8:77::9", "2001:db8::4-2001:db8::10",
              "2001:db8:77::-2001:db8:78:ffff:ffff:ffff:ffff:ffff", "2001:db8:77::7"],
    "map": ["2001:db8:77::/64", "2001:db8:78::/48"],
    "local": ["::1"],
}


def neg(p=.25):
    return "! " if R.random() < p else ""


def bracketed(v6, address, port):
    return ("[%s]:%s" if v6 else "%s:%s") % (address, port)


class Rules:
    """A random dump of one family."""

    def __init__(self, v6):
        self.v6 = v6
        self.a = V6 if v6 else V4

    def matches(self, table, hooks):
        out, proto = [], None
        if R.random() < .55:
            proto = R.choice(["tcp", "tcp", "tcp", "udp", "udp", "ipv6-icmp" if self.v6 else "icmp", "sctp", "udplite", "gre"])
            out.append("%s-p %s" % (neg(.05), proto))
            if out[-1].startswith("!"):
                proto = None
        if R.random() < .25:
            out.append("%s-s %s" % (neg(), R.choice(self.a["net"])))
        if R.random() < .25:
            out.append("%s-d %s" % (neg(), R.choice(self.a["net"])))
        name = lambda: R.choice(IFACES + ["lo", "lo", "eth+", "cali+", "e+"])
        if hooks <= {"PREROUTING", "INPUT", "FORWARD"} and R.random() < .2:
            out.append("%s-i %s" % (neg(), name()))
        if hooks <= {"OUTPUT", "FORWARD", "POSTROUTING"} and R.random() < .2:
            out.append("%s-o %s" % (neg(), name()))
        if not self.v6 and R.random() < .05:
            out.append("%s-f" % neg())
        if proto in ("tcp", "udp", "sctp") and R.random() < .5:
            side = R.choice(["dport", "dport", "sport"])
            low = R.choice(PORTS)
            value = R.choice(["%d" % low, "%d:%d" % (low, low + R.randint(0, 9000)), ":%d" % low, "%d:" % low])
            out.append("-m %s %s--%s %s" % (proto, neg(), side, value))
        k = R.random()
        if k < .12:
            states = R.sample(["NEW", "ESTABLISHED", "RELATED", "INVALID", "UNTRACKED", "DNAT", "SNAT"], R.randint(1, 3))
            out.append("-m conntrack %s--ctstate %s" % (neg(), ",".join(states)))
        elif k < .15:
            out.append("-m conntrack %s--ctorigdst %s" % (neg(), R.choice(self.a["net"][:3])))
        elif k < .18:
            out.append("-m conntrack --ctstate NEW,ESTABLISHED %s--ct%s %d:%d" % (neg(), R.choice(
                ["origdstport", "origsrcport", "repldstport", "replsrcport"]), R.choice(PORTS[:6]), R.choice([9000, 50000])))
        elif k < .20:
            out.append("-m conntrack --ctdir %s" % R.choice(["ORIGINAL", "REPLY"]))
        elif k < .23:
            out.append("-m conntrack %s--ctstatus %s" % (neg(), R.choice(["CONFIRMED", "ASSURED", "SEEN_REPLY", "NONE", "EXPECTED"])))
        elif k < .27:
            out.append("-m state %s--state %s" % (neg(), R.choice(["NEW", "RELATED,ESTABLISHED", "INVALID", "UNTRACKED"])))
        elif k < .33:
            out.append("-m mark %s--mark 0x%x/0x%x" % (neg(), R.choice([0, 1, 2]), R.choice([1, 3, 0xffffffff])))
        elif k < .37:
            out.append("-m connmark %s--mark 0x%x/0x%x" % (neg(), R.choice([0, 1]), R.choice([1, 3])))
        elif k < .41:
            out.append("-m addrtype %s--%s-type %s" % (neg(), R.choice(["src", "dst"]), R.choice(
                ["LOCAL", "UNICAST", "MULTICAST"] + ([] if self.v6 else ["BROADCAST", "LOCAL,BROADCAST"]))))
        elif k < .44:
            out.append("-m %s" % R.choice(["hl %s--hl-eq 63" % neg(), "hl --hl-lt 64"] if self.v6 else ["ttl %s--ttl-eq 63" % neg(), "ttl --ttl-lt 64"]))
        elif hooks <= {"OUTPUT", "POSTROUTING"} and k < .60:
            out.append("-m owner %s--%s-owner %s" % (neg(), R.choice(["uid", "gid"]), R.choice(["0", "1337", "1000-2000"])))
        return out, proto

    def nat_ports(self, proto):
        low = R.choice(PORTS)
        return R.choice(["%d" % low, "%d-%d" % (low, low + R.choice([1, 9, 5000]))])

    def target(self, table, hooks, proto, jumps):
        """The words of a target, or of none."""
        kinds = ["ACCEPT", "RETURN", "ACCEPT", ""] + ["-j"] * 4 * bool(jumps) + ["-g"] * bool(jumps)
        ports = proto in ("tcp", "udp", "sctp")
        if table in ("filter", "security"):
            kinds += ["DROP"] * 2
        if table == "filter":
            kinds += ["REJECT"] * 2
        if table == "mangle":
            kinds += ["MARK"] * 3 + ["TOS", "DSCP", "CONNMARK", "CONNMARK", "TTL", "CONNSAVE"]
        if table == "raw":
            kinds += ["NOTRACK", "ZONE", "MARK"]
        if table == "nat":
            kinds = ["ACCEPT", "RETURN", ""] + ["-j"] * 3 * bool(jumps) + ["-g"] * bool(jumps)
            if hooks <= {"PREROUTING", "OUTPUT"}:
                kinds += ["REDIRECT"] * 2 + ["DNAT"] * 4
            if hooks <= {"INPUT", "POSTROUTING"}:
                kinds += ["SNAT"] * 4
            if hooks <= {"POSTROUTING"}:
                kinds += ["MASQUERADE"] * 3
            kinds += ["NETMAP"]
        kind = R.choice(kinds)
        maybe = lambda text, p=.3: text if ports and R.random() < p else ""
        option = lambda text, p=.2: text if R.random() < p else ""
        if kind in ("-j", "-g"):
            return "%s %s" % (kind, R.choice(jumps))
        if kind == "REJECT":
            with_ = (["icmp6-port-unreachable", "icmp6-adm-prohibited"] if self.v6 else ["icmp-port-unreachable", "icmp-host-prohibited"])
            return "-j REJECT --reject-with " + R.choice(with_ + ["tcp-reset"] * (proto == "tcp"))
        if kind == "MARK":
            return "-j MARK --set-xmark " + R.choice(["0x1/0xffffffff", "0x2/0x2", "0x2/0x0", "0x0/0x1"])
        if kind == "CONNMARK":
            return "-j CONNMARK --set-xmark " + R.choice(["0x1/0x1", "0x3/0xffffffff", "0x0/0x1"])
        if kind == "CONNSAVE":
            return "-j CONNMARK --%s-mark --nfmask 0x%x --ctmask 0x%x" % (R.choice(["save", "restore"]), R.choice([1, 3, 0xffffffff]), R.choice([1, 3, 0xffffffff]))
        if kind == "TOS":
            return "-j TOS --set-tos 0x%02x/0x%02x" % (R.choice([0, 0x10, 0xb8]), R.choice([0xff, 0x3f]))
        if kind == "DSCP":
            return "-j DSCP --set-dscp 0x%02x" % R.choice([0, 10, 46])
        if kind == "TTL":
            return R.choice(["-j %s-set 33", "-j %s-dec 1", "-j %s-inc 2"]) % ("HL --hl" if self.v6 else "TTL --ttl")
        if kind == "NOTRACK":
            return R.choice(["-j NOTRACK", "-j CT --notrack"])
        if kind == "ZONE":
            return "-j CT --zone %d" % R.choice([1, 5])
        if kind == "REDIRECT":
            return "-j REDIRECT" + maybe(" --to-ports " + self.nat_ports(proto), .7) + option(" --random")
        if kind == "DNAT":
            addr = R.choice(self.a["range"] + self.a["addr"][:4] + self.a["local"])
            low = R.choice(PORTS)
            port = maybe(self.nat_ports(proto) if R.random() < .7 else "%d-%d/%d" % (low, low + 20, R.choice(PORTS)), .6)
            to = addr
            if port:
                to = "[%s]:%s" % (addr, port) if self.v6 else "%s:%s" % (addr, port)
                if R.random() < .1 and not self.v6:
                    to = ":" + port
            return "-j DNAT --to-destination " + to + option(" --random", .1) + option(" --persistent")
        if kind == "SNAT":
            addr = R.choice(self.a["range"])
            port = maybe(self.nat_ports(proto))
            to = (("[%s]:%s" if self.v6 else "%s:%s") % (addr, port)) if port else addr
            return "-j SNAT --to-source " + to + option(R.choice([" --random", " --random-fully"]), .15) + option(" --persistent")
        if kind == "MASQUERADE":
            return "-j MASQUERADE" + maybe(" --to-ports " + self.nat_ports(proto)) + option(R.choice([" --random", " --random-fully"]), .1)
        if kind == "NETMAP":
            return "-j NETMAP --to " + R.choice(self.a["map"])
        return "-j " + kind if kind else ""

    def rule(self, table, chain, hooks, jumps):
        out, proto = self.matches(table, hooks)
        return " ".join(["-A", chain] + out + [self.target(table, hooks, proto, jumps)]).strip()

    def dump(self):
        lines = []
        for table, builtin in TABLES.items():
            if R.random() < (.7 if table == "security" else .3):
                continue
            users = ["U%d" % i for i in range(R.randint(0, 4))]
            hooks, body = {c: {c} for c in builtin}, {}
            plan = {c: [R.choice(users) for _ in range(R.randint(0, 2))] if users else [] for c in builtin}
            for i, u in enumerate(users):
                plan[u] = [R.choice(users[i + 1:]) for _ in range(R.randint(0, 2))] if users[i + 1:] else []
            reach = {u: set() for u in users}
            for c in builtin:
                todo, seen = list(plan[c]), set()
                while todo:
                    u = todo.pop()
                    if u not in seen:
                        seen.add(u)
                        reach[u].add(c)
                        todo += plan[u]
            lines.append("*" + table)
            # All of them: an undeclared one keeps the policy that an earlier case gave it.
            shown = list(builtin)
            for c in shown:
                drop = table in ("filter", "security") and R.random() < .3 or table == "nat" and R.random() < .05
                lines.append(":%s %s [0:0]" % (c, "DROP" if drop else "ACCEPT"))
            lines += [":%s - [0:0]" % u for u in users]
            for c in shown + users:
                h = {c} if c in builtin else reach[c] or set(builtin)
                lines += [self.rule(table, c, h, plan[c]) for _ in range(R.randint(0, 5))]
            lines.append("COMMIT")
        return "\n".join(lines) + "\n" if lines else "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\nCOMMIT\n"


def packet(i, v6, env):
    a = V6 if v6 else V4
    path = R.choice(["inbound", "outbound", "forward"])
    icmp = "icmpv6" if v6 else "icmp"
    p = {"id": i, "path": path, "proto": R.choice(["tcp"] * 5 + ["udp"] * 3 + [icmp, "sctp", "udplite", "gre", "esp"]),
         "sport": R.choice([22, 511, 600, 1023, 1024, 40000, 53]), "dport": R.choice(PORTS)}
    p["src"], p["dst"] = R.sample(a["addr"], 2)
    if R.random() < .12:
        p["dst"] = R.choice(a["odd"])
    if R.random() < .04:
        p["src"] = R.choice(a["odd"])
    if path != "outbound":
        p["in"] = R.choice(IFACES + (["lo"] if path == "inbound" and R.random() < .3 else []))
    if path == "forward":
        p["out"] = R.choice(IFACES)
    if path == "outbound":
        p["out"] = R.choice(IFACES + ["lo", "lo"])
        p["uid"], p["gid"] = R.choice([0, 1000, 1337]), R.choice([0, 1000, 1337])
    if R.random() < .3:
        p["mark"] = R.choice([1, 2, 3])
    if R.random() < .2:
        p["tos"] = R.choice([0x28, 0xb8, 0x10])
    if R.random() < .15:
        p["ttl"] = R.choice([1, 2, 63, 64, 255])
    if p["proto"] == icmp and R.random() < .5:
        p["icmp_type"] = R.choice([128, 129, 133, 135, 1, 3] if v6 else [8, 0, 13, 3, 11, 17])
    if R.random() < .04 and not v6:
        p["frag"] = R.choice([8, 64])
        p["df"] = False
    k = R.random()
    plain = not any(p[x] in a["odd"] for x in ("src", "dst")) and "frag" not in p and p.get("icmp_type") in (None, 8, 128)
    if k < .12 and plain:
        p["ct"] = R.choice(["established", "reply"])
        if R.random() < .5:
            p["ctmark"] = R.choice([1, 2, 3])
    elif k < .22 and plain and p["proto"] in ("tcp", "udp"):
        p["ct"] = "established-nat"
    elif k < .26 and plain:
        inner = {"proto": R.choice(["tcp", "udp"]), "src": p["dst"], "dst": p["src"], "sport": p["dport"], "dport": p["sport"], "path": "outbound"}
        p.update(proto=icmp, icmp_type=1 if v6 else 3, icmp_code=R.choice([0, 1, 3]), ct="related", inner=inner)
    elif k < .32:
        p["ct"] = "untracked"
    elif k < .36 and path != "outbound":
        p["ct"] = "invalid"
    elif k < .46 and p["proto"] == "tcp":
        p["flags"] = R.choice(["ACK", "SYN,FIN", "RST", "NONE", "SYN,ACK", "FIN,ACK", "ACK,PSH", "SYN,ECE,CWR", "SYN,URG", "URG"])
    return p


def environment(v6):
    env = {}
    if R.random() < .3:
        env["addrs"] = {"eth0": ["10.0.0.5/24", "10.0.0.99/24"], "docker0": ["172.17.0.1/16"]}
        if v6:
            env["addrs"] = {"eth0": ["2001:db8::5/64", "2001:db8::77/64"], "docker0": ["fd00::1/64"]}
    return env


for number in range(COUNT):
    six = FAMILY == "6" or FAMILY == "both" and R.random() < .4
    env = environment(six)
    case = {"id": number, "rules6" if six else "rules": Rules(six).dump()}
    if env:
        case["env"] = env
    case["packets"] = [packet(j, six, env) for j in range(PACKETS)]
    print(json.dumps(case))
