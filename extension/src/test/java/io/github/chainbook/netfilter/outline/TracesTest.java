package io.github.chainbook.netfilter.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.words.EnglishWords;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.PseudoLanguage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine says in English is the same in the English of the messages, and in no other. */
class TracesTest {

  private static final String NAMES =
      "-m limit -j NFLOG TPROXY NFQUEUE mangle route_localnet ip rule";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-m limit holds",
        "-m limit does not hold",
        "-m limit may hold",
        "-m limit may not hold",
        "-m limit drops the packet",
        "-m limit does not drop the packet",
        "-j NFLOG goes on",
        "-j NFLOG ends the chain",
        "-j NFLOG accepts",
        "-j NFLOG drops",
        "the mark is 0x1",
        "the mark is not 0x1/0x3",
        "source port is 1-80, 443",
        "uid is not 0",
        "a socket takes what TPROXY sends to port 80",
        "not: a socket takes what TPROXY sends to port of its destination",
        "no program listens to the queue of NFQUEUE",
        "not: table mangle changes the tos",
      })
  void conditionsHaveWords(String english) {
    Condition condition = Condition.of(english);
    assertThat(condition.saying().key()).isNotEqualTo("condition.other");
    assertThat(condition.saying().in(Messages.english())).isEqualTo(english);
    String other = condition.saying().in(PseudoLanguage.messages());
    assertThat(EnglishWords.in(List.of(other), NAMES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the rules lead nowhere, or round in circles",
        "there are more branches than are shown",
        "held until all fragments are there",
        "no route leads to where it was sent",
        "where a packet goes that TPROXY took depends on ip rule and ip route",
        "dropped in the hook by no rule",
        "no route leads there",
        "such addresses or options do not come by a link",
        "no route leads there, or its addresses may not be",
        "it was sent to many on its link, and such packets are not sent on",
        "a socket has taken it, and such packets are not sent on",
        "its time to live is over",
        "its source address is for its own link only",
        "no route leads to 10.0.0.7",
        "it cannot come from fe80::1 and go to 2001:db8::7",
        "no socket can be bound to 192.0.2.77, it is not its own",
        "there is no address to send from to 10.0.0.7",
      })
  void notesHaveWords(String english) {
    assertThat(Traces.note(english, Messages.english())).isEqualTo(english);
    String other = Traces.note(english, PseudoLanguage.messages());
    assertThat(EnglishWords.in(List.of(other), "TPROXY db8 fe80")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"something new is so", "it holds that this is new"})
  void whatHasNoWordsStaysAsItIs(String english) {
    assertThat(Condition.of(english).saying().in(PseudoLanguage.messages())).isEqualTo(english);
    assertThat(Traces.note(english, PseudoLanguage.messages())).isEqualTo(english);
  }
}
