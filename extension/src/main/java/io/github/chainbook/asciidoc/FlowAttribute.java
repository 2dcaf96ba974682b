package io.github.chainbook.asciidoc;

import io.github.chainbook.topology.flow.FlowWalk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which flows of a topology are shown: {@code flows="1,3"}, or {@code flow=2}.
 *
 * @param chosen their numbers, as they were written; empty if nothing was said
 */
record FlowAttribute(Optional<List<String>> chosen) {

  static FlowAttribute of(ViewAttributes attributes) {
    return new FlowAttribute(
        attributes.own("flows").or(() -> attributes.own("flow")).map(ViewAttributes::parts));
  }

  /** What is wrong with it, of the flows that there are; empty if nothing is. */
  Optional<String> problem(List<FlowWalk> walks) {
    List<String> numbers = walks.stream().map(FlowAttribute::number).toList();
    return chosen.orElse(List.of()).stream()
        .filter(number -> !numbers.contains(number))
        .findFirst()
        .map(
            number ->
                "expected the number of a flow, one of "
                    + numbers.stream().collect(Collectors.joining(", "))
                    + ", found '"
                    + number
                    + "'");
  }

  /** Those that are shown, in the order of the topology. */
  List<FlowWalk> of(List<FlowWalk> walks) {
    return walks.stream()
        .filter(walk -> chosen.isEmpty() || chosen.get().contains(number(walk)))
        .toList();
  }

  private static String number(FlowWalk walk) {
    return String.valueOf(walk.flow().number());
  }
}
