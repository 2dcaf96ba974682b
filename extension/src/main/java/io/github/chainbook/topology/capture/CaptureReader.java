package io.github.chainbook.topology.capture;

import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.Family;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the captured files of a network namespace. Nothing is thrown for bad input. */
public final class CaptureReader {

  private final RulesetReader rulesets;

  /**
   * A reader.
   *
   * @param rulesets reads the rules
   */
  public CaptureReader(RulesetReader rulesets) {
    this.rulesets = rulesets;
  }

  /**
   * Reads a folder as the capture script makes it. A file that is not there is no error, unless
   * none is.
   *
   * @param folder the folder, as the declaration names it
   * @param named where it names it
   * @param files reads its files
   */
  public CapturedNamespace folder(String folder, Position named, CapturedFiles files) {
    Problems problems = new Problems();
    CaptureParts parts = new CaptureParts(rulesets, problems);
    boolean found = false;
    Set<Family> unsaidRules = EnumSet.allOf(Family.class);
    String prefix = folder.endsWith("/") ? folder : folder + "/";
    for (CaptureKind kind : CaptureKind.values()) {
      for (String name : kind.fileNames()) {
        try {
          parts.read(new CapturedText(kind, files.read(prefix + name)));
          found = true;
          kind.rulesOf(name).ifPresent(unsaidRules::remove);
        } catch (UnreadableFile e) {
          if (!e.isMissing()) {
            found = true;
            kind.rulesOf(name).ifPresent(unsaidRules::remove);
            problems.add(Diagnostic.error("capture-file", named, e.getMessage()));
          }
        }
      }
    }
    if (!found) {
      problems.add(
          Diagnostic.error(
              "capture-file",
              named,
              folder
                  + " holds no captured file; expected some of those that chainbook-capture"
                  + " writes, such as addresses.json"));
      unsaidRules.clear();
    }
    return parts.namespace(unsaidRules);
  }

  /**
   * Reads files that were named one by one.
   *
   * @param texts the files, in order
   */
  public CapturedNamespace files(List<CapturedText> texts) {
    CaptureParts parts = new CaptureParts(rulesets, new Problems());
    texts.forEach(parts::read);
    return parts.namespace(Set.of());
  }
}
