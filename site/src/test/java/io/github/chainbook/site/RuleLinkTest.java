package io.github.chainbook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** A rule in a figure leads to its row in the table. */
@ExtendWith(SiteExtension.class)
class RuleLinkTest {

  private static final String CHAPTER = "istio-data-plane-architecture.html";

  /**
   * The id of a rule ends in a colon and its number. Arrows link to rules too, without words. Of a
   * figure's layouts one can be seen.
   */
  private static final String RULES =
      ".chainbook-figure svg a[href^='#'][href*=':']:has(text):visible";

  @TestFactory
  Stream<DynamicTest> ruleInAFigureLeadsToItsRow(Site site) {
    return Stream.of(Look.LIGHT_WIDE, Look.DARK_PHONE)
        .map(
            look ->
                dynamicTest(look.toString(), () -> site.open(CHAPTER, look, RuleLinkTest::clicks)));
  }

  private static void clicks(Page tab) {
    Locator rules = tab.locator(RULES);
    int count = rules.count();
    assertThat(count).as("links of rules in figures of " + CHAPTER).isPositive();
    click(tab, rules.first());
    click(tab, rules.nth(count - 1));
  }

  private static void click(Page tab, Locator rule) {
    String id = rule.getAttribute("href").substring(1);
    // The words of a rule, not the middle of the link: an SVG link has no area of its own.
    rule.locator("text").first().click();
    assertThat(tab.evaluate("decodeURIComponent(location.hash.slice(1))")).isEqualTo(id);
    Locator row = tab.locator("tr:target");
    assertThat(row.count()).as("rows with the id " + id).isEqualTo(1);
    assertThat(row.getAttribute("id")).isEqualTo(id);
    assertThat(inView(tab)).as("row " + id + " is in view, below the bar").isTrue();
  }

  private static boolean inView(Page tab) {
    return (boolean)
        tab.evaluate(
            """
            () => {
              const row = document.querySelector("tr:target").getBoundingClientRect();
              const bar = document.querySelector(".bar").getBoundingClientRect();
              return row.top >= bar.bottom && row.top < innerHeight;
            }
            """);
  }
}
