package io.github.chainbook.asciidoc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.extension.JavaExtensionRegistry;
import org.asciidoctor.jruby.extension.spi.ExtensionRegistry;

/** Registers the blocks and macros with Asciidoctor, which finds this class by SPI. */
public final class ChainbookExtension implements ExtensionRegistry {

  @Override
  public void register(Asciidoctor asciidoctor) {
    load(asciidoctor, "raw_dumps.rb");
    load(asciidoctor, "diagram_support.rb");
    load(asciidoctor, "finish_html.rb");
    JavaExtensionRegistry registry = asciidoctor.javaExtensionRegistry();
    registry.preprocessor(new BeginBook());
    registry.block(new SaveBlock());
    registry.blockMacro(new SaveMacro());
    registry.blockMacro(new ChainsMacro());
    registry.blockMacro(new HooksMacro());
    registry.blockMacro(new RulesMacro());
    registry.blockMacro(new FlowChartMacro());
    registry.block(new NotesBlock());
    registry.block(new TraceBlock());
    registry.blockMacro(new TraceMacro());
    registry.block(new TopologyBlock());
    registry.blockMacro(new TopologyMacro());
    registry.blockMacro(new TopologyFlowMacro());
    registry.inlineMacro(new ChainMacro());
    registry.inlineMacro(new RuleMacro());
    registry.inlineMacro(new AnchorMark());
    registry.inlineMacro(new LinkMark());
    registry.treeprocessor(new Placement());
    registry.treeprocessor(new NotesCheck());
    registry.treeprocessor(new InlineFigures());
    asciidoctor.rubyExtensionRegistry().postprocessor("Chainbook::FinishHtml");
  }

  private static void load(Asciidoctor asciidoctor, String script) {
    try (InputStream in = ChainbookExtension.class.getResourceAsStream(script)) {
      asciidoctor.rubyExtensionRegistry().loadClass(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
