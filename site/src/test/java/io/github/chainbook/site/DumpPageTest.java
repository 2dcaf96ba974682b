package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The page that the command {@code page} makes of a dump, opened as the file that it is. */
class DumpPageTest {

  private static final Path JAR = Path.of("../extension/target/chainbook.jar");
  private static final int SERVICES = 12;

  @TempDir static Path dir;

  private static Path page;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void makePage() throws IOException, InterruptedException {
    assumeTrue(Files.isRegularFile(JAR), () -> "there is no " + JAR + " (mvn package makes it)");
    assumeTrue(Chromium.find().isPresent(), "no Chromium on the PATH to look at the page with");
    Path dump = Files.writeString(dir.resolve("node.txt"), dump());
    page = dir.resolve("node.html");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java, "-jar", JAR.toString(), "page", dump.toString(), "-o", page.toString())
            .inheritIO()
            .start();
    // One rule of the dump has an option that does not exist.
    assertThat(process.waitFor()).isEqualTo(1);
    playwright = Chromium.playwright();
    browser = Chromium.launch(playwright, Chromium.find().orElseThrow());
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  // As kube-proxy writes it, cut down: a chain for each Service, and one for each endpoint.
  private static String dump() {
    List<String> chains = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < SERVICES; i++) {
      String service = "KUBE-SVC-" + (char) ('A' + i);
      chains.add(":" + service + " - [0:0]");
      rules.add(
          "[%d:60] -A KUBE-SERVICES -d 10.96.0.%d/32 -p tcp -m tcp --dport 80 -j %s"
              .formatted(i, i, service));
      for (int e = 2; e > 0; e--) {
        String endpoint = "KUBE-SEP-" + (char) ('A' + i) + e;
        String share = e == 1 ? "" : "-m statistic --mode random --probability 0.5 ";
        String address = "10.244." + i + "." + e;
        chains.add(":" + endpoint + " - [0:0]");
        rules.add("[1:60] -A " + service + " " + share + "-j " + endpoint);
        rules.add("[0:0] -A " + endpoint + " -s " + address + "/32 -j MARK --set-mark 0x4000");
        rules.add(
            "[1:60] -A %s -p tcp -j DNAT --to-destination %s:8080".formatted(endpoint, address));
      }
    }
    return "*nat\n:PREROUTING ACCEPT [9:540]\n:KUBE-SERVICES - [0:0]\n"
        + String.join("\n", chains)
        + "\n[9:540] -A PREROUTING -m comment --comment \"<b>all</b>\" -j KUBE-SERVICES\n"
        + "-A PREROUTING --dprt 1 -j ACCEPT\n"
        + String.join("\n", rules)
        + "\nCOMMIT\n";
  }

  private static void open(Look look, Consumer<Page> test) {
    List<String> complaints = new ArrayList<>();
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setColorScheme(look.colours())
            .setViewportSize(look.width(), look.height())
            .setOffline(true);
    try (BrowserContext context = browser.newContext(options)) {
      Page tab = context.newPage();
      tab.onConsoleMessage(
          message -> {
            if (List.of("error", "warning").contains(message.type())) {
              complaints.add(message.text());
            }
          });
      tab.onPageError(complaints::add);
      tab.onRequest(
          request -> {
            if (!request.url().startsWith(page.toUri().toString())
                && !request.url().startsWith("data:")) {
              complaints.add("asks for " + request.url());
            }
          });
      tab.navigate(page.toUri().toString());
      tab.waitForLoadState();
      test.accept(tab);
    }
    assertThat(complaints).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> axeFindsNothing() {
    return Stream.of(Look.values())
        .map(look -> dynamicTest(look.toString(), () -> open(look, DumpPageTest::check)));
  }

  // See AccessibilityTest for the rule that is left out.
  private static void check(Page tab) {
    for (boolean all : new boolean[] {false, true}) {
      tab.evaluate(
          "all => document.querySelectorAll('details').forEach(each => each.open = all)", all);
      List<String> violations =
          new AxeBuilder(tab)
              .disableRules(List.of("nested-interactive")).analyze().getViolations().stream()
                  .flatMap(
                      rule ->
                          rule.getNodes().stream()
                              .map(node -> rule.getId() + ": " + node.getHtml()))
                  .toList();
      assertThat(violations).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> linksLandInSight() {
    return Stream.of(Look.LIGHT_WIDE, Look.DARK_PHONE)
        .map(look -> dynamicTest(look.toString(), () -> open(look, DumpPageTest::followLinks)));
  }

  private static void followLinks(Page tab) {
    assertThat(
            tab.evaluate(
                """
                [...document.querySelectorAll("a[href]")]
                  .map(a => a.getAttribute("href"))
                  .filter(href => !href.startsWith("#") || !document.getElementById(href.slice(1)))
                """))
        .isEqualTo(List.of());
    assertThat(tab.locator("details.chainbook-family").count()).isEqualTo(2);
    String rule = "ipv4-nat-KUBE-SEP-K2:2";
    String wrong = "line-" + (5 + SERVICES * 3);
    for (String id : List.of(rule, "ipv4-nat-KUBE-SVC-C", "ipv4-nat-KUBE-SERVICES:7", wrong)) {
      tab.evaluate("id => { location.hash = id; }", id);
      tab.waitForFunction(
          """
          id => {
            const box = document.getElementById(id).getBoundingClientRect();
            return box.height > 0 && box.top >= 0 && box.top < innerHeight;
          }
          """,
          id);
    }
    assertThat(tab.evaluate("document.querySelectorAll('b').length")).isEqualTo(0);
  }

  @Test
  void everyRuleIsOnPaper() {
    open(
        Look.LIGHT_WIDE,
        tab -> {
          tab.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
          tab.evaluate("dispatchEvent(new Event('beforeprint'))");
          assertThat(tab.locator("tr[data-raw]").count()).isEqualTo(1 + SERVICES * 7);
          assertThat(
                  tab.evaluate(
                      """
                      [...document.querySelectorAll("tr[data-raw]")]
                        .filter(row => row.getBoundingClientRect().height === 0).length
                      """))
              .isEqualTo(0);
        });
  }
}
