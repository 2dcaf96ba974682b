package io.github.chainbook.xtables.value;

import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.BadValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of ICMP types that iptables knows: {@code iptables -p icmp -h} and {@code ip6tables -p
 * icmpv6 -h} of 1.8.9. The numbers are IANA's.
 */
final class IcmpNames {

  static final IcmpNames IPV4 =
      new IcmpNames(
          """
          255 any
          0 echo-reply pong
          3 destination-unreachable
          3/0 network-unreachable
          3/1 host-unreachable
          3/2 protocol-unreachable
          3/3 port-unreachable
          3/4 fragmentation-needed
          3/5 source-route-failed
          3/6 network-unknown
          3/7 host-unknown
          3/9 network-prohibited
          3/10 host-prohibited
          3/11 TOS-network-unreachable
          3/12 TOS-host-unreachable
          3/13 communication-prohibited
          3/14 host-precedence-violation
          3/15 precedence-cutoff
          4 source-quench
          5 redirect
          5/0 network-redirect
          5/1 host-redirect
          5/2 TOS-network-redirect
          5/3 TOS-host-redirect
          8 echo-request ping
          9 router-advertisement
          10 router-solicitation
          11 time-exceeded ttl-exceeded
          11/0 ttl-zero-during-transit
          11/1 ttl-zero-during-reassembly
          12 parameter-problem
          12/0 ip-header-bad
          12/1 required-option-missing
          13 timestamp-request
          14 timestamp-reply
          17 address-mask-request
          18 address-mask-reply
          """);

  static final IcmpNames IPV6 =
      new IcmpNames(
          """
          1 destination-unreachable
          1/0 no-route
          1/1 communication-prohibited
          1/2 beyond-scope
          1/3 address-unreachable
          1/4 port-unreachable
          1/5 failed-policy
          1/6 reject-route
          2 packet-too-big
          3 time-exceeded ttl-exceeded
          3/0 ttl-zero-during-transit
          3/1 ttl-zero-during-reassembly
          4 parameter-problem
          4/0 bad-header
          4/1 unknown-header-type
          4/2 unknown-option
          128 echo-request ping
          129 echo-reply pong
          133 router-solicitation
          134 router-advertisement
          135 neighbour-solicitation neighbor-solicitation
          136 neighbour-advertisement neighbor-advertisement
          137 redirect
          """);

  private final Map<String, IcmpType> types = new LinkedHashMap<>();

  private IcmpNames(String table) {
    for (String line : table.split("\n")) {
      String[] words = line.split(" ");
      String[] numbers = words[0].split("/");
      int type = Integer.parseInt(numbers[0]);
      int code = numbers.length > 1 ? Integer.parseInt(numbers[1]) : -1;
      IcmpType meaning =
          code < 0 ? IcmpType.ofType(type) : new IcmpType(type, new NumberRange(code, code));
      for (String name : List.of(words).subList(1, words.length)) {
        types.put(name, meaning);
      }
    }
  }

  /**
   * The type whose name begins so, in letters of any case; empty where none does.
   *
   * @throws BadValue where more than one does, another name of the same type included
   */
  Optional<IcmpType> find(String word) throws BadValue {
    List<String> names =
        types.keySet().stream().filter(name -> Letters.begins(word, name)).toList();
    if (names.size() > 1) {
      throw new BadValue(
          "expected a type, found '"
              + word
              + "', which may be "
              + String.join(" or ", names.subList(0, 2)));
    }
    return names.stream().findFirst().map(types::get);
  }

  /** The first name of this type. */
  Optional<String> name(IcmpType type) {
    return types.entrySet().stream()
        .filter(entry -> entry.getValue().equals(type))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The end of a message: which name was perhaps meant. */
  String hint(String word) {
    return DidYouMean.hint(word, types.keySet());
  }
}
