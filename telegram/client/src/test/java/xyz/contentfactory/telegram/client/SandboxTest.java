package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.telegram.client.LoginRefused.Reason;
import xyz.contentfactory.telegram.client.LoginStep.CodeSent;
import xyz.contentfactory.telegram.client.LoginStep.PasswordNeeded;
import xyz.contentfactory.telegram.client.LoginStep.SignedIn;
import xyz.contentfactory.telegram.mtproto.ConnectionLost;

/// The whole client against the sandbox, over real sockets.
@Timeout(240)
class SandboxTest {
  private static final PhoneNumber DMITRY_DC2 = new PhoneNumber("9996620001");
  private static final PhoneNumber EMMA_DC2_2FA = new PhoneNumber("9996620002");
  private static final PhoneNumber ANNA_DC1 = new PhoneNumber("9996610001");
  private static final PhoneNumber ELENA_DC3_2FA = new PhoneNumber("9996630001");
  private static final PhoneNumber BANNED = new PhoneNumber("9996620009");
  private static final PhoneNumber NOBODY = new PhoneNumber("9996629999");
  private static final long COFFEE_AND_CODE = 2_100_000_003L;

  @TempDir static Path folder;
  private static @Nullable SandboxTelegram started;

  private final RecordingOwner owner = new RecordingOwner();
  private final List<TelegramClient> opened = new ArrayList<>();

  @BeforeAll
  static void start() {
    started = new SandboxTelegram(folder);
  }

  @AfterAll
  static void stop() {
    sandbox().close();
  }

  private static SandboxTelegram sandbox() {
    return Objects.requireNonNull(started);
  }

  private TelegramClient open(RecordingOwner by) {
    var client = sandbox().open(by);
    opened.add(client);
    return client;
  }

  @AfterEach
  void close() {
    opened.forEach(TelegramClient::close);
  }

  private static CodeSent codeSent(TelegramClient client, PhoneNumber phone) {
    var step = client.login().sendCode(phone);
    assertThat(step).isInstanceOf(CodeSent.class);
    return (CodeSent) step;
  }

  private static LoginStep signIn(TelegramClient client, PhoneNumber phone) {
    var sent = codeSent(client, phone);
    return client.login().signIn(phone, sent.phoneCodeHash(), sandbox().code(phone));
  }

  private static Reason refusal(ThrowingCallable step) {
    return catchThrowableOfType(LoginRefused.class, step).reason();
  }

  private static OutgoingText text(Dialog dialog, String text, long randomId) {
    return new OutgoingText(
        dialog.peer(),
        text,
        List.of(new TextEntity(TextEntity.Kind.BOLD, 0, 5)),
        randomId,
        Instant.now());
  }

