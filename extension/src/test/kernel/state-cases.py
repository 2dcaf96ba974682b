#!/usr/bin/env python3
"""Print random cases for matches with state, targets and sets: state-cases.py N [PACKETS] [SEED].

Most rules have no target, so that a packet's trace tells of every match whether it holds.
"""
import json, random, sys
n, packets, seed = (int(sys.argv[i]) if len(sys.argv) > i else d for i, d in ((1, 100), (2, 20), (3, 1)))
R = random.Random(seed)
TABLES = {"raw": ("PREROUTING", "OUTPUT"), "mangle": ("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"),
          "filter": ("INPUT", "FORWARD", "OUTPUT")}
ADDR = {4: ["10.0.0.5", "10.0.0.9", "10.1.0.7", "10.1.2.3", "192.0.2.80", "172.17.0.2", "203.0.113.9"],
        6: ["2001:db8::5", "2001:db8::9", "2001:db8:1::7", "2001:db8:1:2::3", "fd00::80", "fd00:1::2", "2001:db9::9"]}
NET = {4: ["10.0.0.0/8", "10.0.0.0/24", "10.1.0.0/16", "192.0.2.80/32", "10.0.0.8/30", "128.0.0.0/1"],
       6: ["2001:db8::/32", "2001:db8::/64", "2001:db8:1::/48", "fd00::80/128", "fd00::/8", "2001:db8::8/126"]}
IFACE = ["eth0", "docker0", "br-ab"]
PORT = [22, 53, 80, 443, 8080]
FAMILY = 4
SETS = []
neg = lambda: R.choice(["", "", "! "])
pick = lambda *words: R.choice(words)
a = lambda: R.choice(ADDR[FAMILY])
net = lambda: R.choice(NET[FAMILY])
ports = lambda: pick(str(R.choice(PORT)), "1:1000", "1024:65535", "0:65535")

def conntrack():
    out = []
    if R.random() < .5: out.append(neg() + "--ctstate " + ",".join(R.sample(["NEW", "ESTABLISHED", "RELATED", "INVALID", "UNTRACKED", "DNAT", "SNAT"], R.randint(1, 3))))
    if R.random() < .2: out.append(neg() + "--ctproto " + pick("tcp", "udp", "icmp" if FAMILY == 4 else "ipv6-icmp"))
    for side in ("origsrc", "origdst", "replsrc", "repldst"):
        if R.random() < .15: out.append("%s--ct%s %s" % (neg(), side, net()))
        if R.random() < .15: out.append("%s--ct%sport %s" % (neg(), side, ports()))
    if R.random() < .15: out.append(neg() + "--ctstatus " + pick("NONE", "EXPECTED", "SEEN_REPLY", "ASSURED", "CONFIRMED", "ASSURED,CONFIRMED", "SEEN_REPLY,EXPECTED"))
    if R.random() < .05: out.append("--ctexpire 0:4294967295")
    if R.random() < .2: out.append("--ctdir " + pick("ORIGINAL", "REPLY"))
    return "-m conntrack " + " ".join(out or ["--ctstate NEW"])
def cluster():
    total = R.randint(1, 5)
    return "-m cluster --cluster-total-nodes %d %s--cluster-local-node %d --cluster-hash-seed 0x%x" % (total, neg(), R.randint(1, total), R.getrandbits(32))
def owner():
    out = []
    if R.random() < .6: out.append(neg() + "--uid-owner " + pick("0", "1000", "1000-2000", "0-999"))
    if R.random() < .5:
        out.append(neg() + "--gid-owner " + pick("0", "1337", "1000-1400", "50"))
        if R.random() < .5: out.append("--suppl-groups")
    if R.random() < .4 or not out: out.append(neg() + "--socket-exists")
    return "-m owner " + " ".join(out)
def physdev(hook):
    out = [w for w in (neg() + "--physdev-is-in", neg() + "--physdev-in eth0", neg() + "--physdev-is-bridged") if R.random() < .4]
    if hook in ("FORWARD", "POSTROUTING") and R.random() < .4: out.append(neg() + pick("--physdev-is-out", "--physdev-out eth0"))
    return "-m physdev " + " ".join(out or ["! --physdev-is-in"])
def set_match():
    name, dim = R.choice(SETS)
    sides = ",".join(R.choice(["src", "dst"]) for _ in range(max(1, dim + R.choice([0, 0, 0, 0, -1, 1]))))
    return "-m set %s--match-set %s %s%s" % (neg(), name, sides, pick("", "", " --return-nomatch"))
