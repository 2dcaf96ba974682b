#!/usr/bin/env python3
"""Print what the kernel said to cases as StateOfKernelTest reads it: state-golden.py ANSWERS."""
import json, sys
for line in open(sys.argv[1]):
    d = json.loads(line)
    if d["type"] != "packet" or "verdict" not in d or d["verdict"] == "SYNPROXY" and d["backend"] == "nft": continue
    steps = ["%s:%s:%s" % (s["hook"], s["table"], s.get("rule", s["type"])) for s in d["trace"]]
    f = d["final"]
    end = "%s %s mark=%s tos=%s ttl=%s" % (f["src"], f["dst"], f["mark"], f["tos"], f["ttl"]) if f else "-"
    print(d["case"], d["id"], d["backend"], d["verdict"], end, *steps)
