package io.github.chainbook.jars;

import java.io.File;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;

/** A tool that converts a document with AsciidoctorJ and whatever else is on its class path. */
final class Conversion {

  private Conversion() {}

  /** Converts the file named by the argument; its HTML stands beside it. */
  public static void main(String[] files) {
    try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
      asciidoctor.convertFile(new File(files[0]), Options.builder().safe(SafeMode.UNSAFE).build());
    }
  }
}