def match(table, hook):
    ins, outs = hook in ("PREROUTING", "INPUT", "FORWARD"), hook in ("OUTPUT", "POSTROUTING", "FORWARD")
    k = R.randint(0, 31)
    if k < 6 or k > 25 and not SETS: return conntrack()
    if k < 8: return "-m state %s--state %s" % (neg(), ",".join(R.sample(["NEW", "ESTABLISHED", "RELATED", "INVALID", "UNTRACKED"], 2)))
    if k == 8: return "-m helper %s--helper %s" % (neg(), pick("ftp", "sip", '""'))
    if k == 9: return "-p %s -m connmark %s--mark 0x%x/0x%x" % (pick("tcp", "udp"), neg(), R.choice([0, 1, 3]), R.choice([1, 3, 0xff]))
    if k == 10: return "-m connbytes %s--connbytes %s --connbytes-mode %s --connbytes-dir %s" % (neg(), pick("0:10", "1:1", "2:9", "41:100"), pick("packets", "bytes", "avgpkt"), pick("original", "reply", "both"))
    if k == 11: return "-m conntrack --ctstate NEW -m connlimit --connlimit-%s 0" % pick("above", "upto")
    if k == 12: return "-m connlabel %s--label %d%s" % (neg(), R.randint(0, 3), pick("", " --set"))
    if k == 13: return cluster()
    if k == 14 and hook in ("OUTPUT", "POSTROUTING"): return "-m cgroup %s%s" % (neg(), pick("--cgroup 0", "--cgroup 7"))
    if k == 15: return "-m devgroup %s--%s-group %s" % (neg(), "src" if ins else "dst", pick("0", "0x1/0x2", "0x5/0x2", "7"))
    if k < 20 and hook in ("OUTPUT", "POSTROUTING"): return owner()
    if k == 16: return physdev(hook)
    if k == 17: return "-m policy --dir %s --pol %s" % ("in" if ins else "out", pick("none", "ipsec"))
    if k == 18 and hook != "PREROUTING" and FAMILY == 4: return "-m realm %s--realm %s" % (neg(), pick("0", "0x1/0x2", "3"))
    if k == 19: return "-m recent %s--set --name l%d" % (neg(), R.randint(0, 3))
    if k == 20: return "-m quota %s--quota %s" % (neg(), pick("0", "10"))
    if k == 21: return "-m statistic --mode nth %s--every 1 --packet 0" % neg()
    if k == 22: return "-m statistic --mode random %s--probability %s" % (neg(), pick("0", "1"))
    if k < 25 and hook in ("PREROUTING", "INPUT"): return "-m socket" + "".join(w for w in (" --transparent", " --nowildcard", " --restore-skmark") if R.random() < .4)
    if k == 23: return conntrack()
    if k < 26: return "-m mark %s--mark 0x%x/0x%x" % (neg(), R.choice([0, 1, 2, 3]), R.choice([1, 3, 0xff]))
    return set_match()
