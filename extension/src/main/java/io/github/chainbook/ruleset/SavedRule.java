package io.github.chainbook.ruleset;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule whose line has a form that is known: it is right, and what the table must know of it is
 * known. The rest is read when somebody asks for it, by whichever thread.
 */
final class SavedRule implements RuleBody {

  private final SavedLines lines;
  private final int index;
  private final LineForm form;
  private final ChainBuilder led;

  // Threads that find nothing here read the same, each for itself.
  private ParsedRule read;

  /**
   * A rule.
   *
   * @param index the index of its line
   * @param led the chain that it leads to; null where the form says it
   */
  SavedRule(SavedLines lines, int index, LineForm form, ChainBuilder led) {
    this.lines = lines;
    this.index = index;
    this.form = form;
    this.led = led;
  }

  private ParsedRule read() {
    ParsedRule known = inFull();
    read = known;
    return known;
  }

  @Override
  public ParsedRule inFull() {
    ParsedRule known = read;
    return known == null ? lines.read(index) : known;
  }

  @Override
  public List<Match> matches() {
    return read().matches();
  }

  @Override
  public Optional<Target> target() {
    return read().target();
  }

  @Override
  public List<ParsedRule.HookLimit> places() {
    return hasPlaces() ? read().places() : List.of();
  }

  @Override
  public String leadsTo() {
    return led == null ? form.like().leadsTo() : led.name();
  }

  @Override
  public boolean leadsToKnown() {
    return led != null && !led.builtIn();
  }

  @Override
  public boolean endsEveryWalk() {
    return form.like().endsEveryWalk();
  }

  @Override
  public boolean hasPlaces() {
    return form.like().hasPlaces();
  }

  @Override
  public boolean fits(Set<String> hooks) {
    return form.fits(hooks);
  }
}
