package io.github.chainbook.topology.capture;

import io.github.chainbook.text.Position;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Process;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes processes of sockets and those who hold them. Workers that share a socket, and others of
 * the same name and owner, are one process to the network.
 */
final class ProcessGroups {

  private static final String UNNAMED = "unknown";

  /** Those of one name that share sockets. */
  private static final class Group {
    private final String name;
    private final Set<Long> pids = new LinkedHashSet<>();
    private final List<Socket> sockets = new ArrayList<>();

    Group(String name) {
      this.name = name;
    }

    void add(Group other) {
      pids.addAll(other.pids);
      sockets.addAll(other.sockets);
    }
  }

  private final Map<Long, Owner> owners;
  private final Problems problems;

  /**
   * Makes processes.
   *
   * @param owners whose the processes are, by their numbers; empty where not known
   * @param problems takes what is not known
   */
  ProcessGroups(Map<Long, Owner> owners, Problems problems) {
    this.owners = owners;
    this.problems = problems;
  }

  /** The processes that hold these sockets, in their order. */
  List<Process> of(List<Socket> sockets) {
    List<Group> groups = new ArrayList<>();
    for (Socket socket : sockets) {
      Map<String, List<Long>> holders =
          socket.holders().stream()
              .collect(
                  Collectors.groupingBy(
                      holder -> word(holder.name()),
                      LinkedHashMap::new,
                      Collectors.mapping(Socket.Holder::pid, Collectors.toList())));
      if (holders.isEmpty()) {
        join(groups, UNNAMED, List.of(), socket);
      }
      holders.forEach((name, pids) -> join(groups, name, pids, socket));
      if (holders.size() > 1) {
        problems.unknown(
            socket.position(),
            String.join(" and ", holders.keySet())
                + " hold this socket; nothing tells which of them takes its connections");
      }
    }
    sockets.stream()
        .filter(socket -> socket.holders().isEmpty())
        .findFirst()
        .ifPresent(socket -> unnamed(socket.position()));
    return processes(groups);
  }

  private void unnamed(Position position) {
    problems.unknown(
        position,
        "nothing tells which process holds this socket (ss -p does, as root); here it is called "
            + UNNAMED);
  }

  // A name that a flow can name: a process may call itself anything.
  private static String word(String name) {
    String word =
        name.replaceAll("-*[^A-Za-z0-9._+@-][^A-Za-z0-9._+@]*", "-").replaceAll("^-+|-+$", "");
    return word.isEmpty() ? UNNAMED : word;
  }

  private static void join(List<Group> groups, String name, List<Long> pids, Socket socket) {
    Group joined = new Group(name);
    joined.pids.addAll(pids);
    List<Group> sharing =
        groups.stream()
            .filter(g -> g.name.equals(name) && g.pids.stream().anyMatch(pids::contains))
            .toList();
    if (sharing.isEmpty()) {
      groups.add(joined);
    } else {
      Group first = sharing.get(0);
      first.pids.addAll(pids);
      sharing.stream().skip(1).forEach(first::add);
      groups.removeAll(sharing.subList(1, sharing.size()));
      joined = first;
    }
    joined.sockets.add(socket);
  }

  private List<Process> processes(List<Group> groups) {
    Map<String, Map<Owner, Group>> byName = new LinkedHashMap<>();
    for (Group group : groups) {
      byName
          .computeIfAbsent(group.name, n -> new LinkedHashMap<>())
          .computeIfAbsent(owner(group), o -> new Group(group.name))
          .add(group);
    }
    Set<String> taken = new HashSet<>(byName.keySet());
    List<Process> processes = new ArrayList<>();
    byName.forEach(
        (name, owned) ->
            owned.forEach(
                (owner, group) -> {
                  String own = owned.size() == 1 ? name : name(name, owner, taken);
                  taken.add(own);
                  processes.add(process(own, owner, group));
                }));
    return processes;
  }

  // Of several of one name: by their users, which stay the same from capture to capture.
  private static String name(String name, Owner owner, Set<String> taken) {
    String byUser = name + "-uid-" + number(owner.uid());
    String byGroup = byUser + "-gid-" + number(owner.gid());
    String free = taken.contains(byUser) ? byGroup : byUser;
    for (int i = 2; taken.contains(free); i++) {
      free = byGroup + "-" + i;
    }
    return free;
  }

  private static String number(OptionalLong id) {
    return id.isPresent() ? Long.toString(id.getAsLong()) : UNNAMED;
  }

  private static Process process(String name, Owner owner, Group group) {
    List<Listening> listens = group.sockets.stream().map(Socket::listening).distinct().toList();
    return new Process(name, owner.uid(), owner.gid(), owner.groups(), listens, List.of());
  }

  private Owner owner(Group group) {
    Set<Owner> all =
        group.pids.stream()
            .filter(owners::containsKey)
            .map(owners::get)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (all.isEmpty()) {
      group.sockets.stream()
          .map(socket -> new Owner(socket.uid(), OptionalLong.empty(), List.of()))
          .forEach(all::add);
    }
    if (all.size() == 1) {
      return all.iterator().next();
    }
    problems.unknown(
        group.sockets.get(0).position(),
        "processes called "
            + group.name
            + " share sockets and are not of one user and group; nothing tells whose connections"
            + " they open");
    return Owner.UNKNOWN;
  }
}