def hmark():
    bits = 32 if FAMILY == 4 else 128
    out = []
    if R.random() < .4: out.append("--hmark-tuple " + ",".join(["ct"] * (R.random() < .3) + R.sample(["src", "dst", "sport", "dport", "proto"], R.randint(1, 5))))
    else:
        if R.random() < .6: out.append("--hmark-src-prefix %d" % R.choice([bits, bits // 2, 8]))
        if R.random() < .6: out.append("--hmark-dst-prefix %d" % R.choice([bits, bits // 2, 8]))
        if R.random() < .5: out.append("--hmark-sport-mask 0x%04x" % R.choice([0xffff, 0xff, 0]))
        if R.random() < .5: out.append("--hmark-dport-mask 0x%04x" % R.choice([0xffff, 0xff, 0]))
        if R.random() < .3: out.append("--hmark-sport 0x%04x" % R.choice([1, 80]))
        if R.random() < .3: out.append("--hmark-dport 0x%04x" % R.choice([1, 80]))
        if R.random() < .4: out.append("--hmark-proto-mask 0x%02x" % R.choice([0xff, 0x0f]))
        if not out: out.append("--hmark-src-prefix 24")
    return "-j HMARK %s --hmark-rnd 0x%08x --hmark-mod %d --hmark-offset %d" % (" ".join(out), R.getrandbits(32), R.choice([2, 10, 1000, 0xffffffff]), R.choice([0, 1, 100]))
def mask(): return "0x%x/0x%x" % (R.choice([0, 1, 2, 0xf0, R.getrandbits(32)]), R.choice([0, 1, 0xff, 0xffffffff]))
def connmark():
    k = R.random()
    shift = pick("", "", " --left-shift-mark %d" % R.randint(1, 31), " --right-shift-mark %d" % R.randint(1, 31))
    if k < .4: return "-j CONNMARK --set-xmark " + mask() + shift
    return "-j CONNMARK --%s-mark --nfmask 0x%x --ctmask 0x%x" % (pick("save", "restore"), R.choice([0, 1, 0xff, 0xffffffff]), R.choice([0, 1, 0xff, 0xffffffff])) + shift
def target(table, hook):
    """A target, and what must stand before it."""
    k = R.randint(0, 13)
    if table == "raw":
        return pick("-j CT --notrack", "-j NOTRACK", "-j CT --zone %d" % R.randint(0, 3), "-j TRACE", "-j MARK --set-xmark " + mask(), hmark())
    if table == "filter":
        with_ = "icmp-%s" % pick("port-unreachable", "host-prohibited", "net-unreachable") if FAMILY == 4 else "icmp6-%s" % pick("port-unreachable", "no-route", "adm-prohibited")
        if k < 3: return "-j REJECT --reject-with " + with_
        if k < 5: return "-p tcp -j REJECT --reject-with tcp-reset"
        if k == 5: return "-j NFQUEUE --queue-num 1" + pick("", " --queue-bypass")
        if k == 6 and hook in ("INPUT", "FORWARD"): return "-p tcp -j SYNPROXY --mss 1400"
        if k == 7: return pick("-j LOG --log-prefix x", "-j NFLOG", "-j AUDIT --type accept")
        return pick("-j MARK --set-xmark " + mask(), connmark())
    if k < 2: return "-j MARK --set-xmark " + mask()
    if k < 5: return connmark()
    if k == 5: return "-j TOS --set-tos 0x%02x/0x%02x" % (R.choice([0, 0x10, 0xff]), R.choice([0, 0x3f, 0xff]))
    if k == 6: return pick("-j DSCP --set-dscp 0x%02x" % R.choice([0, 10, 63]), "-p tcp -j ECN --ecn-tcp-remove" if FAMILY == 4 else "-j DSCP --set-dscp 0x01", "-j ECN --ecn-ip-ect 2" if FAMILY == 4 else "-j TOS --set-tos 0x1/0x1")
    if k == 7: return hop()
    if k == 8: return hmark()
    if k == 9: return "-p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss %d" % R.choice([500, 1000, 1400])
    if k == 10: return "-p tcp -j TCPOPTSTRIP --strip-options " + pick("2", "3,4")
    if k == 11 and hook == "PREROUTING": return "-p %s -j TPROXY --on-port %d --on-ip %s --tproxy-mark %s" % (pick("tcp", "udp"), R.choice([0, 80, 15006]), pick("0.0.0.0" if FAMILY == 4 else "::", ADDR[FAMILY][0]), mask())
    if k == 12 and SETS:
        name, dim = R.choice(SETS)
        return "-j SET --%s-set %s %s" % (pick("add", "del"), name, ",".join(R.choice(["src", "dst"]) for _ in range(dim))) if R.random() < .7 else "-j SET --map-set marks %s --map-mark" % pick("src", "dst")
    if k == 13 and FAMILY == 6 and hook != "FORWARD":
        return "-j %s --src-pfx 2001:db8::/%d --dst-pfx fd00:77::/%d" % ("SNPT" if hook in ("INPUT", "POSTROUTING") else "DNPT", R.choice([32, 48]), R.choice([32, 48, 64]))
    return "-j MARK --set-xmark " + mask()
def hop():
    name, option = ("TTL", "ttl") if FAMILY == 4 else ("HL", "hl")
    return "-j %s --%s-%s %d" % (name, option, pick("set", "inc", "dec"), R.choice([1, 5, 64, 200, 255]))
def after(): return pick("-p tcp -m tcpmss %s--mss %s" % (neg(), pick("500", "536", "1000:1460")), "-m length --length %d:%d" % (R.randint(20, 60), R.randint(60, 90)),
                         "-m tos --tos 0x%02x/0x%02x" % (R.choice([0, 16]), R.choice([255, 63])), "-p tcp -m tcp --tcp-option 2")
def rule(table, chain):
    k = R.random()
    if k < .6: return "-A %s %s" % (chain, match(table, chain))
    if k < .65: return "-A %s %s" % (chain, after())
    t = target(table, chain)
    guard = match(table, chain) if R.random() < .5 else "-d " + net()
    if "-p " in guard and "-p " in t: guard = "-s " + net()
    if t.startswith("-p"):
        protocol, rest = t.split(" -", 1)
        return "-A %s %s %s -%s" % (chain, protocol, guard, rest)
    return "-A %s %s %s" % (chain, guard, t)
def nat(chain):
    to = pick(*ADDR[FAMILY][2:5])
    if chain in ("POSTROUTING", "INPUT"): target = "-j SNAT --to-source " + to
    else: target = pick("-j DNAT --to-destination " + to, "-j DNAT --to-destination %s" % (to + ":99" if FAMILY == 4 else "[%s]:99" % to))
    guard = match("nat", chain) if R.random() < .3 and chain != "INPUT" else ""
    if "-p " in guard: guard = ""
    return "-A %s -p %s %s %s" % (chain, pick("tcp", "udp"), guard, target) if R.random() < .8 else "-A %s -s %s" % (chain, net())
def dump():
    lines = []
    for table, builtin in TABLES.items():
        if R.random() < .25: continue
        lines.append("*" + table)
        lines += [":%s ACCEPT [0:0]" % c for c in builtin]
        for c in builtin: lines += [rule(table, c) for _ in range(R.randint(0, 9))]
        lines.append("COMMIT")
    if R.random() < .3:
        lines += ["*nat"] + [":%s ACCEPT [0:0]" % c for c in ("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING")]
        lines += [nat(R.choice(["PREROUTING", "OUTPUT", "POSTROUTING", "INPUT"])) for _ in range(R.randint(1, 5))] + ["COMMIT"]
    if not lines: return dump()
    return "\n".join(lines) + "\n"
def port_word(): return pick("tcp:%d" % R.choice(PORT), "udp:%d" % R.choice(PORT), "tcp:1-100", "tcp:40000", "%s:0" % pick("esp", "gre"),
                             "icmp:echo-request" if FAMILY == 4 else "icmpv6:echo-request", "icmp:3/1" if FAMILY == 4 else "icmpv6:1/4", "sctp:80")
def ipsets():
    family = "inet" if FAMILY == 4 else "inet6"
    out, seen = [], set()
    def add(name, word, *options):
        key = (name, word.split("-")[0] if "bitmap" in name else word)
        if key in seen: return
        seen.add(key)
        out.append("-exist add %s %s %s" % (name, word, " ".join(options)))
    nomatch = lambda: pick("", "", "nomatch")
    out.append("create ips hash:ip family %s" % family)
    for _ in range(R.randint(0, 3)): add("ips", a())
    out.append("create marks hash:ip family %s skbinfo" % family)
    for _ in range(R.randint(0, 4)): add("marks", a(), "skbmark " + mask())
    out.append("create masked hash:ip family %s netmask %d" % (family, 24 if FAMILY == 4 else 64))
    for _ in range(R.randint(0, 2)): add("masked", a())
    out.append("create nets hash:net family %s" % family)
    for _ in range(R.randint(0, 5)): add("nets", net(), nomatch())
    out.append("create ipport hash:ip,port family %s" % family)
    for _ in range(R.randint(0, 5)): add("ipport", a() + "," + port_word())
    out.append("create ippn hash:ip,port,net family %s" % family)
    for _ in range(R.randint(0, 8)): add("ippn", "%s,%s,%s" % (a(), port_word(), net()), nomatch())
    out.append("create iface hash:net,iface family %s" % family)
    for _ in range(R.randint(0, 5)): add("iface", net() + "," + R.choice(IFACE), nomatch())
    sets = [("ips", 1), ("marks", 1), ("masked", 1), ("nets", 1), ("ipport", 2), ("ippn", 3), ("iface", 2), ("ports", 1)]
    out.append("create ports bitmap:port range 0-1023")
    for _ in range(R.randint(0, 3)): add("ports", pick("80", "22-53", "443"))
    out.append("create other hash:net family %s" % ("inet6" if FAMILY == 4 else "inet"))
    if FAMILY == 4:
        out.append("create bits bitmap:ip range 10.0.0.0/24")
        for _ in range(R.randint(0, 3)): add("bits", pick("10.0.0.5", "10.0.0.8-10.0.0.20", "10.0.0.128/25"))
        sets.append(("bits", 1))
        out.append("create macs bitmap:ip,mac range 10.0.0.0/24")
        add("macs", "10.0.0.5,02:00:00:00:00:0%d" % R.randint(1, 2)), add("macs", "10.0.0.9,02:00:00:00:00:01")
        sets.append(("macs", 2))
    out.append("create list list:set size 8")
    for name in R.sample(["ips", "nets", "ipport", "ports", "other"], R.randint(0, 3)): add("list", name)
    sets.append(("list", R.randint(1, 2)))
    return "\n".join(out) + "\n", sets
def packet(i):
    path = pick("inbound", "outbound", "forward")
    p = {"id": i, "path": path, "proto": pick("tcp", "tcp", "tcp", "udp", "icmp" if FAMILY == 4 else "icmpv6", "esp", "sctp"), "sport": pick(1024, 40000, 53), "dport": R.choice(PORT)}
    p["src"], p["dst"] = R.sample(ADDR[FAMILY], 2)
    if path != "outbound":
        p["in"] = R.choice(IFACE)
        if R.random() < .3: p["mac"] = "02:00:00:00:00:0%d" % R.randint(1, 3)
    if path == "forward": p["out"] = R.choice(IFACE)
    if path == "outbound":
        p["out"] = R.choice(IFACE + ["lo"])
        p["uid"], p["gid"] = pick(0, 1000, 1337), pick(0, 1000, 1337)
        if R.random() < .5: p["groups"] = R.sample([50, 1337, 1001], R.randint(0, 2))
    if R.random() < .3: p["mark"] = pick(1, 2, 0xf1)
    if R.random() < .3: p["tos"] = pick(0x28, 0xb8, 1)
    if R.random() < .2: p["ttl"] = pick(2, 5, 255)
    if p["proto"] == "tcp" and R.random() < .4: p["mss"] = pick(536, 1400, 1460)
    p["len"] = pick(0, 0, 10)
    k = R.random()
    if k < .25:
        p["ct"] = pick("established", "reply")
        if R.random() < .5: p["ctmark"] = pick(1, 3, 0xffff)
    elif k < .3: p["ct"] = "untracked"
    elif k < .36 and path != "outbound": p["ct"] = "invalid"
    elif k < .45 and p["proto"] == "tcp": p["flags"] = pick("ACK", "SYN,FIN", "RST", "NONE", "SYN,ACK", "SYN,ECE,CWR")
    elif k < .5 and p["proto"] == "icmp": p["icmp_type"] = pick(0, 3, 8, 13, 11)
    elif k < .5 and p["proto"] == "icmpv6": p["icmp_type"] = pick(1, 128, 129, 135)
    elif k < .56 and path != "outbound" and p["proto"] in ("icmp", "icmpv6"):
        p["ct"], p["icmp_type"], p["icmp_code"] = "related", 3 if FAMILY == 4 else 1, 1
        p["inner"] = {"proto": pick("tcp", "udp"), "src": p["dst"], "dst": p["src"], "sport": R.choice(PORT), "dport": R.choice(PORT)}
    elif k < .6 and p["proto"] in ("tcp", "udp"): p["ct"] = "established-nat"
    if p.get("ct") in ("established", "reply") and p["proto"] in ("esp", "sctp"): del p["ct"]
    return p
for i in range(n):
    FAMILY, SETS, text = pick(4, 4, 6), [], None
    case = {"id": i}
    if R.random() < .6: case["ipset"], SETS = ipsets()
    text = dump()
    case["rules" if FAMILY == 4 else "rules6"] = text
    if R.random() < .5: case["env"] = {"listen": R.sample(["tcp:80", "udp:53", "tcp:10.0.0.5@443", "tcp:15006", "tcp6:80", "udp6:53", "tcp6:[2001:db8::5]@443", "tcp6:15006"], 4)}
    case["packets"] = [packet(j) for j in range(packets)]
    if "-j SET" in text: case["packets"] = case["packets"][:1]  # what it does stays in the sets
    print(json.dumps(case))
