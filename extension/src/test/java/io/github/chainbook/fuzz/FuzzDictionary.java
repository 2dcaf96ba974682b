package io.github.chainbook.fuzz;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Tables;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Writes the words of the catalogue as a dictionary for the fuzzer. */
public final class FuzzDictionary {

  private FuzzDictionary() {}

  /** Writes the dictionary: {@code FILE}, and a first input for each table beside it. */
  public static void main(String[] args) throws IOException {
    Set<String> words = new TreeSet<>(Set.of("COMMIT", "[0:0]", "! ", "ACCEPT", "10.0.0.0/8"));
    Tables.HOOKS.forEach(hook -> words.add("-A " + hook + " "));
    for (Family family : Family.values()) {
      for (Extension extension : Catalogue.of(family).extensions()) {
        words.add((extension.isTarget() ? "-j " : "-m ") + extension.name() + " ");
        for (OptionSpec<?> option : extension.options()) {
          words.add(option.name() + " ");
        }
      }
    }
    StringBuilder dictionary = new StringBuilder();
    words.forEach(word -> dictionary.append('"').append(word).append("\"\n"));
    Path file = Path.of(args[0]);
    Path seeds = file.resolveSibling("seeds");
    Files.createDirectories(seeds);
    Files.writeString(file, dictionary);
    for (String table : Tables.NAMES) {
      String hook = Tables.builtInChains(table).get(0);
      Files.writeString(
          seeds.resolve(table),
          "*"
              + table
              + "\n:"
              + hook
              + " ACCEPT [0:0]\n-A "
              + hook
              + " -p tcp -m tcp --dport 80\nCOMMIT\n");
    }
  }
}
