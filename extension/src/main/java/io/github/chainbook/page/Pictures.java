package io.github.chainbook.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The pictures and other media that pages show and that lie beside the book. */
final class Pictures {

  private static final List<String> ATTRIBUTES = List.of("src", "poster", "data");

  private Pictures() {}

  /**
   * Finds the files that belong to the pages.
   *
   * @param folder where the book lies; files outside it are left where they are
   * @return the files by the path that the pages know them by; those that do not exist are left
   *     out, for {@link LinkCheck} to miss
   */
  static Map<String, Path> of(List<Page> pages, Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    Map<String, Path> files = new TreeMap<>();
    for (Page page : pages) {
      // Scripts are the theme's; a book's own would not be named by an img.
      Elements media =
          Html.parse(page.html()).select("img, video, audio, source, track, embed, object");
      for (Element element : media) {
        for (String attribute : ATTRIBUTES) {
          Link link = Link.of(element.attr(attribute));
          if (link.kind() == Link.Kind.LOCAL && !link.path().isEmpty()) {
            add(files, root, link.path());
          }
        }
      }
    }
    return files;
  }

  private static void add(Map<String, Path> files, Path root, String path) {
    try {
      Path file = root.resolve(Percent.decode(path)).normalize();
      if (file.startsWith(root) && Files.isRegularFile(file)) {
        files.put(root.relativize(file).toString().replace('\\', '/'), file);
      }
    } catch (IllegalArgumentException e) {
      // No file can have this name, so there is nothing to copy; the link check reports it.
      return;
    }
  }
}
