package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.netfilter.ipset.ElementReader.Element;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.packet.SetView;
import io.github.chainbook.xtables.value.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the lines of {@code ipset save}, and those that {@code ipset restore} takes besides. */
final class SaveReader {

  private final SourceText text;
  private final Map<String, SetView> sets = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  SaveReader(SourceText text) {
    this.text = text;
  }

  IpSets read() {
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i).strip();
      if (line.isEmpty() || line.startsWith("#") || line.equals("COMMIT")) {
        continue;
      }
      try {
        read(SetText.words(line));
      } catch (BadValue e) {
        problems.add(Diagnostic.error("bad-set", text.position(i, 1), e.getMessage()));
      }
    }
    return new IpSets(sets, problems);
  }

  private void read(List<String> line) throws BadValue {
    List<String> words = line;
    boolean exist = line.contains("-exist") || line.contains("-!");
    if (exist) {
      words = new ArrayList<>(line);
      words.removeIf(word -> word.equals("-exist") || word.equals("-!"));
    }
    String command = words.get(0);
    int needed =
        switch (command) {
          case "create", "-N", "add", "-A", "del", "-D" -> 3;
          case "flush", "-F", "destroy", "-X" -> 2;
          default -> throw BadValue.expected("create, add, del, flush or destroy", command);
        };
    if (words.size() < needed) {
      throw BadValue.expected("the name of a set and what is done with it", command);
    }
    String name = words.get(1);
    List<String> rest = words.subList(Math.min(3, words.size()), words.size());
    switch (command) {
      case "create", "-N" -> create(name, words.get(2), rest, exist);
      case "add", "-A" -> add(name, words.get(2), rest, exist);
      case "del", "-D" -> delete(name, words.get(2), exist);
      case "flush", "-F" -> flush(name);
      default -> {
        find(name);
        sets.remove(name);
      }
    }
  }

  private void create(String name, String word, List<String> rest, boolean exist) throws BadValue {
    SetType type =
        SetType.named(word)
            .orElseThrow(() -> BadValue.expected("a type of set such as hash:ip", word));
    SetOptions options = CreateReader.read(type, rest);
    if (sets.containsKey(name)) {
      if (!exist) {
        throw BadValue.expected("the name of a set that is not there yet", name);
      }
      return;
    }
    boolean list = type == SetType.LIST_SET;
    sets.put(
        name, list ? new ListSet(options.skbinfo(), options.counters()) : new MemberSet(options));
  }

  private SetView find(String name) throws BadValue {
    SetView set = sets.get(name);
    if (set == null) {
      throw BadValue.expected("the name of a set that was created before", name);
    }
    return set;
  }

  private void add(String name, String word, List<String> rest, boolean exist) throws BadValue {
    SetView set = find(name);
    AddOptions options = AddOptions.read(rest);
    if (set instanceof ListSet list) {
      addToList(list, word, options, exist);
      return;
    }
    MemberSet members = (MemberSet) set;
    Element element = ElementReader.read(word, members.options());
    SetEntry entry = entry(element.iface(), options);
    for (SetKey key : element.keys()) {
      if (isOutOfRange(key, members.options())) {
        throw BadValue.expected("members in the range of the set " + name, word);
      }
      if (!members.add(key, entry) && !exist) {
        throw BadValue.expected("a member that is not there yet", word);
      }
    }
    if (!members.options().type().isBitmap() && members.size() > members.options().maxElements()) {
      throw BadValue.expected("no more members than the set " + name + " has room for", word);
    }
  }

  private static SetEntry entry(String iface, AddOptions options) {
    boolean plain =
        iface.isEmpty() && !options.nomatch() && options.mark().equals(SetEntry.NO_MARK);
    return plain
        ? SetEntry.PLAIN
        : new SetEntry(options.nomatch(), options.mark(), iface, options.wildcard());
  }

  private static boolean isOutOfRange(SetKey key, SetOptions options) {
    if (options.first() == null) {
      return false;
    }
    long number = options.type() == SetType.BITMAP_PORT ? key.port() : key.low();
    return number < options.first().low() || number > options.last().low();
  }

  private void addToList(ListSet list, String word, AddOptions options, boolean exist)
      throws BadValue {
    SetView member = find(word);
    if (member instanceof ListSet) {
      throw BadValue.expected("a set that is no list of sets", word);
    }
    int at = list.indexOf(word);
    if (at >= 0 && !exist) {
      throw BadValue.expected("a set that is not in the list yet", word);
    }
    if (at >= 0) {
      list.items().remove(at);
    }
    int place = list.items().size();
    if (!options.neighbour().isEmpty()) {
      int neighbour = list.indexOf(options.neighbour());
      if (neighbour < 0) {
        throw BadValue.expected("a set of the list", options.neighbour());
      }
      place = options.before() ? neighbour : neighbour + 1;
    }
    list.items().add(place, new ListSet.Item(word, member, options.mark()));
  }

  private void delete(String name, String word, boolean exist) throws BadValue {
    SetView set = find(name);
    boolean all = true;
    if (set instanceof ListSet list) {
      all = list.items().removeIf(item -> item.name().equals(word));
    } else {
      MemberSet members = (MemberSet) set;
      Element element = ElementReader.read(word, members.options());
      for (SetKey key : element.keys()) {
        all &= members.remove(key, element.iface());
      }
    }
    if (!all && !exist) {
      throw BadValue.expected("a member of the set " + name, word);
    }
  }

  private void flush(String name) throws BadValue {
    SetView set = find(name);
    if (set instanceof ListSet list) {
      list.items().clear();
    } else {
      ((MemberSet) set).clear();
    }
  }

  /**
   * What stands behind a member.
   *
   * @param neighbour the set before or behind which one is put into a list; empty for none
   */
  private record AddOptions(
      boolean nomatch, boolean wildcard, Mark mark, String neighbour, boolean before) {

    static AddOptions read(List<String> words) throws BadValue {
      boolean nomatch = false;
      boolean wildcard = false;
      Mark mark = SetEntry.NO_MARK;
      String neighbour = "";
      boolean before = false;
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        if (word.equals("nomatch") || word.equals("wildcard")) {
          nomatch |= word.equals("nomatch");
          wildcard |= word.equals("wildcard");
          continue;
        }
        i++;
        String value = i < words.size() ? words.get(i) : "";
        switch (word) {
          case "skbmark" -> mark = Mark.parse(value);
          case "before", "after" -> {
            neighbour = value;
            before = word.equals("before");
          }
          case "timeout", "packets", "bytes" -> SetText.number(value, -1L);
          case "comment", "skbprio", "skbqueue" -> {
            // Nothing that decides what is in the set.
          }
          default -> throw BadValue.expected("an option of a member, such as timeout", word);
        }
      }
      return new AddOptions(nomatch, wildcard, mark, neighbour, before);
    }
  }
}
