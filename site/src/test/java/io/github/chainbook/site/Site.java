package io.github.chainbook.site;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The built site, served and with a browser in front of it. */
final class Site implements AutoCloseable {

  private final SiteServer server;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> pages;

  Site(Path folder, Path chromium) throws IOException {
    this.pages = pages(folder);
    this.server = new SiteServer(folder);
    this.playwright = Chromium.playwright();
    this.browser = Chromium.launch(playwright, chromium);
  }

  private static List<String> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .sorted()
          .toList();
    }
  }

  /** The file names of all pages, sorted. */
  List<String> pages() {
    return pages;
  }

  String url(String page) {
    return server.url(page);
  }

  /** Opens a browser with nothing stored, lets a test use it, and closes it. */
  void browse(Look look, Consumer<Page> test) {
    try (BrowserContext context = browser.newContext(options(look))) {
      test.accept(context.newPage());
    }
  }

  /** As {@link #browse(Look, Consumer)}, with a page of the site loaded. */
  void open(String page, Look look, Consumer<Page> test) {
    browse(
        look,
        tab -> {
          tab.navigate(url(page));
          test.accept(tab);
        });
  }

  /** As {@link #open}, in a browser without scripts. */
  void openWithoutScripts(String page, Look look, Consumer<Page> test) {
    try (BrowserContext context = browser.newContext(options(look).setJavaScriptEnabled(false))) {
      Page tab = context.newPage();
      tab.navigate(url(page));
      test.accept(tab);
    }
  }

  private static Browser.NewContextOptions options(Look look) {
    return new Browser.NewContextOptions()
        .setColorScheme(look.colours())
        .setViewportSize(look.width(), look.height());
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    server.close();
  }
}
