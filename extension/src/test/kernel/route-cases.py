#!/usr/bin/env python3
"""Prints random cases for the kernel harness: route-cases.py N [PACKETS] [SEED] [FAMILY].

The rules are those of core-cases.py, but addresses, routes and rules of routing decide where
packets go, before and after translation: what DNAT turns from one path into another, marks that
choose a table, gateways, and routes that lead nowhere. FAMILY is 4, 6 or both.
"""

import importlib.machinery
import importlib.util
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def core():
    """The module core-cases.py, without its output."""
    loader = importlib.machinery.SourceFileLoader("core_cases", os.path.join(HERE, "core-cases.py"))
    spec = importlib.util.spec_from_loader("core_cases", loader)
    module = importlib.util.module_from_spec(spec)
    arguments, sys.argv = sys.argv, ["core-cases.py", "0"]
    try:
        loader.exec_module(module)
    finally:
        sys.argv = arguments
    return module


CORE = core()
ARGS = sys.argv[1:] + ["100", "20", "1", "both"][len(sys.argv) - 1:]
COUNT, PACKETS, SEED, FAMILY = int(ARGS[0]), int(ARGS[1]), int(ARGS[2]), ARGS[3]
CORE.R.seed(SEED)
R = CORE.R

ADDRS4 = {"eth0": ["10.0.0.5/24", "10.0.0.99/24"], "cni0": ["10.244.1.1/24"], "docker0": ["172.17.0.1/16", "192.168.7.1/30"]}
ADDRS6 = {"eth0": ["2001:db8::5/64", "2001:db8::77/64"], "cni0": ["fd00:1::1/64"], "docker0": ["2001:db8:17::1/64"]}
HOSTS4 = ["10.0.0.5", "10.0.0.9", "10.0.0.1", "10.244.1.20", "10.244.1.1", "10.244.2.7", "10.96.0.80", "172.17.0.2",
          "203.0.113.9", "192.168.7.1", "192.168.7.2", "10.99.0.1", "127.0.0.1", "10.0.0.255"]
HOSTS6 = ["2001:db8::5", "2001:db8::9", "2001:db8::1", "fd00:1::20", "fd00:1::1", "fd00:2::7", "fd00:96::80",
          "2001:db8:17::2", "2001:db8:ffff::9", "fd00:99::1", "::1"]
ROUTES4 = ["default via 10.0.0.1 dev eth0", "10.244.0.0/16 via 10.0.0.1 dev eth0", "10.99.0.0/16 via 172.17.0.2",
           "unreachable 10.96.0.0/24", "blackhole 203.0.113.0/24", "local 10.96.0.80 dev lo", "198.51.100.0/24 dev docker0 metric 5"]
ROUTES6 = ["default via 2001:db8::1 dev eth0", "fd00:2::/64 via 2001:db8::1 dev eth0", "fd00:99::/64 via 2001:db8:17::2 dev docker0",
           "unreachable fd00:96::/112", "local fd00:96::80 dev lo"]
IP4 = [["rule add fwmark 0x1 lookup 133", "route add local default dev lo table 133"],
       ["rule add fwmark 0x2/0x2 pref 50 lookup 134", "route add default via 172.17.0.2 dev docker0 table 134"],
       ["rule add from 10.244.1.0/24 lookup 135", "route add 203.0.113.0/24 dev cni0 table 135"],
       ["rule add iif docker0 pref 60 lookup 136", "route add throw 10.0.0.0/24 table 136", "route add default dev cni0 table 136"]]
IP6 = [["-6 rule add fwmark 0x1 lookup 133", "-6 route add local default dev lo table 133"],
       ["-6 rule add fwmark 0x2/0x2 pref 50 lookup 134", "-6 route add default via 2001:db8:17::2 dev docker0 table 134"]]


def environment(v6):
    """One of a few machines, so that the harness need not build a new one for each case."""
    env = {"routing": "env", "addrs": ADDRS6 if v6 else ADDRS4}
    kind = MACHINES[v6][R.randrange(len(MACHINES[v6]))]
    env["routes"], env["ip"] = kind
    return env


def machines(routes, commands):
    made = []
    for _ in range(6):
        chosen = [routes[0]] * (R.random() < .8) + [r for r in routes[1:] if R.random() < .5]
        made.append((chosen, sum((c for c in commands if R.random() < .4), [])))
    return made


MACHINES = {False: machines(ROUTES4, IP4), True: machines(ROUTES6, IP6)}


def packet(i, v6, env):
    p = CORE.packet(i, v6, env)
    hosts = HOSTS6 if v6 else HOSTS4
    p["src"], p["dst"] = R.sample(hosts, 2)
    names = ["eth0", "cni0", "docker0"]
    if p["path"] != "outbound":
        p["in"] = R.choice(names)
    else:
        p.pop("out", None)
        local = [a.split("/")[0] for addresses in env["addrs"].values() for a in addresses]
        p["src"] = R.choice(local)
    if p["path"] == "forward":
        p["out"] = R.choice(names)
    if p.get("ct") in ("established", "reply", "related"):
        del p["ct"]
        p.pop("inner", None)
    return p


if __name__ == "__main__":
    for number in range(COUNT):
        six = FAMILY == "6" or FAMILY == "both" and R.random() < .4
        env = environment(six)
        case = {"id": number, "rules6" if six else "rules": CORE.Rules(six).dump(), "env": env}
        case["packets"] = [packet(j, six, env) for j in range(PACKETS)]
        print(json.dumps(case))
