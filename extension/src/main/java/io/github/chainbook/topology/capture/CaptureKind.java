package io.github.chainbook.topology.capture;

import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.Optional;

/** What a captured file says. */
public enum CaptureKind {
  /** Addresses of interfaces, of {@code ip -j addr}. */
  ADDRESSES("addresses", "addresses.json"),
  /** Routes, of {@code ip -j route show table all} or without a table, of either family. */
  ROUTES("routes", "routes.json", "routes6.json"),
  /** Which table decides, of {@code ip -j rule}, for each family. */
  RULES("rules", "rules.json", "rules6.json"),
  /** Listening sockets, of {@code ss -H -ltnpe} and {@code ss -H -lunpe}. */
  LISTENERS("listeners", "listeners-tcp.txt", "listeners-udp.txt"),
  /** Whose the processes are: a line for each, {@code PID UID GID GROUPS NAME}. */
  PROCESSES("processes", "processes.txt"),
  /** Sets, of {@code ipset save}. */
  SETS("sets", "ipset-save.txt"),
  /** Rules, of {@code iptables-save -c} and {@code ip6tables-save -c}, of either back end. */
  IPTABLES(
      "iptables",
      "iptables-legacy-save.txt",
      "iptables-nft-save.txt",
      "iptables-save.txt",
      "ip6tables-legacy-save.txt",
      "ip6tables-nft-save.txt",
      "ip6tables-save.txt"),
  /** Settings of the kernel, of {@code sysctl -a}. */
  SETTINGS("sysctl", "sysctl.txt");

  private final String word;
  private final List<String> fileNames;

  CaptureKind(String word, String... fileNames) {
    this.word = word;
    this.fileNames = List.of(fileNames);
  }

  /** The word in a declaration. */
  public String word() {
    return word;
  }

  /** What such files are called in a folder of the capture script. */
  public List<String> fileNames() {
    return fileNames;
  }

  /** The family of whose rules a file of this name tells; empty for what tells of no rules. */
  Optional<Family> rulesOf(String fileName) {
    return this != IPTABLES
        ? Optional.empty()
        : Optional.of(fileName.startsWith("ip6") ? Family.IPV6 : Family.IPV4);
  }
}
