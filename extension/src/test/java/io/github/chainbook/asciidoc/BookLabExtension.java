package io.github.chainbook.asciidoc;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests the one {@link BookLab} of the run: starting Asciidoctor takes seconds. */
public final class BookLabExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == BookLab.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(BookLabExtension.class))
        .getOrComputeIfAbsent("lab", key -> new Resource(new BookLab()), Resource.class)
        .lab();
  }

  private record Resource(BookLab lab) implements AutoCloseable {
    @Override
    public void close() {
      lab.close();
    }
  }
}
