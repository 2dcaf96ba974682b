package io.github.chainbook.yaml;

import io.github.chainbook.text.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of reading a YAML text.
 *
 * @param root its value; empty where there is none
 * @param problems what is wrong with it
 * @param lost the words before a colon in the lines that were left out: what is missing because of
 *     them has been reported already
 * @param lostLines the lines that were left out, from 1 as in its file
 */
public record YamlReading(
    Optional<YamlValue> root, List<Diagnostic> problems, Set<String> lost, Set<Integer> lostLines) {

  public YamlReading {
    problems = List.copyOf(problems);
    lost = Set.copyOf(lost);
    lostLines = Set.copyOf(lostLines);
  }
}
