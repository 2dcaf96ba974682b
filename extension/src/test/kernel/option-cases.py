#!/usr/bin/env python3
"""Print cases with every option of every extension: option-cases.py N [PACKETS] [SEED].

The rules are those of kernel/rules in the tests' resources, as they are saved; each case takes some
rules of one extension, one after the other extension, and sends packets made of the addresses,
ports and protocols that these rules name.
"""
import glob
import ipaddress
import json
import os
import random
import re
import sys

ARGS = sys.argv[1:] + ["100", "10", "1"][len(sys.argv) - 1:]
COUNT, PACKETS, SEED = (int(a) for a in ARGS[:3])
R = random.Random(SEED)
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/io/github/chainbook/kernel/rules")
CHAINS = {
    "raw": ("PREROUTING", "OUTPUT"),
    "mangle": ("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"),
    "nat": ("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"),
    "filter": ("INPUT", "FORWARD", "OUTPUT"),
    "security": ("INPUT", "FORWARD", "OUTPUT"),
}
SETS = ["foo", "bar", "1234567890123456789012345678901"]
# A rule that needs another rule before it stands in no file of rules.
PAIRS = [("rateest", "-j RATEEST --rateest-name RE --rateest-interval 250ms --rateest-ewma 500ms",
          "-m rateest --rateest RE --rateest-%s --rateest-%s")]
# What these rules name is not in the rules: the harness makes it.
ACCOUNTS = [(table, chain, "-m nfacct --nfacct-name %s" % name) for name in ("x", "1234567890123456789012345678901")
            for table, chain in (("filter", "INPUT"), ("mangle", "PREROUTING"), ("raw", "OUTPUT"))]
ADDRESSES = {4: ["10.0.0.5", "10.0.0.9", "192.0.2.80", "127.0.0.1"], 6: ["2001:db8::5", "2001:db8::9", "fd00::80", "::1"]}
PROTOCOLS = {"tcp": "tcp", "udp": "udp", "icmp": "icmp", "ipv6-icmp": "icmpv6", "icmpv6": "icmpv6", "sctp": "sctp",
             "udplite": "udplite", "esp": "esp", "ah": "ah", "gre": "gre", "dccp": 33, "ipcomp": 108, "mobility-header": 135}


def rules():
    """By family and extension, the (table, chain, rule) that name it."""
    found = {4: {}, 6: {}}
    for path in sorted(glob.glob(FOLDER + "/*.rules")):
        name = os.path.basename(path)
        if name.startswith(("no-kernel", "as-the")):
            continue
        family = 6 if "ipv6" in name else 4
        # Other bytes than those of UTF-8 occur; the cases are JSON and have none of them.
        lines = [l for l in open(path, encoding="latin-1").read().split("\n") if l.strip() and not l.startswith("#")]
        for line, saved in zip(lines, open(path[:-5] + "saved", encoding="latin-1").read().split("\n")):
            table, chain = line.split(" | ")[0].split() if re.match(r"\w+ \S+ \| ", line) else ("filter", "INPUT")
            if not saved.startswith("-A %s " % chain) or " ; " in saved or chain not in CHAINS.get(table, ()) or not saved.isascii():
                continue
            rule = saved[len("-A %s " % chain):]
            for extension in re.findall(r"(?:^| )-[mj] (\w+)", re.sub(r'"(?:[^"\\]|\\.)*"', '""', rule)):
                found[family].setdefault(extension, []).append((table, chain, rule))
    return found


def one_of(words, otherwise):
    return R.choice(words) if words and R.random() < .7 else R.choice(otherwise)


