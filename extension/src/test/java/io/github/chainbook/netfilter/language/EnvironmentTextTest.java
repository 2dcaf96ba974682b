package io.github.chainbook.netfilter.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chainbook.netfilter.machine.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentTextTest {

  private final List<String> problems = new ArrayList<>();

  private Environment read(String addresses, String listeners) {
    return EnvironmentText.read(
        Optional.ofNullable(addresses), Optional.ofNullable(listeners), problems::add);
  }

  @Test
  void anAddressWithoutAnInterfaceIsOneMoreOfTheOneBefore() {
    Environment read =
        read("eth0=10.0.0.5/24, 2001:db8::5/64,eth1=10.1.0.5", "tcp:15006,udp:[::1]@53");
    assertThat(problems).isEmpty();
    assertThat(read.addresses().toString())
        .isEqualTo("{eth0=[10.0.0.5/24, 2001:db8::5/64], eth1=[10.1.0.5/32]}");
    assertThat(read.listeners().orElseThrow()).hasSize(2);
    assertThat(read.complete()).isFalse();
  }

  @Test
  void whatCannotBeReadIsLeftOutAndSaid() {
    Environment read = read("10.0.0.5/24,eth0=x,eth1=10.1.0.5/24,eth2=10.0.0.5/33,", "tcp,tcp:1");
    assertThat(read.addresses().keySet()).containsExactly("eth1");
    assertThat(read.listeners().orElseThrow()).hasSize(1);
    assertThat(problems).hasSize(4).allMatch(p -> p.startsWith("expected "));
  }

  @Test
  void whereNothingIsSaidNothingIsKnown() {
    assertThat(read(null, null)).isEqualTo(Environment.UNKNOWN);
  }
}
