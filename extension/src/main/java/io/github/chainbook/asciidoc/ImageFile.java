package io.github.chainbook.asciidoc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asciidoctor.ast.Document;

/** A picture of ours, which is written where asciidoctor-diagram writes its own. */
final class ImageFile {

  private ImageFile() {}

  /**
   * Writes a picture.
   *
   * @param name a file's name
   * @return where it is
   */
  static Path write(Document document, String name, String content) {
    Path file = folder(document).resolve(name).toAbsolutePath().normalize();
    try {
      Files.createDirectories(file.getParent());
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the picture " + file, e);
    }
    return file;
  }

  private static Path folder(Document document) {
    Path base = Path.of(text(document, "docdir", ""));
    String images = text(document, "imagesoutdir", "");
    if (!images.isEmpty()) {
      return base.resolve(images);
    }
    Object toDir = document.getOptions().get("to_dir");
    Path out = base.resolve(text(document, "outdir", toDir == null ? "" : toDir.toString()));
    return out.resolve(text(document, "imagesdir", ""));
  }

  private static String text(Document document, String name, String otherwise) {
    Object value = document.getAttribute(name);
    return value == null ? otherwise : value.toString();
  }

  /**
   * A name for a picture: a word and an id. Windows tells no A from an a; other signs are not safe
   * in every file system.
   */
  static String name(String kind, String id) {
    StringBuilder name = new StringBuilder(kind + "-");
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-';
      name.append(plain ? String.valueOf((char) b) : String.format("_%02x", b & 0xFF));
    }
    return name.toString();
  }
}
