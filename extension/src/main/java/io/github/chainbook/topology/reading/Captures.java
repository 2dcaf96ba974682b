package io.github.chainbook.topology.reading;

import io.github.chainbook.netfilter.machine.SpecialAddresses;
import io.github.chainbook.topology.capture.CaptureKind;
import io.github.chainbook.topology.capture.CaptureReader;
import io.github.chainbook.topology.capture.CapturedFiles;
import io.github.chainbook.topology.capture.CapturedNamespace;
import io.github.chainbook.topology.capture.CapturedText;
import io.github.chainbook.topology.capture.UnreadableFile;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.yaml.YamlValue;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the captured files that a namespace names. */
final class Captures {

  private final Keys keys;
  private final CaptureReader reader;
  private final CapturedFiles files;
  private final Findings findings;

  Captures(Keys keys, CaptureReader reader, CapturedFiles files, Findings findings) {
    this.keys = keys;
    this.reader = reader;
    this.files = files;
    this.findings = findings;
  }

  /** What is said by hand, over what files say that were named one by one, over a folder's. */
  Declared under(Declared byHand, YamlValue value) {
    Declared all = byHand;
    Optional<YamlValue> captured = keys.value(value, "captured");
    if (captured.isPresent()) {
      all = all.over(read(reader.files(texts(captured.get()))));
    }
    Optional<Scalar> folder = keys.text(value, "capture");
    if (folder.isPresent()) {
      CapturedNamespace inFolder =
          reader.folder(folder.get().text(), folder.get().position(), files);
      boolean said = all.rules().isPresent();
      all = all.over(read(inFolder));
      if (!said) {
        unsaidRules(inFolder, all, folder.get());
      }
    }
    return all;
  }

  // That there is no file does not say that there are no rules.
  private void unsaidRules(CapturedNamespace captured, Declared all, Scalar folder) {
    Set<Family> families =
        all.interfaces().orElse(Map.of()).values().stream()
            .flatMap(List::stream)
            .map(own -> own.address())
            .filter(address -> !SpecialAddresses.isLinkLocal(address))
            .map(Address::family)
            .collect(Collectors.toSet());
    for (Family family : Family.values()) {
      if (captured.unsaidRules().contains(family) && families.contains(family)) {
        findings.error(
            "capture-incomplete",
            folder.position(),
            "nothing in "
                + folder.text()
                + " says what rules there are for "
                + (family == Family.IPV4 ? "IPv4" : "IPv6")
                + "; expected a file such as "
                + (family == Family.IPV4 ? "iptables-save.txt" : "ip6tables-save.txt")
                + ", empty if there are none, or a ruleset by hand, [] if there are none");
      }
    }
  }

  private Declared read(CapturedNamespace captured) {
    findings.ofFile(captured.problems());
    return Declared.of(captured);
  }

  private List<CapturedText> texts(YamlValue captured) {
    List<CapturedText> texts = new ArrayList<>();
    for (CaptureKind kind : CaptureKind.values()) {
      for (Scalar path : keys.texts(keys.value(captured, kind.word()))) {
        try {
          texts.add(new CapturedText(kind, files.read(path.text())));
        } catch (UnreadableFile e) {
          findings.error("capture-file", path.position(), e.getMessage());
        }
      }
    }
    return texts;
  }
}
