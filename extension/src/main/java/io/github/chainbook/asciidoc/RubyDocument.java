package io.github.chainbook.asciidoc;

import java.nio.file.Path;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.jruby.internal.RubyObjectWrapper;
import org.jruby.Ruby;
import org.jruby.RubyModule;
import org.jruby.RubyString;
import org.jruby.runtime.builtin.IRubyObject;

/**
 * What Asciidoctor knows of a document and AsciidoctorJ's Java interface does not hand out. The
 * only class that looks behind that interface.
 */
final class RubyDocument {

  private final RubyObjectWrapper document;

  RubyDocument(Document document) {
    this.document = (RubyObjectWrapper) document;
  }

  /** Where the block or block macro that is being parsed begins, below its attribute lines. */
  Place blockBeingParsed() {
    IRubyObject reader = document.getRubyProperty("reader");
    IRubyObject cursor = call(reader, "cursor_at_mark");
    return new Place(
        text(call(cursor, "file")),
        text(call(cursor, "dir")),
        text(call(cursor, "path")),
        call(cursor, "lineno").convertToInteger().getIntValue());
  }

  /** The folder outside of which nothing may be read in safe mode. */
  Path baseDir() {
    return Path.of(document.getRubyProperty("base_dir").asJavaString())
        .toAbsolutePath()
        .normalize();
  }

  /** The version of asciidoctor-diagram. */
  String diagramVersion() {
    Ruby runtime = document.getRubyObject().getRuntime();
    RubyModule diagram = runtime.getClassFromPath("Asciidoctor::Diagram");
    return text(diagram.getConstant("VERSION"));
  }

  /** Makes an id known to cross references. */
  void register(String id, PhraseNode node) {
    IRubyObject ruby = document.getRubyObject();
    Ruby runtime = ruby.getRuntime();
    IRubyObject anchor = ((RubyObjectWrapper) node).getRubyObject();
    IRubyObject entry = runtime.newArray(RubyString.newUnicodeString(runtime, id), anchor);
    ruby.callMethod(
        runtime.getCurrentContext(),
        "register",
        new IRubyObject[] {runtime.newSymbol("refs"), entry});
  }

  private static IRubyObject call(IRubyObject on, String method) {
    return on.callMethod(on.getRuntime().getCurrentContext(), method);
  }

  private static String text(IRubyObject value) {
    return value.isNil() ? null : value.convertToString().asJavaString();
  }
}
