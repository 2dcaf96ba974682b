package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.value.U32Tests.Operator;
import io.github.chainbook.xtables.value.U32Tests.Step;
import io.github.chainbook.xtables.value.U32Tests.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the language of {@code --u32}: white space may stand around every number and sign. */
final class U32Reader {

  /** XT_U32_MAXSIZE; linux/netfilter/xt_u32.h. */
  private static final int MAX = 10;

  private final String text;
  private int at;

  U32Reader(String text) {
    this.text = text;
  }

  List<Test> tests() throws BadValue {
    List<Test> tests = new ArrayList<>();
    do {
      add(tests, test(), "tests");
    } while (skip("&&"));
    if (at < text.length()) {
      throw expected("',' or '&&'");
    }
    return tests;
  }

  private Test test() throws BadValue {
    List<Step> location = new ArrayList<>();
    location.add(new Step(Operator.START, number()));
    for (Optional<Operator> next = operator(); next.isPresent(); next = operator()) {
      add(location, step(next.get()), "numbers in a location");
    }
    if (!skip("=")) {
      throw expected("an operator of &, <<, >> and @, or '=' and a value");
    }
    List<NumberRange> values = new ArrayList<>();
    do {
      long low = number();
      add(values, new NumberRange(low, skip(":") ? number() : low), "values in a test");
    } while (skip(","));
    return new Test(location, values);
  }

  // The kernel's xt_u32.c refuses a shift by all bits or more.
  private Step step(Operator operator) throws BadValue {
    int from = at;
    long number = number();
    if ((operator == Operator.LEFT || operator == Operator.RIGHT) && number >= Integer.SIZE) {
      at = from;
      throw expected("a shift by less than 32 bits");
    }
    return new Step(operator, number);
  }

  private Optional<Operator> operator() {
    for (Operator operator : Operator.values()) {
      if (operator != Operator.START && skip(operator.sign())) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  private <T> void add(List<T> list, T next, String what) throws BadValue {
    if (list.size() == MAX) {
      throw new BadValue("expected at most " + MAX + " " + what);
    }
    list.add(next);
  }

  private long number() throws BadValue {
    Numbers.Scan scan = Numbers.Scan.number(text, at);
    if (!scan.found() || !Numbers.fits(scan.value(), 0, Numbers.MAX_32)) {
      throw expected("a number of 32 bits");
    }
    at = scan.end();
    skipSpace();
    return scan.value();
  }

  private boolean skip(String sign) {
    if (!text.startsWith(sign, at)) {
      return false;
    }
    at += sign.length();
    skipSpace();
    return true;
  }

  private void skipSpace() {
    while (at < text.length() && CNumber.isSpace(text.charAt(at))) {
      at++;
    }
  }

  private BadValue expected(String what) {
    String rest = text.substring(at, Math.min(text.length(), at + 20));
    return new BadValue(
        "expected "
            + what
            + " at character "
            + (at + 1)
            + ", found "
            + (rest.isEmpty() ? "the end" : "'" + rest + "'"));
  }
}
