#!/usr/bin/env python3
"""Prints random cases for the kernel harness: reverse-cases.py N [PACKETS] [SEED] [FAMILY].

The machines are those of route-cases.py; the rules ask with every combination of rpfilter's options
whether an answer would leave the way that the packet came. FAMILY is 4, 6 or both.
"""

import importlib.machinery
import importlib.util
import itertools
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LOADER = importlib.machinery.SourceFileLoader("route_cases", os.path.join(HERE, "route-cases.py"))
ROUTE = importlib.util.module_from_spec(importlib.util.spec_from_loader("route_cases", LOADER))
LOADER.exec_module(ROUTE)
R = ROUTE.R

OPTIONS = ["--loose", "--validmark", "--accept-local", "--invert"]
MORE4 = ["0.0.0.0", "0.1.2.3", "255.255.255.255", "224.0.0.1", "224.0.0.251", "10.244.1.255", "198.51.100.7", "8.8.8.8"]
MORE6 = ["::", "fe80::1", "fe80::abcd:1", "2001:db8:17::1", "fd00:7::1", "ff02::1", "fd00:2::9", "2001:db8::"]


def rules():
    lines = ["*raw", ":PREROUTING ACCEPT [0:0]"]
    for count in range(len(OPTIONS) + 1):
        for chosen in itertools.combinations(OPTIONS, count):
            lines.append(" ".join(["-A PREROUTING -m rpfilter", *chosen]))
    lines += ["COMMIT", "*mangle", ":PREROUTING ACCEPT [0:0]"]
    mark = R.choice(["0x1/0xffffffff", "0x2/0x2", "0x0/0x1", "0x3/0x3"])
    lines += ["-A PREROUTING -j MARK --set-xmark " + mark, "-A PREROUTING -m rpfilter --validmark",
              "-A PREROUTING -m rpfilter --loose --validmark --accept-local", "COMMIT", ""]
    return "\n".join(lines)


def packet(number, six):
    hosts = (ROUTE.HOSTS6 + MORE6) if six else (ROUTE.HOSTS4 + MORE4)
    source, destination = R.sample(hosts, 2)
    made = {"id": number, "path": R.choice(["inbound", "forward"]), "proto": "udp", "src": source, "dst": destination,
            "sport": 4000, "dport": 53, "in": R.choice(["eth0", "cni0", "docker0"]), "mark": R.choice([0, 0, 1, 2, 3, 4])}
    if made["path"] == "forward":
        made["out"] = R.choice(["eth0", "cni0", "docker0"])
    return made


if __name__ == "__main__":
    for number in range(ROUTE.COUNT):
        six = ROUTE.FAMILY == "6" or ROUTE.FAMILY == "both" and R.random() < .5
        case = {"id": number, "rules6" if six else "rules": rules(), "env": ROUTE.environment(six)}
        case["packets"] = [packet(j, six) for j in range(ROUTE.PACKETS)]
        print(json.dumps(case))
