package io.github.chainbook.guide;

import io.github.chainbook.netfilter.kernel.Reach;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.catalogue.Catalogue;
import io.github.chainbook.xtables.catalogue.PacketActions;
import io.github.chainbook.xtables.catalogue.PacketTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The author guide's table of every match and target: what it has and where it may stand says the
 * catalogue; whether it has words says the explainer, of each example; what traces make of it say
 * their registries, {@code both ways} where memory, chance or the clock decides.
 */
public final class ExtensionTable {

  /** Where the guide includes it from, seen from this module's folder. */
  static final Path FILE = Path.of("../content/snippets/extensions.adoc");

  private static final String HEAD =
      """
      // Printed by io.github.chainbook.guide.ExtensionTable; CONTRIBUTING.md says how.
      .The matches and targets of iptables 1.8.9
      [cols="4m,2,2,7,2,2,2,2",options="header"]
      |===
      |Extension |Family |Options |Where it may stand |Known |Explained |Traced |Held against the kernel

      """;

  private final List<Example> examples = Example.all();

  private ExtensionTable() {}

  /** Writes the table to its file. */
  public static void main(String[] args) throws IOException {
    Files.writeString(FILE, text());
  }

  /** The table, in AsciiDoc. */
  static String text() {
    ExtensionTable table = new ExtensionTable();
    StringBuilder text = new StringBuilder(HEAD);
    extensions().forEach(extension -> text.append(table.row(extension)).append('\n'));
    return text.append("|===\n").toString();
  }

  // By name, the matches first. What both families have is one extension, and in both catalogues.
  private static List<Extension> extensions() {
    List<Extension> all = new ArrayList<>(Catalogue.of(Family.IPV4).extensions());
    Catalogue.of(Family.IPV6).extensions().stream()
        .filter(extension -> !extension.families().contains(Family.IPV4))
        .forEach(all::add);
    all.sort(Comparator.comparing(Extension::isTarget).thenComparing(Extension::name));
    return all;
  }

  private static String title(Extension extension) {
    return (extension.isTarget() ? "-j " : "-m ") + extension.name();
  }

  private String row(Extension extension) {
    List<Example> its = examples.stream().filter(e -> e.uses(extension)).toList();
    if (its.isEmpty()) {
      throw new IllegalStateException("no rule in kernel/rules has " + title(extension));
    }
    return String.join(
        " |",
        "|" + title(extension),
        words(extension.families()),
        String.valueOf(extension.options().size()),
        Places.of(extension, its),
        yes(its, e -> e.options().list().stream().allMatch(RuleOption::isKnown)),
        yes(its, Example::explained),
        traced(extension),
        Reach.NOT_DRIVEN.containsKey(title(extension)) ? "no" : "yes");
  }

  private static String traced(Extension extension) {
    boolean known =
        extension.isTarget()
            ? PacketActions.of(extension.name()).isPresent()
            : PacketTests.of(extension.name()).isPresent();
    if (!known) {
      return "no";
    }
    return extension.varies() ? "both ways" : "yes";
  }

  private static String yes(List<Example> examples, Predicate<Example> what) {
    return examples.stream().allMatch(what) ? "yes" : "not yet";
  }

  private static String words(Set<Family> families) {
    return families.size() > 1 ? "both" : families.contains(Family.IPV4) ? "IPv4" : "IPv6";
  }
}
