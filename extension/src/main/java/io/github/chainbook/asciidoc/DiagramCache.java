package io.github.chainbook.asciidoc;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import net.sourceforge.plantuml.version.Version;
import org.asciidoctor.ast.Document;

/**
 * Where asciidoctor-diagram keeps what PlantUML has drawn, so that a second build, or the PDF after
 * the pages, draws nothing again. asciidoctor-diagram compares a diagram's source and options;
 * whatever else a picture depends on is in the name of the folder: PlantUML, asciidoctor-diagram,
 * the Java that measures text, and its fonts.
 */
final class DiagramCache {

  private static final String FOLDER = "diagram-cachedir";

  private static final String KEEPS_PICTURES = "diagram-cache-images-option";

  /** As wide as it is in no other font. */
  private static final String SAMPLE = "The hook OUTPUT: -d 10.96.0.1/32 → 15001, 是";

  private DiagramCache() {}

  /**
   * Has pictures kept in the folder that {@code iptables-cachedir} names, relative to the book.
   * Without it, or where the author has set the folder of asciidoctor-diagram, nothing changes.
   */
  static void open(Document document) {
    Object folder = document.getAttribute("iptables-cachedir");
    if (folder == null || folder.toString().isEmpty() || document.hasAttribute(FOLDER)) {
      return;
    }
    RubyDocument ruby = new RubyDocument(document);
    Path kept = ruby.baseDir().resolve(folder.toString()).resolve(key(ruby)).normalize();
    document.setAttribute(FOLDER, kept.toString(), true);
    document.setAttribute(KEEPS_PICTURES, "", true);
  }

  private static String key(RubyDocument ruby) {
    return "plantuml-%s-diagram-%s-java%d-%s"
        .formatted(
            Version.versionString(),
            ruby.diagramVersion(),
            Runtime.version().feature(),
            fonts().substring(0, 4));
  }

  // Two machines may have other fonts by the same name; what counts is how wide text becomes.
  private static String fonts() {
    FontRenderContext context = new FontRenderContext(null, true, true);
    CRC32 sum = new CRC32();
    for (String family : List.of(Font.MONOSPACED, Font.SANS_SERIF)) {
      for (int style : new int[] {Font.PLAIN, Font.BOLD, Font.ITALIC}) {
        String size = new Font(family, style, 100).getStringBounds(SAMPLE, context).toString();
        sum.update(size.getBytes(StandardCharsets.UTF_8));
      }
    }
    return "%08x".formatted(sum.getValue());
  }
}
