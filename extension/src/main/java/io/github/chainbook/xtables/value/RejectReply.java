package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * What REJECT answers; iptables-extensions(8), section REJECT. The order counts: of several that
 * begin with the same letters the first is meant.
 */
public enum RejectReply {
  NET_UNREACHABLE(Family.IPV4, "icmp-net-unreachable", "net-unreach"),
  HOST_UNREACHABLE(Family.IPV4, "icmp-host-unreachable", "host-unreach"),
  PROTO_UNREACHABLE(Family.IPV4, "icmp-proto-unreachable", "proto-unreach"),
  PORT_UNREACHABLE(Family.IPV4, "icmp-port-unreachable", "port-unreach"),
  NET_PROHIBITED(Family.IPV4, "icmp-net-prohibited", "net-prohib"),
  HOST_PROHIBITED(Family.IPV4, "icmp-host-prohibited", "host-prohib"),
  TCP_RESET(Family.IPV4, "tcp-reset", "tcp-rst"),
  ADMIN_PROHIBITED(Family.IPV4, "icmp-admin-prohibited", "admin-prohib"),
  NO_ROUTE_6(Family.IPV6, "icmp6-no-route", "no-route"),
  ADM_PROHIBITED_6(Family.IPV6, "icmp6-adm-prohibited", "adm-prohibited"),
  ADDR_UNREACHABLE_6(Family.IPV6, "icmp6-addr-unreachable", "addr-unreach"),
  PORT_UNREACHABLE_6(Family.IPV6, "icmp6-port-unreachable", "port-unreach"),
  TCP_RESET_6(Family.IPV6, "tcp-reset", "tcp-reset"),
  POLICY_FAIL_6(Family.IPV6, "icmp6-policy-fail", "policy-fail"),
  REJECT_ROUTE_6(Family.IPV6, "icmp6-reject-route", "reject-route");

  /** A name or an alias, or the letters with which one begins, small or capital. */
  public static final ValueType<RejectReply> TYPE =
      WordType.of((word, rule) -> parse(word, rule.family()), RejectReply::word);

  private final Family family;
  private final String word;
  private final String alias;

  RejectReply(Family family, String word, String alias) {
    this.family = family;
    this.word = word;
    this.alias = alias;
  }

  /** The family whose packets are answered so. */
  public Family family() {
    return family;
  }

  /** The name under which iptables-save prints it. */
  public String word() {
    return word;
  }

  /** Whether the answer is a TCP segment that resets the connection; else it is an ICMP error. */
  public boolean isReset() {
    return this == TCP_RESET || this == TCP_RESET_6;
  }

  /** What is answered where a rule of this family does not say it. */
  public static RejectReply standard(Family family) {
    return family == Family.IPV4 ? PORT_UNREACHABLE : PORT_UNREACHABLE_6;
  }

  private static RejectReply parse(String written, Family family) throws BadValue {
    List<String> known = new ArrayList<>();
    for (RejectReply reply : values()) {
      if (reply.family == family) {
        if (Letters.begins(written, reply.word) || Letters.begins(written, reply.alias)) {
          return reply;
        }
        known.add(reply.word);
      }
    }
    throw BadValue.unknown(written, known);
  }
}
