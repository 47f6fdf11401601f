package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static xyz.contentfactory.telegram.client.Samples.PHONE;
import static xyz.contentfactory.telegram.client.Samples.sentCode;
import static xyz.contentfactory.telegram.client.ScriptedTelegram.error;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xyz.contentfactory.telegram.client.LoginRefused.Reason;
import xyz.contentfactory.telegram.client.LoginStep.CodeSent;
import xyz.contentfactory.telegram.tl.method.auth.SendCode;
import xyz.contentfactory.telegram.tl.method.auth.SignIn;
import xyz.contentfactory.telegram.tl.type.auth.AuthorizationSignUpRequired;
import xyz.contentfactory.telegram.tl.type.auth.CodeTypeCall;
import xyz.contentfactory.telegram.tl.type.auth.PlainSentCode;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeSuccess;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeApp;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeFlashCall;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeSetUpEmailRequired;

@Timeout(240)
class LoginTest {
  private final ScriptedTelegram telegram = new ScriptedTelegram();
  private final RecordingOwner owner = new RecordingOwner();
  private final TelegramClient client = telegram.open(owner);

  @AfterEach
  void close() {
    client.close();
    telegram.close();
  }

  @Test
  void a_code_step_says_how_the_code_travels_and_when_it_can_be_resent() {
    telegram.on(
        SendCode.class,
        PlainSentCode.builder()
            .type(new SentCodeTypeApp(5))
            .phoneCodeHash("abc")
            .nextType(new CodeTypeCall())
            .timeout(90)
            .build());
    var step = client.login().sendCode(PHONE);
    assertThat(step)
        .isEqualTo(
            new CodeSent(
                "abc", DeliveredVia.APP, 5, DeliveredVia.CALL, java.time.Duration.ofSeconds(90)));
    var asked = telegram.calls(SendCode.class).getFirst();
    assertThat(asked.phoneNumber()).isEqualTo("9996621234");
    assertThat(asked.apiId()).isEqualTo(4242);
  }

  @Test
  void the_key_is_stored_before_the_code_is_asked_for() {
    telegram.on(
        SendCode.class,
        _ -> {
          assertThat(owner.stored).hasSize(1);
          return ScriptedTelegram.result(sentCode(new SentCodeTypeFlashCall("*")));
        });
    assertThat(client.login().sendCode(PHONE))
        .isInstanceOfSatisfying(
            CodeSent.class, sent -> assertThat(sent.via()).isEqualTo(DeliveredVia.FLASH_CALL));
  }

  @Test
  void a_login_without_a_code_is_a_login() {
    telegram.on(SendCode.class, new SentCodeSuccess(Samples.authorization()));
    assertThat(client.login().sendCode(PHONE)).isInstanceOf(LoginStep.SignedIn.class);
    assertThat(owner.latest()).isNotNull().matches(StoredLogin::signedIn);
  }

  @Test
  void a_step_that_wants_an_email_set_up_is_refused_by_name() {
    telegram.on(SendCode.class, sentCode(SentCodeTypeSetUpEmailRequired.builder().build()));
    assertThat(refusal(() -> client.login().sendCode(PHONE))).isEqualTo(Reason.EMAIL_SETUP_NEEDED);
  }

  @Test
  void a_number_without_an_account_is_refused_by_name() {
    telegram.on(SignIn.class, AuthorizationSignUpRequired.builder().build());
    assertThat(refusal(() -> client.login().signIn(PHONE, "abc", "22222")))
        .isEqualTo(Reason.PHONE_NUMBER_NOT_REGISTERED);
    assertThat(client.storedLogin().signedIn()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "400, PHONE_NUMBER_INVALID, PHONE_NUMBER_INVALID",
    "400, PHONE_NUMBER_BANNED, PHONE_NUMBER_BANNED",
    "400, PHONE_NUMBER_UNOCCUPIED, PHONE_NUMBER_NOT_REGISTERED",
    "400, PHONE_CODE_INVALID, CODE_INVALID",
    "400, PHONE_CODE_EXPIRED, CODE_EXPIRED",
    "400, API_ID_INVALID, APP_CREDENTIALS_INVALID"
  })
  void what_a_person_can_mend_has_a_reason(int code, String type, Reason reason) {
    telegram.on(SignIn.class, _ -> error(code, type));
    assertThat(refusal(() -> client.login().signIn(PHONE, "abc", "22222"))).isEqualTo(reason);
  }

  @Test
  void a_flood_wait_is_reported_not_slept() {
    telegram.on(SendCode.class, _ -> error(420, "FLOOD_WAIT_86400"));
    assertThatThrownBy(() -> client.login().sendCode(PHONE))
        .isInstanceOfSatisfying(
            RpcException.class,
            refused -> assertThat(refused.error()).isInstanceOf(RpcError.FloodWait.class));
  }

  @Test
  void a_restart_asked_for_by_telegram_is_made_once() {
    var asked = new AtomicInteger();
    telegram.on(
        SendCode.class,
        _ ->
            asked.getAndIncrement() == 0
                ? error(500, "AUTH_RESTART")
                : ScriptedTelegram.result(sentCode(new SentCodeTypeApp(5))));
    assertThat(client.login().sendCode(PHONE)).isInstanceOf(CodeSent.class);
  }

  @Test
  void a_login_that_cannot_be_stored_is_not_made() {
    telegram.on(SignIn.class, Samples.authorization());
    client.login();
    owner.refuse = null;
    telegram.on(
        SignIn.class,
        _ -> {
          owner.refuse = new IllegalStateException("the database is gone");
          return ScriptedTelegram.result(Samples.authorization());
        });
    assertThatThrownBy(() -> client.login().signIn(PHONE, "abc", "22222"))
        .hasMessage("the database is gone");
    assertThat(client.storedLogin().signedIn()).isFalse();
  }

  private static Reason refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
    return catchThrowableOfType(LoginRefused.class, step).reason();
  }
}
