package io.github.chainbook.netfilter.engine;

import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Mark;

/**
 * What tests ask of a packet that is not known, and what was answered; of one packet on one walk.
 */
final class Asking {

  private final Fields fields;
  private final Decisions decisions;

  /** What a test asked that is not known; null where it did not say. */
  Question question;

  /** Whether it is settled that the match which is looked at does not drop it. */
  boolean isSpared;

  /** Whether a test has found a field that is not known. */
  boolean askedOpen;

  /** The answer to the question, for the test to come. */
  Truth answer;

  Asking(Fields fields, Decisions decisions) {
    this.fields = fields;
    this.decisions = decisions;
  }

  boolean isKnown(Field field) {
    boolean known = fields.isKnown(field);
    askedOpen |= !known && fields.has(field);
    return known;
  }

  Truth within(Field field, long low, long high) {
    if (fields.isKnown(field)) {
      long number = fields.get(field);
      return number >= low && number <= high ? Truth.YES : Truth.NO;
    }
    return fields.has(field) ? open(field, NumberSet.of(low, high)) : Truth.NO;
  }

  Truth within(Field field, NumberSet set) {
    if (fields.isKnown(field)) {
      return Truth.of(set.contains(fields.get(field)));
    }
    return fields.has(field) ? open(field, set) : Truth.NO;
  }

  private Truth open(Field field, NumberSet set) {
    Truth truth = fields.compare(field, set);
    if (truth == Truth.UNKNOWN && question == null) {
      question = Question.of(field, set);
    }
    return truth;
  }

  Truth hasMark(Mark wanted) {
    Truth truth = fields.hasMark(wanted);
    if (truth == Truth.UNKNOWN && question == null) {
      question = Question.of(wanted);
    }
    return truth;
  }

  /** The same, taking a side where it is not known. */
  Truth decideMark(Mark wanted) {
    Truth truth = fields.hasMark(wanted);
    if (truth != Truth.UNKNOWN) {
      return truth;
    }
    Decisions.Answer side = decisions.next();
    fields.narrow(wanted, side.yes);
    side.condition = "the mark is " + (side.yes ? "" : "not ") + wanted;
    return Truth.of(side.yes);
  }

  Truth unknownEachTime() {
    return asked(Question.EACH_TIME);
  }

  Truth unknownOrDropped() {
    return asked(isSpared ? Question.EACH_TIME : Question.OR_DROPPED);
  }

  Truth chance(long steps) {
    return asked(Question.chance(steps));
  }

  private Truth asked(Question what) {
    if (answer != null) {
      Truth given = answer;
      answer = null;
      return given;
    }
    if (question == null) {
      question = what;
    }
    return Truth.UNKNOWN;
  }

  boolean suppose(String statement) {
    return decisions.once(statement, statement, "not: " + statement);
  }

  /** Takes a side where a field is not known, and remembers it. NO where it has no such field. */
  boolean decide(Field field, NumberSet set) {
    Truth truth = fields.isKnown(field) ? within(field, set) : Truth.UNKNOWN;
    if (truth == Truth.UNKNOWN && fields.has(field)) {
      truth = fields.compare(field, set);
    }
    if (truth != Truth.UNKNOWN || !fields.has(field)) {
      return truth == Truth.YES;
    }
    Decisions.Answer side = decisions.next();
    fields.narrow(field, set, side.yes);
    side.condition = Question.of(field, set).words(side.yes);
    return side.yes;
  }
}
