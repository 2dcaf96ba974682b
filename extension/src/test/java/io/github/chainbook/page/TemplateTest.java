package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void missingAndDoubledPlacesAreNamed() {
    String html =
        Samples.text("theme/page.html")
            .replace("data-slot=\"book\"", "")
            .replace("data-slot=\"contents\"", "data-slot=\"text\"");
    assertThatThrownBy(() -> Template.parse(html, "page.html"))
        .isInstanceOfSatisfying(
            PagesException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                        "page.html: needs one element with data-slot=\"book\"",
                        "page.html: needs one element with data-slot=\"contents\"",
                        "page.html: needs one element with data-slot=\"text\""));
  }

  @Test
  void fillingACopyLeavesTheTemplateAsItWas() {
    Template template = Samples.template();
    Template.slot(template.copy(), "book").text("filled");
    assertThat(Template.slot(template.copy(), "book").text()).isEmpty();
  }
}
