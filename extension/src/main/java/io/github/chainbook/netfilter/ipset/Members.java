package io.github.chainbook.netfilter.ipset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The members of a set, as it was read and as packets have changed it since. */
final class Members {

  private final Map<SetKey, List<SetEntry>> given;

  /** What was changed since; its lists are looked at first, empty for what was deleted. */
  private final Map<SetKey, List<SetEntry>> changes;

  /** The lengths of networks in each of two dimensions, the longest first, with their number. */
  private final List<TreeMap<Integer, Integer>> lengths;

  Members() {
    this(new HashMap<>(), Map.of(), List.of(descending(), descending()));
  }

  private Members(
      Map<SetKey, List<SetEntry>> given,
      Map<SetKey, List<SetEntry>> changes,
      List<TreeMap<Integer, Integer>> lengths) {
    this.given = given;
    this.changes = changes;
    this.lengths = lengths;
  }

  private static TreeMap<Integer, Integer> descending() {
    return new TreeMap<>(Comparator.reverseOrder());
  }

  /** How many were read. */
  int size() {
    return given.size();
  }

  /** Whether there never was one. */
  boolean isEmpty() {
    return given.isEmpty() && changes.isEmpty();
  }

  /** Adds a member that is read; whether it was not there before. */
  boolean add(SetKey key, SetEntry entry) {
    List<SetEntry> there = given.get(key);
    if (there == null) {
      given.put(key, List.of(entry));
      count(key, 1);
      return true;
    }
    List<SetEntry> all = new ArrayList<>(there);
    all.removeIf(old -> old.iface().equals(entry.iface()));
    boolean isNew = all.size() == there.size();
    all.add(entry);
    given.put(key, List.copyOf(all));
    return isNew;
  }

  /** Deletes a member that was read; whether it was there. */
  boolean remove(SetKey key, String iface) {
    List<SetEntry> all = new ArrayList<>(given.getOrDefault(key, List.of()));
    boolean removed = all.removeIf(old -> old.iface().equals(iface));
    if (removed && all.isEmpty()) {
      given.remove(key);
      count(key, -1);
    } else if (removed) {
      given.put(key, List.copyOf(all));
    }
    return removed;
  }

  void clear() {
    given.clear();
    lengths.forEach(Map::clear);
  }

  private void count(SetKey key, int step) {
    lengths.get(0).merge(key.length(), step, (a, b) -> a + b == 0 ? null : a + b);
    lengths.get(1).merge(key.length2(), step, (a, b) -> a + b == 0 ? null : a + b);
  }

  /** The lengths of networks in a dimension, 0 or 1, the longest first. */
  Set<Integer> lengths(int dimension) {
    return lengths.get(dimension).keySet();
  }

  /** The entries of a member; none where there is no such member. */
  List<SetEntry> get(SetKey key) {
    List<SetEntry> changed = changes.isEmpty() ? null : changes.get(key);
    return changed != null ? changed : given.getOrDefault(key, List.of());
  }

  /** Whether a member fits what is known of a packet. */
  boolean mayHave(Probe probe) {
    return changes.entrySet().stream()
            .anyMatch(e -> !e.getValue().isEmpty() && probe.fits(e.getKey()))
        || given.keySet().stream().anyMatch(key -> !changes.containsKey(key) && probe.fits(key));
  }

  /** The same, where a member has these entries. */
  Members changed(SetKey key, List<SetEntry> entries) {
    Map<SetKey, List<SetEntry>> next = new HashMap<>(changes);
    next.put(key, List.copyOf(entries));
    Members members =
        new Members(given, next, lengths.stream().map(m -> new TreeMap<>(m)).toList());
    boolean wasThere = !get(key).isEmpty();
    if (wasThere == entries.isEmpty()) {
      members.count(key, wasThere ? -1 : 1);
    }
    return members;
  }
}
