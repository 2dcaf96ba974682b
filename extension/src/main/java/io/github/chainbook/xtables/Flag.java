package io.github.chainbook.xtables;

import java.util.List;

/** What an option without a value means: that it is there. */
public enum Flag {
  SET;

  static final ValueType<Flag> TYPE =
      new ValueType<>() {
        @Override
        public int words() {
          return 0;
        }

        @Override
        public Flag read(List<String> words, RuleContext rule) {
          return SET;
        }

        @Override
        public List<Value> print(Flag value) {
          return List.of();
        }
      };
}
