package io.github.chainbook.figure.walk;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.ChainWords;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.walk.Visits.Seen;
import io.github.chainbook.figure.walk.Visits.Stop;
import io.github.chainbook.figure.walk.WalkFigure.Lane;
import io.github.chainbook.figure.walk.WalkFigure.Passage;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes the figure of a packet's way: the chains that it enters, in each the rules that it matches,
 * and how many it passes over. The numbers count rules and policies in the order of its way. Of an
 * undecided packet, what all its ways share is certain, and the rest marked as possible.
 */
public final class WalkDiagram {

  private final Ids ids;
  private final Ruleset ruleset;
  private final boolean all;
  private final Trace trace;
  private final ChainWords words;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();

  private WalkDiagram(Ids ids, Ruleset ruleset, Trace trace, boolean all, ChainWords words) {
    this.ids = ids;
    this.words = words;
    this.ruleset = ruleset;
    this.trace = trace;
    this.all = all;
  }

  /**
   * The figure.
   *
   * @param ids the ids to which its links lead
   * @param ruleset the rules that the packet went through
   * @param trace what became of it
   * @param tables which tables are shown; steps in others are counted all the same
   * @param all whether each rule that did not match has a row
   * @param title what the figure shows
   * @param messages the language
   * @return the figure, without boxes where the packet came to none of the tables
   */
  public static WalkFigure of(
      Ids ids,
      Ruleset ruleset,
      Trace trace,
      Predicate<String> tables,
      boolean all,
      String title,
      Messages messages) {
    Visits visits = new Visits(ruleset, messages);
    visits.add(trace);
    return new WalkDiagram(ids, ruleset, trace, all, new ChainWords(messages))
        .figure(visits, tables, title);
  }

  private WalkFigure figure(Visits visits, Predicate<String> tables, String title) {
    List<Stop> stops = visits.stops().stream().filter(stop -> tables.test(stop.table)).toList();
    stops.forEach(stop -> lane(stop, visits.ways()));
    List<Passage> passages = new ArrayList<>();
    visits
        .passages()
        .forEach(
            (pair, certain) -> {
              int from = stops.indexOf(pair.get(0));
              int to = stops.indexOf(pair.get(1));
              if (from >= 0 && to >= 0) {
                passages.add(new Passage(from, to, certain));
              }
            });
    WalkWords said = new WalkWords(trace, words.messages());
    Figure figure =
        new Figure(title, said.description(boxes), boxes, arrows, said.notes(boxes), List.of());
    return new WalkFigure(figure, lanes, passages);
  }

  private void lane(Stop stop, int ways) {
    int first = boxes.size();
    Map<String, Integer> places = new HashMap<>();
    stop.chains.keySet().forEach(name -> places.put(name, first + places.size()));
    WalkBox maker = new WalkBox(ids, ruleset, stop, trace, ways, all, words);
    stop.chains.forEach((name, seen) -> boxes.add(maker.box(name, seen)));
    for (int from = first; from < boxes.size(); from++) {
      arrows(from, places, stop.chains.get(boxes.get(from).name()));
    }
    lanes.add(new Lane(first, boxes.size()));
  }

  private void arrows(int from, Map<String, Integer> places, Seen seen) {
    List<Row> rows = boxes.get(from).rows();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean met = row.mark().met() == Row.Met.YES || row.mark().met() == Row.Met.PERHAPS;
      String to = met && !row.rules().isEmpty() ? seen.leads.get(row.label()) : null;
      if (to != null && places.containsKey(to)) {
        boolean isGoto = row.kind() == Row.Kind.GOTO;
        String label = words.arrow(row.label(), isGoto);
        arrows.add(new Arrow(from, i, places.get(to), row.label(), 1, isGoto, label, row.link()));
      }
    }
  }
}
