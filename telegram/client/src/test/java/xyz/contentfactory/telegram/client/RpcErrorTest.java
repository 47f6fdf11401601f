package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xyz.contentfactory.telegram.client.RpcError.MigrateKind;

class RpcErrorTest {

  @ParameterizedTest
  @CsvSource({
    "420, FLOOD_WAIT_42, FloodWait",
    "420, FLOOD_PREMIUM_WAIT_3, FloodWait",
    "420, FLOOD_TEST_PHONE_WAIT_3, FloodWait",
    "420, TAKEOUT_INIT_DELAY_WAIT_X, FloodWait",
    "420, FLOOD_WAIT_99999999999999, FloodWait",
    "420, SLOWMODE_WAIT_9, SlowMode",
    "420, FROZEN_METHOD_INVALID, Refused",
    "303, PHONE_MIGRATE_4, Migrate",
    "303, STATS_MIGRATE_1, Migrate",
    "303, PHONE_MIGRATE_0, Refused",
    "303, PHONE_MIGRATE_99999999999, Refused",
    "401, SESSION_PASSWORD_NEEDED, PasswordNeeded",
    "401, AUTH_KEY_UNREGISTERED, LoggedOut",
    "401, SESSION_REVOKED, LoggedOut",
    "401, USER_DEACTIVATED_BAN, LoggedOut",
    "401, AUTH_KEY_PERM_EMPTY, Refused",
    "406, AUTH_KEY_DUPLICATED, KeyDuplicated",
    "400, PEER_FLOOD, Refused",
    "400, FLOOD_WAIT_1, Refused",
    "403, CHAT_WRITE_FORBIDDEN, Refused",
    "500, RANDOM_ID_DUPLICATE, ServerFault",
    "-503, Timeout, ServerFault",
    "0, '', Refused"
  })
  void an_error_is_sorted_by_its_remedy(int code, String type, String kind) {
    var error = RpcError.of(code, type);
    assertThat(error.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.type()).isEqualTo(type);
  }

  @Test
  void waits_carry_their_length() {
    assertThat(RpcError.of(420, "FLOOD_WAIT_42"))
        .isEqualTo(new RpcError.FloodWait(420, "FLOOD_WAIT_42", Duration.ofSeconds(42)));
    assertThat(RpcError.of(420, "SLOWMODE_WAIT_9"))
        .isEqualTo(new RpcError.SlowMode(420, "SLOWMODE_WAIT_9", Duration.ofSeconds(9)));
  }

  @Test
  void a_move_says_what_moves_and_where() {
    assertThat(RpcError.of(303, "USER_MIGRATE_5"))
        .isEqualTo(new RpcError.Migrate(303, "USER_MIGRATE_5", MigrateKind.USER, 5));
  }
}
