package io.github.chainbook.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Makes the site from a converted book: pages, the theme's assets, pictures, copies; then checks
 * all links. The build's entry point.
 */
public final class BuildPages {

  /** The theme's folders that become folders below {@code assets}. */
  private static final List<String> ASSETS = List.of("css", "js", "fonts");

  private BuildPages() {}

  /**
   * Runs a build. Meant to be called within Maven's own JVM, so it ends by returning or throwing.
   *
   * @param args {@code --book FILE.html --theme DIR --out DIR [--copy SOURCE=DESTINATION]…}
   * @throws PagesException if the pages could not be made or their links are not sound; each
   *     problem was printed to standard error before
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    try {
      System.out.println(summary(build(BuildOptions.parse(args))));
    } catch (PagesException e) {
      e.problems().forEach(System.err::println);
      throw e;
    }
  }

  static LinkCheck.Report build(BuildOptions options) throws IOException {
    if (!Files.isRegularFile(options.book())) {
      throw new PagesException("There is no book to split at " + options.book());
    }
    Template template = Template.read(options.theme().resolve("page.html"));
    List<Page> pages = new BookSplitter(template).split(Files.readString(options.book()));
    SiteFolder site = new SiteFolder(options.out());
    for (Page page : pages) {
      site.add(page.file(), page.html().getBytes(StandardCharsets.UTF_8));
      page.files().forEach((name, text) -> site.add(name, text.getBytes(StandardCharsets.UTF_8)));
    }
    for (String folder : ASSETS) {
      Path assets = options.theme().resolve(folder);
      if (Files.isDirectory(assets)) {
        site.copy(assets, "assets/" + folder);
      }
    }
    Path besideBook = options.book().toAbsolutePath().getParent();
    for (Map.Entry<String, Path> picture : Pictures.of(pages, besideBook).entrySet()) {
      site.copy(picture.getValue(), picture.getKey());
    }
    for (BuildOptions.Copy copy : options.copies()) {
      site.copy(copy.source(), copy.destination());
    }
    site.write();
    return checked(options.out());
  }

  private static LinkCheck.Report checked(Path folder) throws IOException {
    LinkCheck.Report report = LinkCheck.check(folder);
    if (!report.problems().isEmpty()) {
      throw new PagesException(
          "%d problems with links in %s".formatted(report.problems().size(), folder),
          report.problems());
    }
    return report;
  }

  private static String summary(LinkCheck.Report report) {
    String line =
        "%d pages, %d links, %d fragments: all there"
            .formatted(report.pages(), report.links(), report.fragments());
    return report.outside() == 0
        ? line
        : line + " (links to other sites, not followed: %d)".formatted(report.outside());
  }
}
