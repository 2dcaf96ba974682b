#!/usr/bin/env python3
"""Print what the kernel said to cases as MatchesOfKernelTest reads it: match-golden.py ORACLE CASES ANSWERS.

ORACLE is the program that asked the kernel; it makes the bytes of the packets. Only packets that come
in are told, as they are in PREROUTING.
"""
import importlib.util
import json
import sys
from importlib.machinery import SourceFileLoader

loader = SourceFileLoader("oracle", sys.argv[1])
oracle = importlib.util.module_from_spec(importlib.util.spec_from_loader("oracle", loader))
sys.dont_write_bytecode = True
loader.exec_module(oracle)
cases = {c["id"]: c for c in map(json.loads, open(sys.argv[2]))}
answers = {}
for answer in map(json.loads, open(sys.argv[3])):
    if answer["type"] == "packet":
        answers.setdefault(answer["case"], []).append(answer)
for number, case in cases.items():
    family = "6" if "rules6" in case else "4"
    rules = [line.split(" ", 2)[2] for line in case["rules6" if family == "6" else "rules"].splitlines() if line.startswith("-A PREROUTING")]
    if not rules or not answers.get(number):
        continue
    packets = {p["id"]: p for p in case["packets"]}
    lines = []
    for answer in answers[number]:
        spec = packets[answer["id"]]
        if spec["path"] != "inbound" or not any(h["hook"] == "PREROUTING" for h in answer["hooks"]):
            continue
        by = answer["by"] or {}
        passed = next(h.get("passed", False) for h in answer["hooks"] if h["hook"] == "PREROUTING")
        matched = [s["rule"] for s in answer["trace"] if s["hook"] == "PREROUTING" and s["type"] == "rule"]
        if not passed and answer["backend"] == "nft" and matched and by.get("type") == "rule":
            matched.pop()
        mac = spec.get("mac", "?")
        ct = spec.get("ctmark", 0) if spec.get("ct", "new") != "untracked" else "-"
        bits = {"untracked": oracle.UNTRACKED}.get(spec.get("ct"), 0)
        lines.append("packet %s mark=%d mac=%s type=%s ct=%s %s: %s%s" % (
            answer["backend"], spec.get("mark", 0), mac.replace(":", ""), spec.get("pkttype", "unicast"), ct,
            oracle.build(spec, bits).hex(), " ".join(map(str, matched)), "" if passed else " drop"))
    if lines:
        print("rules " + family)
        print("\n".join(rules + lines))
