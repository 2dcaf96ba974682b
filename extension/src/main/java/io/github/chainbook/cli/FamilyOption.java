package io.github.chainbook.cli;

import io.github.chainbook.xtables.Family;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --family}, which several commands have. */
final class FamilyOption {

  @Option(
      names = "--family",
      paramLabel = "F",
      description = "ipv4 or ipv6; by default found out from the dump",
      converter = Converter.class)
  private Family family;

  Optional<Family> get() {
    return Optional.ofNullable(family);
  }

  /** Reads the option's value. */
  static final class Converter implements ITypeConverter<Family> {
    @Override
    public Family convert(String value) {
      return Family.named(value)
          .orElseThrow(
              () -> new TypeConversionException("expected ipv4 or ipv6, found '" + value + "'"));
    }
  }
}
