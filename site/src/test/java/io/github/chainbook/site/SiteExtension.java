package io.github.chainbook.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the {@link Site} to tests: one server and one browser for all of them, started with the
 * first. The system property {@code chainbook.site} names the site's folder.
 */
final class SiteExtension implements BeforeAllCallback, ParameterResolver {

  private static final String PROPERTY = "chainbook.site";

  @Override
  public void beforeAll(ExtensionContext context) {
    Path folder = folder();
    Assumptions.assumeTrue(
        Files.isRegularFile(folder.resolve("index.html")),
        () -> "the site is not built: no index.html in " + folder + " (mvn site builds it)");
    Assumptions.assumeTrue(
        Chromium.find().isPresent(), "no Chromium on the PATH to look at the site with");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Site.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SiteExtension.class))
        .getOrComputeIfAbsent(Site.class, key -> start(), Site.class);
  }

  private static Site start() {
    Optional<Path> chromium = Chromium.find();
    try {
      return new Site(folder(), chromium.orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    return Path.of(System.getProperty(PROPERTY, "target/site"));
  }
}