  private static Dialog dialog(TelegramClient client, long channel) {
    return client.dialogs().stream()
        .filter(dialog -> dialog.peer().id() == channel)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_login_by_code() {
    var client = open(owner);
    assertThat(signIn(client, DMITRY_DC2))
        .isInstanceOfSatisfying(
            SignedIn.class, in -> assertThat(in.user().username()).isEqualTo("dmitry_orlov"));
    assertThat(client.self().phone()).isEqualTo(DMITRY_DC2);
    assertThat(Objects.requireNonNull(owner.latest()).userId())
        .isEqualTo(client.storedLogin().userId());
    assertThat(client.storedLogin().signedIn()).isTrue();
  }

  @Test
  void a_login_with_a_cloud_password() {
    var client = open(owner);
    assertThat(signIn(client, EMMA_DC2_2FA))
        .isInstanceOfSatisfying(
            PasswordNeeded.class, needed -> assertThat(needed.hint()).isNotBlank());
    assertThat(refusal(() -> client.login().checkPassword("wrong".toCharArray())))
        .isEqualTo(Reason.PASSWORD_INVALID);
    var in = client.login().checkPassword("sandbox-0002".toCharArray());
    assertThat(in.user().displayName()).isEqualTo("Emma Clarke");
  }

  @Test
  void a_number_of_another_data_centre_moves_the_login_there() {
    var client = open(owner);
    assertThat(signIn(client, ANNA_DC1)).isInstanceOf(SignedIn.class);
    assertThat(client.storedLogin().homeDc()).isEqualTo(1);
    assertThat(client.storedLogin().keys()).containsOnlyKeys(1, 2);
    var homes = owner.stored.stream().map(bytes -> StoredLogin.fromBytes(bytes).homeDc()).toList();
    assertThat(homes).startsWith(2, 1).endsWith(1);
  }

  @Test
  void a_migration_and_a_cloud_password_together() {
    var client = open(owner);
    assertThat(signIn(client, ELENA_DC3_2FA)).isInstanceOf(PasswordNeeded.class);
    assertThat(client.login().checkPassword("sandbox-0001".toCharArray()).user().username())
        .isEqualTo("elena_morozova");
    assertThat(client.storedLogin().homeDc()).isEqualTo(3);
  }

  @Test
  void a_wrong_code_is_refused_and_the_right_one_still_works() {
    var client = open(owner);
    var hash = codeSent(client, DMITRY_DC2).phoneCodeHash();
    assertThat(refusal(() -> client.login().signIn(DMITRY_DC2, hash, "00000")))
        .isEqualTo(Reason.CODE_INVALID);
    assertThat(client.login().signIn(DMITRY_DC2, hash, sandbox().code(DMITRY_DC2)))
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void a_cancelled_code_is_worth_nothing() {
    var client = open(owner);
    var hash = codeSent(client, DMITRY_DC2).phoneCodeHash();
    client.login().cancelCode(DMITRY_DC2, hash);
    assertThat(refusal(() -> client.login().signIn(DMITRY_DC2, hash, sandbox().code(DMITRY_DC2))))
        .isEqualTo(Reason.CODE_EXPIRED);
  }

  @Test
  void an_expired_code_is_refused_by_name() {
    var client = open(owner);
    var hash = codeSent(client, DMITRY_DC2).phoneCodeHash();
    var code = sandbox().code(DMITRY_DC2);
    sandbox().set(DMITRY_DC2, "{\"codeExpired\":true}");
    assertThat(refusal(() -> client.login().signIn(DMITRY_DC2, hash, code)))
        .isEqualTo(Reason.CODE_EXPIRED);
  }

  @Test
  void numbers_that_cannot_log_in_are_refused_by_name() {
    var client = open(owner);
    assertThat(refusal(() -> client.login().sendCode(BANNED)))
        .isEqualTo(Reason.PHONE_NUMBER_BANNED);
    assertThat(refusal(() -> client.login().sendCode(new PhoneNumber("12345"))))
        .isEqualTo(Reason.PHONE_NUMBER_INVALID);
    assertThat(refusal(() -> signIn(client, NOBODY))).isEqualTo(Reason.PHONE_NUMBER_NOT_REGISTERED);
  }

  @Test
  void a_flood_wait_is_reported_with_its_length() {
    var client = open(owner);
    sandbox()
        .fault(
            "{\"number\":\"9996620003\",\"method\":\"auth.sendCode\",\"kind\":\"FLOOD_WAIT\",\"seconds\":77,\"times\":1}");
    assertThatThrownBy(() -> client.login().sendCode(new PhoneNumber("9996620003")))
        .isInstanceOfSatisfying(
            RpcException.class,
            refused ->
                assertThat(refused.error())
                    .isEqualTo(
                        new RpcError.FloodWait(420, "FLOOD_WAIT_77", Duration.ofSeconds(77))));
  }

  @Test
  void a_restart_between_code_and_sign_in_goes_on_with_the_same_key() {
    var before = open(owner);
    var hash = codeSent(before, ANNA_DC1).phoneCodeHash();
    var key = before.storedLogin().key(1);
    before.close();
    var after = open(owner);
    assertThat(after.login().signIn(ANNA_DC1, hash, sandbox().code(ANNA_DC1)))
        .isInstanceOf(SignedIn.class);
    assertThat(Objects.requireNonNull(after.storedLogin().key(1)).key())
        .isEqualTo(Objects.requireNonNull(key).key());
  }

  @Test
  void dialogs_say_where_this_account_may_post() {
    var client = open(owner);
    var _ = signIn(client, DMITRY_DC2);
    var dialogs = client.dialogs();
    assertThat(dialogs).extracting(Dialog::title).contains("Утренний бриф", "City Weekend");
    var own = dialog(client, COFFEE_AND_CODE);
    assertThat(own.owner()).isTrue();
    assertThat(own.kind()).isEqualTo(Dialog.Kind.CHANNEL);
    assertThat(own.username()).isEqualTo("coffee_code_sandbox");
    assertThat(own.rights().post()).isTrue();
    assertThat(own.members()).isPositive();
    assertThat(dialog(client, 2_100_000_002L).rights().post()).isFalse();
  }

  @Test
  void a_text_is_sent_once_however_often_it_is_tried() {
    var client = open(owner);
    var _ = signIn(client, DMITRY_DC2);
    var channel = dialog(client, COFFEE_AND_CODE);
    var random = 4_242_000_001L;
    var first = client.sendText(text(channel, "Hello from the client", random));
    var again = client.sendText(text(channel, "Hello from the client", random));
    assertThat(again.number()).isEqualTo(first.number());
    assertThat(first.link(channel.username()))
        .isEqualTo("https://t.me/coffee_code_sandbox/" + first.number());
    assertThat(sandbox().posts(COFFEE_AND_CODE)).containsOnlyOnce("Hello from the client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLOSE", "EXECUTE_AND_CLOSE", "DROP_ANSWER"})
  void a_call_or_answer_lost_on_the_way_does_not_post_twice(String fault) {
    var client = sandbox().open(owner, Duration.ofSeconds(8));
    opened.add(client);
    var _ = signIn(client, DMITRY_DC2);
    var channel = dialog(client, COFFEE_AND_CODE);
    sandbox()
        .fault(
            "{\"number\":\"9996620001\",\"method\":\"messages.sendMessage\",\"kind\":\"%s\",\"times\":1}"
                .formatted(fault));
    var text = "Once and only once: " + fault;
    var random = fault.hashCode() + 4_242_000_000L;
    var sent = sentAtLast(client, text(channel, text, random));
    assertThat(sent.number()).isPositive();
    assertThat(sandbox().posts(COFFEE_AND_CODE)).containsOnlyOnce(text);
  }

  /// As whoever delivers would: the same random id until there is an answer.
  private static SentMessage sentAtLast(TelegramClient client, OutgoingText text) {
    try {
      return client.sendText(text);
    } catch (ConnectionLost _) {
      return client.sendText(text);
    }
  }

  @Test
  void a_code_may_be_sent_again_by_another_way_after_a_while() {
    var client = open(owner);
    var sent = codeSent(client, ANNA_DC1);
    assertThat(sent.via()).isEqualTo(DeliveredVia.APP);
    assertThat(sent.nextVia()).isEqualTo(DeliveredVia.SMS);
    assertThat(sent.resendAfter()).isEqualTo(Duration.ofSeconds(60));
    assertThatThrownBy(() -> client.login().resendCode(ANNA_DC1, sent.phoneCodeHash()))
        .isInstanceOfSatisfying(
            RpcException.class,
            refused -> assertThat(refused.error()).isInstanceOf(RpcError.FloodWait.class));
    client.close();
    sandbox().advance(Duration.ofSeconds(61));
    var later = open(owner);
    assertThat(later.login().resendCode(ANNA_DC1, sent.phoneCodeHash()))
        .isInstanceOfSatisfying(
            CodeSent.class, again -> assertThat(again.via()).isEqualTo(DeliveredVia.SMS));
  }

  @Test
  void a_post_that_stands_is_edited_pinned_and_deleted() {
    var client = open(owner);
    var _ = signIn(client, DMITRY_DC2);
    var channel = dialog(client, COFFEE_AND_CODE);
    var number =
        Objects.requireNonNull(
            client.sendText(text(channel, "Before the edit", 4_242_000_010L)).number());
    var edited =
        new EditedText(
            channel.peer(),
            number,
            "After the edit",
            List.of(),
            OutgoingText.Preview.NONE,
            List.of());
    client.editText(edited);
    assertThat(sandbox().posts(COFFEE_AND_CODE))
        .contains("After the edit")
        .doesNotContain("Before the edit");
    assertThatThrownBy(() -> client.editText(edited)).hasMessageContaining("MESSAGE_NOT_MODIFIED");

    client.pinMessage(channel.peer(), number, true);
    assertThat(sandbox().posts(COFFEE_AND_CODE)).contains("\"pinned\":true");
    assertThatThrownBy(() -> client.pinMessage(channel.peer(), number, true))
        .hasMessageContaining("CHAT_NOT_MODIFIED");
    client.pinMessage(channel.peer(), number, false);

    client.deleteMessages(channel.peer(), List.of(number));
    client.deleteMessages(channel.peer(), List.of(number));
    assertThat(sandbox().posts(COFFEE_AND_CODE)).doesNotContain("After the edit");
    assertThatThrownBy(() -> client.editText(edited)).hasMessageContaining("MESSAGE_ID_INVALID");
  }

  @Test
  void a_post_where_one_may_only_read_is_refused() {
    var client = open(owner);
    var _ = signIn(client, DMITRY_DC2);
    var readOnly = dialog(client, 2_100_000_002L);
    assertThatThrownBy(() -> client.sendText(text(readOnly, "Hello there", 4_242_000_003L)))
        .isInstanceOfSatisfying(
            RpcException.class,
            refused -> assertThat(refused.error()).isInstanceOf(RpcError.Refused.class));
  }

  @Test
  void logging_out_ends_the_login_at_telegram_too() {
    var client = open(owner);
    var _ = signIn(client, DMITRY_DC2);
    var old = new RecordingOwner();
    old.loginChanged(client.storedLogin());
    client.logOut();
    assertThat(owner.latest()).isEqualTo(StoredLogin.empty(2));
    assertThatThrownBy(() -> open(old).self()).isInstanceOf(RpcException.class);
    assertThat(old.ending()).isInstanceOf(RpcError.LoggedOut.class);
  }

  @Test
  void sixty_idle_clients_fit_into_little_memory() {
    var owners = new ArrayList<RecordingOwner>();
    for (var i = 0; i < 60; i++) {
      var phone = new PhoneNumber("99966" + (1 + i % 3) + "%04d".formatted(5000 + i));
      sandbox().set(phone, "{\"name\":\"Idle " + i + "\"}");
      var each = new RecordingOwner();
      owners.add(each);
      assertThat(signIn(open(each), phone)).isInstanceOf(SignedIn.class);
    }
    opened.forEach(client -> assertThat(client.self().id()).isPositive());
    opened.forEach(TelegramClient::close);
    opened.clear();
    var before = usedAfterCollection();
    owners.forEach(this::open);
    opened.forEach(client -> assertThat(client.self().id()).isPositive());
    var each = (usedAfterCollection() - before) / opened.size();
    System.out.println("heap of an idle client and its half of the sandbox: " + each + " bytes");
    assertThat(each).isLessThan(150_000);
  }

  private static long usedAfterCollection() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
