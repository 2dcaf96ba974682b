package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what iptables-save and {@code iptables -S} print and iptables-restore reads.
 *
 * <pre>
 * dump    = { comment | blank | section }
 * section = "*" table { comment | blank | chain | command } "COMMIT"
 * chain   = ":" name policy [ counters ]
 * command = [ counters ] ("-A" | "-I" | "-N" | "-P" | "-F" | "-X") …
 * </pre>
 *
 * Nothing is thrown for bad input: each defect becomes a diagnostic, and the rest is read.
 */
public final class RulesetReader {

  private final Catalogue ipv4 = Catalogue.of(Family.IPV4);
  private final Catalogue ipv6 = Catalogue.of(Family.IPV6);

  /** The extensions of this family. */
  public Catalogue catalogue(Family family) {
    return family == Family.IPV4 ? ipv4 : ipv6;
  }

  /**
   * Reads a dump.
   *
   * @param source the dump
   * @param family what the author says the family is; else it is found out. Of a file that holds
   *     dumps of both families the other one is left out
   */
  public Reading read(SourceText source, Optional<Family> family) {
    Foretaste.begin(source);
    Findings findings = new Findings();
    DumpKind kind = DumpKind.of(source);
    if (kind != DumpKind.DUMP && kind != DumpKind.RULE_LIST) {
      return refused(kind, source, family.orElse(Family.IPV4), findings);
    }
    DumpParts parts = DumpParts.of(source, family.orElse(Family.IPV4));
    List<Family> wanted = wanted(parts, family);
    List<Ruleset> rulesets = new ArrayList<>();
    for (Family one : wanted) {
      boolean all = wanted.size() == 1 && !(family.isPresent() && parts.families().size() > 1);
      DumpReading reading =
          new DumpReading(source, kind == DumpKind.RULE_LIST, catalogue(one), one, findings);
      rulesets.add(reading.read(all ? Optional.empty() : Optional.of(parts)));
    }
    findings.leftOut(parts, source, family);
    return new Reading(rulesets, findings.diagnostics(source), findings.setAsideLines());
  }

  private static List<Family> wanted(DumpParts parts, Optional<Family> family) {
    Set<Family> present = parts.families();
    if (family.isPresent()) {
      return List.of(family.get());
    }
    Family first = parts.parts().get(0).family();
    List<Family> wanted = new ArrayList<>(List.of(first));
    for (Family other : present) {
      if (other != first) {
        wanted.add(other);
      }
    }
    return wanted;
  }

  private static Reading refused(
      DumpKind kind, SourceText source, Family family, Findings findings) {
    findings.add(refusal(kind, source));
    List<String> comments = new ArrayList<>();
    if (kind != DumpKind.BINARY) {
      for (int i = 0; i < source.lines().size(); i++) {
        String text = source.lines().get(i);
        if (text.startsWith("#")) {
          comments.add(text);
        } else if (!text.isBlank()) {
          findings.setAside(source.position(i, 1), text);
        }
      }
    }
    Ruleset nothing = new Ruleset(family, List.of(), comments);
    return new Reading(List.of(nothing), findings.diagnostics(source), findings.setAsideLines());
  }

  private static Diagnostic refusal(DumpKind kind, SourceText source) {
    return switch (kind) {
      case EMPTY ->
          Diagnostic.error(
              "empty-dump",
              source.position(0, 1),
              "the dump is empty: expected a line such as *filter");
      case BINARY -> binary(source);
      case NFT ->
          Diagnostic.error(
              "nft-ruleset",
              source.position(0, 1),
              "this is a ruleset of nft: expected the output of iptables-save, which prints what"
                  + " iptables-nft has made of it");
      case SCRIPT ->
          Diagnostic.error(
              "script",
              source.position(0, 1),
              "this is a script that calls iptables: expected the output of iptables-save once the"
                  + " script has run");
      case LISTING ->
          Diagnostic.error(
              "listing",
              source.position(0, 1),
              "this is the output of iptables -L, which leaves out a part of each rule: expected"
                  + " the output of iptables-save or iptables -S");
      default ->
          Diagnostic.error(
              "no-table",
              source.position(0, 1),
              "there is no table: expected a line such as *filter");
    };
  }

  private static Diagnostic binary(SourceText source) {
    int line = 0;
    while (source.lines().get(line).indexOf('\0') < 0) {
      line++;
    }
    String text = source.lines().get(line);
    return Diagnostic.error(
        "binary-data",
        source.position(line, text.codePointCount(0, text.indexOf('\0')) + 1),
        "this is no text (a zero byte): expected the output of iptables-save");
  }
}