def packet(number, family, chain, text):
    """A packet for this chain that has something of what the rules name."""
    path = {"PREROUTING": ["inbound", "forward"], "INPUT": ["inbound"], "FORWARD": ["forward"], "OUTPUT": ["outbound"],
            "POSTROUTING": ["outbound", "forward"]}[chain]
    p = {"id": number, "path": R.choice(path)}
    named = [PROTOCOLS[w] for w in re.findall(r"-p (\S+)", text) if w in PROTOCOLS]
    p["proto"] = one_of(named, ["tcp", "udp", "icmp" if family == 4 else "icmpv6"])
    hosts = [a for a in re.findall(r"\d+\.\d+\.\d+\.\d+|[0-9a-f:]*::[0-9a-f:]+", text) if usable(a, family)]
    p["src"] = one_of(hosts, ADDRESSES[family][:3])
    p["dst"] = one_of(hosts, ADDRESSES[family])
    if p["src"] == p["dst"] or p["src"] in ("127.0.0.1", "::1"):
        p["src"] = R.choice([a for a in ADDRESSES[family][:3] if a != p["dst"]])
    numbers = [int(n) for n in re.findall(r"(?<![\w.:])\d{1,5}(?![\w.])", text) if int(n) < 65536]
    p["sport"], p["dport"] = one_of(numbers, [40000]), one_of(numbers, [80, 53])
    bytes_ = [n for n in numbers if n < 256]
    if R.random() < .3:
        p["mark"] = one_of(numbers, [1, 2])
    if R.random() < .3:
        p["tos"] = one_of(bytes_, [8, 0xb8, 3])
    if R.random() < .2:
        p["ttl"] = one_of([n for n in bytes_ if n > 1], [63, 255])
    p["len"] = R.choice([0, 0, 10, 100])
    if p["proto"] in ("icmp", "icmpv6") and R.random() < .3:
        p["icmp_type"] = one_of(bytes_, [8] if family == 4 else [128])
    if p["path"] != "outbound":
        p["in"] = R.choice(["eth0", "eth1"])
        mac = re.findall(r"(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}", text)
        if mac and R.random() < .7:
            p["mac"] = R.choice(mac)
    if p["path"] != "inbound":
        p["out"] = R.choice(["eth0", "eth1"])
    if p["path"] == "outbound":
        p["uid"], p["gid"] = one_of(numbers, [0, 1000]), one_of(numbers, [0, 1000])
    if p["proto"] in ("tcp", "udp") and R.random() < .25:
        p["ct"] = R.choice(["established", "reply", "untracked"])
    elif p["proto"] == "tcp":
        if R.random() < .2:
            p["flags"] = R.choice(["ACK", "SYN,ACK", "SYN,ECE,CWR", "RST", "FIN,ACK", "NONE"])
        if R.random() < .3:
            p["mss"] = one_of([n for n in numbers if n > 100], [536, 1460])
    return p


def usable(address, family):
    """Whether a packet can go to it and come from it."""
    try:
        it = ipaddress.ip_address(address)
    except ValueError:
        return False
    return it.version == family and not (it.is_multicast or it.is_unspecified or it.is_loopback or it.is_reserved or it.is_link_local)


def sets(family):
    out = []
    for name in SETS:
        out.append("create %s hash:ip family %s" % (name, "inet" if family == 4 else "inet6"))
        out += ["add %s %s" % (name, a) for a in R.sample(ADDRESSES[family][:3], R.randint(0, 2))]
    return "\n".join(out) + "\n"


def case(number, pool, order):
    family, extension = order[number % len(order)]
    table, chain, first = R.choice(pool[family][extension])
    if extension == "rateest":
        name, before, after = PAIRS[0]
        chosen = [before] + [after % (R.choice(["lt", "gt", "eq"]), R.choice(["bps 1kbit", "pps 10"])) for _ in range(2)]
    else:
        others = [rule for t, c, rule in pool[family][extension] if (t, c) == (table, chain)]
        chosen = [first] + R.sample(others, min(len(others), R.randint(0, 3)))
    # A match says whether it holds without ending the chain for those behind it.
    chosen = [re.sub(r" -j (ACCEPT|DROP|RETURN)$", "", rule) if R.random() < .8 else rule for rule in chosen]
    lines = ["*" + table] + [":%s ACCEPT [0:0]" % c for c in CHAINS[table]]
    lines += ["-A %s %s" % (chain, rule) for rule in chosen] + ["COMMIT"]
    text = "\n".join(lines) + "\n"
    out = {"id": number, "rules" if family == 4 else "rules6": text}
    if " --match-set " in text or " -j SET " in text:
        out["ipset"] = sets(family)
    # What SET and connection labels change stays changed for the next packet.
    count = 1 if " -j SET " in text or " --set" in text else PACKETS
    out["packets"] = [packet(i, family, chain, text) for i in range(count)]
    return out


def main():
    pool = rules()
    for family in pool:
        pool[family]["rateest"] = [("mangle", "PREROUTING", "")]
        pool[family]["nfacct"] = ACCOUNTS
    order = [(family, extension) for family in pool for extension in sorted(pool[family])]
    random.Random(SEED).shuffle(order)
    for number in range(COUNT):
        print(json.dumps(case(number, pool, order)))


main()
