package io.github.chainbook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCheckTest {

  @TempDir private Path site;

  @BeforeEach
  void someFiles() throws IOException {
    write("b.html", "<p id='x:1'></p><p id='网'></p><p id='a b'></p><p id='100%'></p>");
    write("sub/c.html", "<a href='../b.html#x:1'>up</a>");
    write("pic one.png", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='b.html'>",
        "<a href='b.html#x:1'>",
        "<a href='b.html#x%3A1'>",
        "<a href='b.html#网'>",
        "<a href='b.html#%E7%BD%91'>",
        "<a href='b.html#a%20b'>",
        "<a href='b.html#100%'>",
        "<a href='b.html?q=1#x:1'>",
        "<a href='./b.html'>",
        "<a href='sub/../b.html'>",
        "<a href='sub/c.html'>",
        "<a href='#here'>",
        "<a href=' #here '>",
        "<img src='pic%20one.png'>",
        "<img src='data:image/png;base64,AA=='>",
        "<svg><a xlink:href='b.html#x:1'/></svg>",
        "<svg><use href='#here'/></svg>",
        "<a href='https://example.org/x#y'>",
        "<a href='mailto:a@example.org'>",
        "<a href='pic%20one.png#any'>",
      })
  void finds(String html) throws IOException {
    assertThat(check(html).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a href='no.html'> | no such file",
        "<a href='B.html'> | no such file",
        "<a href='sub'> | no such file",
        "<a href='sub/'> | no such file",
        "<img src='no.png'> | no such file",
        "<script src='no.js'></script> | no such file",
        "<a href='b.html#y'> | no element has this id on b.html",
        "<a href='#nowhere'> | no element has this id on a.html",
        "<a href='#'> | no element has this id",
        "<a href=''> | is empty",
        "<a href='../a.html'> | leaves the folder",
        "<a href='sub/../../x'> | leaves the folder",
        "<a href='/b.html'> | starts at the root",
        "<a href='//host/b.html'> | starts at the root",
        "<a href='javascript:void(0)'> | scheme",
        "<a href='file:///b.html'> | scheme",
        "<a href='data:text/html,x'> | scheme",
        "<a href='b%zz.html'> | badly encoded",
        "<a href='b.html#%zz'> | badly encoded",
        "<svg><a xlink:href='#no'/></svg> | no element has this id",
        "<svg><use xlink:href='#no'/></svg> | no element has this id",
        "<object data='no.svg'></object> | no such file",
        "<p id=q></p><p id=q></p> | twice",
      })
  void reports(String html, String words) throws IOException {
    assertThat(check(html).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains(words));
  }

  @Test
  void saysWhereAndWhat() throws IOException {
    Problem problem = check("<a href='no.html'>some <b>words</b></a>").problems().get(0);
    assertThat(problem)
        .isEqualTo(
            new Problem("a.html", "some words", "no.html", "there is no such file in the site"));
    assertThat(problem)
        .hasToString("a.html: no.html (\"some words\"): there is no such file in the site");
  }

  @Test
  void pictureIsNamedByItsDescription() throws IOException {
    assertThat(check("<img src='no.png' alt='A picture'>").problems().get(0).text())
        .isEqualTo("A picture");
  }

  @Test
  void counts() throws IOException {
    LinkCheck.Report report =
        check(
            "<a href='b.html'></a><a href='#here'></a><a href='https://example.org/'></a>"
                + "<svg><a href='b.html#x:1' xlink:href='b.html#x:1'/></svg>");
    assertThat(report.pages()).isEqualTo(3);
    assertThat(report.links()).as("one link in both spellings counts once").isEqualTo(5);
    assertThat(report.fragments()).isEqualTo(3);
    assertThat(report.outside()).isEqualTo(1);
  }

  private LinkCheck.Report check(String html) throws IOException {
    write("a.html", "<!DOCTYPE html><body id=here>" + html);
    return LinkCheck.check(site);
  }

  private void write(String name, String content) throws IOException {
    Path file = site.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
