package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Axe finds nothing: names, roles, landmarks, contrast; in both themes and on both screens. */
@ExtendWith(SiteExtension.class)
class AccessibilityTest {

  private static final String ROW = ".cb-row[data-rule='sidecar-nat-ISTIO_OUTPUT:2']:visible";

  @TestFactory
  Stream<DynamicTest> axeFindsNothing(Site site) {
    return Stream.of(Look.values())
        .flatMap(
            look ->
                site.pages().stream()
                    .map(
                        page ->
                            dynamicTest(
                                page + " " + look,
                                () -> site.open(page, look, AccessibilityTest::check))));
  }

  @TestFactory
  Stream<DynamicTest> norWhileControlsAreInUse(Site site) {
    return Stream.of(Look.values())
        .flatMap(
            look ->
                Stream.of(".cb-path-button", "#sidecar-figure-2 .cb-enlarge")
                    .map(
                        button ->
                            dynamicTest(button + " " + look, () -> inUse(site, look, button))));
  }

  private static void inUse(Site site, Look look, String button) {
    site.open(
        "istio-data-plane-architecture.html",
        look,
        tab -> {
          tab.locator(button).first().press("Enter");
          tab.keyboard().press("ArrowRight");
          // In the window, where that is open.
          tab.locator(":is(body:not(:has(dialog[open])), dialog) svg " + ROW).first().hover();
          check(tab);
        });
  }

  // A figure has the role of an image, with a title and a description; its links are a short cut
  // for who sees it. The rule tables below it hold the same rules and links for everybody, so the
  // rule that an image may hold no link is left out.
  private static void check(Page tab) {
    tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
    List<String> violations =
        new AxeBuilder(tab)
            .disableRules(List.of("nested-interactive")).analyze().getViolations().stream()
                .flatMap(
                    rule ->
                        rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                .toList();
    assertThat(violations).isEmpty();
  }
}
