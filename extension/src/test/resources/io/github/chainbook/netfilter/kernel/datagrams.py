"""Loads rules and sends datagrams over lo; in a network namespace of its own, for ConnectionFactsTest.

An instruction a line on standard input: "load RULES" with \\n for line ends prints "loaded" or
"refused"; "send ADDRESS PORT" opens a socket and sends to the server; "again" sends by the last
socket. Both print where the server saw it come from, "lost", or the errno of the sender. "counts"
prints the counters of all rules.
"""
import socket
import subprocess
import sys

BACKEND = sys.argv[1]
SERVER = ("10.0.0.9", 53)


def run(*argv, text=None):
    return subprocess.run(argv, input=text, text=True, capture_output=True)


def opened(address, port):
    new = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    new.bind((address, port))
    return new


def sent(by):
    try:
        by.send(b"x")
        return "%s:%d" % server.recvfrom(9)[1]
    except socket.timeout:
        return "lost"
    except OSError as error:
        return "errno %d" % error.errno


run("ip", "link", "set", "lo", "up")
for last in (1, 2, 3, 9):
    run("ip", "address", "add", "10.0.0.%d/32" % last, "dev", "lo")
server = opened(*SERVER)
server.settimeout(2)
sockets = []
for line in sys.stdin:
    word, _, rest = line.rstrip("\n").partition(" ")
    if word == "load":
        rules = rest.replace("\\n", "\n")
        done = run("iptables-%s-restore" % BACKEND, text=rules)
        print("loaded" if done.returncode == 0 else "refused")
    elif word == "counts":
        save = run("iptables-%s-save" % BACKEND, "-c").stdout
        print(" ".join(sorted(each for each in save.split("\n") if each.startswith("["))))
    else:
        if word == "send":
            address, port = rest.split()
            sockets.append(opened(address, int(port)))
            sockets[-1].connect(SERVER)
        print(sent(sockets[-1]))
    sys.stdout.flush()
