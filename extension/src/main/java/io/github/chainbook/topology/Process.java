package io.github.chainbook.topology;

import java.util.List;
import java.util.OptionalLong;

/**
 * A process, as far as the network sees it.
 *
 * @param name its name in the declaration
 * @param uid the user that owns its sockets; empty if not known
 * @param gid their group; empty if not known
 * @param groups the supplementary groups of the process; empty if it has none or none are known
 * @param listens its listening sockets, in order
 * @param proxies what it does with connections to them that it passes on
 */
public record Process(
    String name,
    OptionalLong uid,
    OptionalLong gid,
    List<Long> groups,
    List<Listening> listens,
    List<Proxy> proxies) {

  public Process {
    groups = List.copyOf(groups);
    listens = List.copyOf(listens);
    proxies = List.copyOf(proxies);
  }
}
