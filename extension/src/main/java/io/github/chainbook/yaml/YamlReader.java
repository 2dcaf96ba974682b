package io.github.chainbook.yaml;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a YAML text that nobody has checked. Where its syntax is broken, the entry that is broken
 * is left out and the rest is read. Size, depth and what aliases may unfold to are bounded.
 */
public final class YamlReader {

  private static final int MOST_CODE_POINTS = 3 << 20;
  private static final int MOST_DEPTH = 50;
  private static final int MOST_ALIASES = 100_000;

  /** So many times a text is read again without what was broken. */
  private static final int MOST_ERRORS = 20;

  /** Tells scalars without quotation marks and tags from others; what they are is found later. */
  private static final class PlainResolver extends Resolver {

    @Override
    protected void addImplicitResolvers() {
      // None: names, times and versions are text.
    }

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      return switch (kind) {
        case scalar -> implicit ? Nodes.PLAIN : Tag.STR;
        case sequence -> Tag.SEQ;
        default -> Tag.MAP;
      };
    }
  }

  /** Reads a text. */
  public YamlReading read(SourceText text) {
    YamlSource source = new YamlSource(text);
    List<Diagnostic> problems = new ArrayList<>(source.problems());
    if (source.length() > MOST_CODE_POINTS) {
      problems.add(
          Diagnostic.error(
              "yaml-limit",
              text.position(0, 1),
              "expected at most " + MOST_CODE_POINTS + " characters, found " + source.length()));
      return new YamlReading(Optional.empty(), problems, Set.of(), Set.of());
    }
    Lines lines = new Lines(source.lines());
    Node root = compose(source, lines, problems);
    Nodes nodes = new Nodes(source, problems);
    Optional<YamlValue> value =
        root == null ? Optional.empty() : Optional.ofNullable(nodes.value(root));
    Set<Integer> lost =
        lines.lostLines().stream().map(line -> line + text.firstLine()).collect(Collectors.toSet());
    return new YamlReading(value, problems, lines.lost(), lost);
  }

  private static Node compose(YamlSource source, Lines lines, List<Diagnostic> problems) {
    for (int i = 0; i < MOST_ERRORS; i++) {
      ParserImpl parser = new ParserImpl(new StreamReader(lines.text()), options());
      try {
        return new Composer(parser, new PlainResolver(), options()).getSingleNode();
      } catch (MarkedYAMLException e) {
        SyntaxFault fault = SyntaxFault.of(e);
        if (!fault.follows(lines.lostAnchors())) {
          problems.add(fault.at(source.position(fault.index())));
        }
        int line = source.line(fault.index());
        if (fault.toEnd()) {
          lines.emptyFrom(line);
        } else {
          lines.empty(line);
        }
      } catch (YAMLException e) {
        int index = indexOfNext(parser);
        Position at = source.position(index);
        problems.add(
            Diagnostic.error(
                "yaml-limit", at, "expected values nested at most " + MOST_DEPTH + " deep"));
        lines.empty(source.line(index));
      }
    }
    problems.add(
        Diagnostic.error(
            "yaml-syntax", source.position(0), "expected YAML, found more than 20 errors in it"));
    return null;
  }

  // What the library does not take for its size it reports without a place.
  private static int indexOfNext(ParserImpl parser) {
    try {
      return parser.peekEvent() == null ? 0 : parser.peekEvent().getStartMark().getIndex();
    } catch (YAMLException e) {
      return 0;
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CODE_POINTS + 1);
    options.setNestingDepthLimit(MOST_DEPTH);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    return options;
  }
}
