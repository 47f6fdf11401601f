package xyz.contentfactory.integration.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.identity.Scope;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemException;

class WhoseTest {
  private static Caller caller(Role role) {
    return Caller.ofSession(UUID.randomUUID(), role, UUID.randomUUID(), true);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everybody_may_ask_for_their_own(Role role) {
    Caller caller = caller(role);

    assertThat(Whose.parse(null, caller).member()).isEqualTo(caller.memberId());
    assertThat(Whose.parse("own", caller).isAll()).isFalse();
  }

  @Test
  void an_admin_may_ask_for_all_and_nobody_else() {
    assertThat(Whose.parse("all", caller(Role.ADMIN)).isAll()).isTrue();
    for (Role role : new Role[] {Role.USER, Role.VIEWER}) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> Whose.parse("all", caller(role)))
          .satisfies(
              refusal -> assertThat(refusal.problem().code()).isEqualTo(CommonProblem.NOT_ALLOWED));
    }
  }

  @Test
  void an_admins_key_made_for_reading_reads_what_is_their_own() {
    Caller key =
        Caller.ofApiKey(UUID.randomUUID(), Role.ADMIN, UUID.randomUUID(), true, Set.of(Scope.READ));

    assertThat(Whose.parse("own", key).member()).isEqualTo(key.memberId());
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Whose.parse("all", key));
  }

  @Test
  void another_word_is_no_scope() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Whose.parse("ALL", caller(Role.ADMIN)))
        .satisfies(
            refusal -> assertThat(refusal.problem().code()).isEqualTo(CommonProblem.INVALID_INPUT));
  }
}
