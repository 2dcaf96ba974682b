package io.github.chainbook.topology.reading;

import io.github.chainbook.topology.capture.CaptureKind;
import io.github.chainbook.topology.capture.CaptureReader;
import io.github.chainbook.topology.capture.CapturedFiles;
import io.github.chainbook.topology.capture.CapturedNamespace;
import io.github.chainbook.topology.capture.CapturedText;
import io.github.chainbook.topology.capture.UnreadableFile;
import io.github.chainbook.topology.yaml.YamlValue;
import io.github.chainbook.topology.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      String path = folder.get().text();
      all = all.over(read(reader.folder(path, folder.get().position(), files)));
    }
    return all;
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
