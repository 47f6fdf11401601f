package xyz.contentfactory.telegram.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.Srp;
import xyz.contentfactory.telegram.sandbox.SettableClock;
import xyz.contentfactory.telegram.sandbox.world.Logins.Step;

class WorldTest {

  private static final PhoneNumber ANNA = new PhoneNumber("9996610001");
  private static final PhoneNumber OLIVER = new PhoneNumber("9996610002");
  private static final PhoneNumber MARIA = new PhoneNumber("9996610003");
  private static final long BRIEF = 2100000001L;
  private static final long EDITORS = 2100000007L;
  private static final KnownKey KEY =
      KnownKey.issued(1, 77, new KnownKey.Issue(new byte[256], 0, 0, 0));

  private final SettableClock clock = new SettableClock();

  @TempDir private static Path template;

  private final Path folder;
  private final World world;

  /// Making a world costs a key; each test begins with a copy of one.
  @BeforeAll
  static void make_a_world() {
    World.open(template, new SettableClock(), Entropy.secure()).close();
  }

  WorldTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.copy(template.resolve("world.mv"), folder.resolve("world.mv"));
    world = World.open(folder, clock, Entropy.secure());
  }

  @BeforeEach
  void keep_a_key() {
    look(w -> {
      w.keys().keep(KEY);
      return true;
    });
  }

  @AfterEach
  void close() {
    world.close();
  }

  private <T> T look(Function<World, T> work) {
    return world.look(() -> work.apply(world));
  }

  private static void refused(String type, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.type()).isEqualTo(type));
  }

  private LoginCode send(PhoneNumber phone) {
    return look(w -> w.logins().sendCode(phone, phone.dc(), KEY, w.now()));
  }

  private Step signIn(PhoneNumber phone, String hash, String code) {
    return look(w -> w.logins().signIn(phone, phone.dc(), hash, code, KEY, w.now()));
  }

  private int lastNumber() {
    return world.look(() -> world.channels().lastNumber(BRIEF));
  }

  private Writing.SentPost post(PhoneNumber sender, long channel, String text, long randomId) {
    return look(w ->
        w.writing()
            .toChannel(
                w.people().of(sender).orElseThrow(),
                w.channels().find(channel).orElseThrow(),
                new Draft(FormattedText.checked(text, List.of()), randomId, false, false, null),
                w.now()));
  }

  @Test
  void the_right_code_signs_in_and_is_used_up() {
    LoginCode code = send(ANNA);
    assertThat(code.code()).isEqualTo("11111");
    assertThat(signIn(ANNA, code.hash(), "11111")).isInstanceOf(Step.SignedIn.class);
    assertThat(look(w -> w.keys().find(1, 77, 0)).orElseThrow().personId()).isEqualTo(5000010001L);
    refused("PHONE_CODE_EXPIRED", () -> signIn(ANNA, code.hash(), "11111"));
  }

  @Test
  void a_code_lives_five_minutes() {
    LoginCode code = send(ANNA);
    clock.pass(Duration.ofSeconds(LoginCode.LIFE_SECONDS));
    refused("PHONE_CODE_EXPIRED", () -> signIn(ANNA, code.hash(), "11111"));
  }

  @Test
  void a_new_code_takes_the_place_of_the_old_one() {
    LoginCode first = send(ANNA);
    LoginCode second = send(ANNA);
    refused("PHONE_CODE_EXPIRED", () -> signIn(ANNA, first.hash(), "11111"));
    assertThat(signIn(ANNA, second.hash(), "11111")).isInstanceOf(Step.SignedIn.class);
  }

  @Test
  void five_wrong_codes_are_followed_by_a_flood_wait_that_ends() {
    LoginCode code = send(ANNA);
    for (int i = 0; i < 5; i++) {
      refused("PHONE_CODE_INVALID", () -> signIn(ANNA, code.hash(), "12345"));
    }
    refused("FLOOD_WAIT_60", () -> signIn(ANNA, code.hash(), "11111"));
    clock.pass(Duration.ofSeconds(60));
    assertThat(signIn(ANNA, code.hash(), "11111")).isInstanceOf(Step.SignedIn.class);
  }

  @Test
  void a_code_is_sent_again_by_the_next_way_after_the_timeout_only() {
    LoginCode code = send(ANNA);
    assertThat(code.via()).isEqualTo(LoginCode.Via.APP);
    Supplier<LoginCode> resend =
        () -> look(w -> w.logins().resendCode(ANNA, 1, code.hash(), w.now()));
    refused("FLOOD_WAIT_60", resend::get);
    clock.pass(Duration.ofMinutes(1));
    assertThat(resend.get().via()).isEqualTo(LoginCode.Via.SMS);
    clock.pass(Duration.ofMinutes(1));
    assertThat(resend.get().via()).isEqualTo(LoginCode.Via.CALL);
    clock.pass(Duration.ofMinutes(1));
    refused("SEND_CODE_UNAVAILABLE", resend::get);
  }

  @Test
  void the_code_comes_as_a_letter_from_telegram() {
    List<Outcome> outcomes = new ArrayList<>();
    world.change(outcomes::addAll, () -> world.logins().sendCode(ANNA, 1, KEY, world.now()));
    assertThat(outcomes)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.LetterCame.class,
            came -> {
              assertThat(came.letter().withId()).isEqualTo(Person.TELEGRAM);
              assertThat(came.letter().text()).contains("11111");
            });
  }

  @Test
  void numbers_that_are_elsewhere_banned_or_nonsense_are_told_so() {
    refused("PHONE_MIGRATE_1", () -> look(w -> w.logins().sendCode(ANNA, 2, KEY, w.now())));
    refused("PHONE_NUMBER_BANNED", () -> send(new PhoneNumber("9996620009")));
    refused("PHONE_NUMBER_INVALID", () -> PhoneNumber.parse("+49 170 1234567"));
    refused("PHONE_NUMBER_INVALID", () -> PhoneNumber.parse("9996640001"));
    assertThat(PhoneNumber.parse("+99966 1 0001")).isEqualTo(ANNA);
  }

  @Test
  void a_number_without_an_account_gets_a_code_and_is_asked_to_sign_up() {
    PhoneNumber nobody = new PhoneNumber("9996614321");
    assertThat(signIn(nobody, send(nobody).hash(), "11111")).isEqualTo(new Step.NoAccount());
  }

  @Test
  void a_cloud_password_is_asked_for_and_checked() {
    assertThat(signIn(OLIVER, send(OLIVER).hash(), "11111"))
        .isInstanceOf(Step.PasswordNeeded.class);
    check("sandbox-0002");
    refused("PASSWORD_HASH_INVALID", () -> check("sandbox-0003"));
  }

  @Test
  void the_passwords_of_the_sample_people_are_as_their_hints_say() {
    for (Person person : look(w -> w.people().all())) {
      CloudPassword password = person.cloudPassword();
      if (password != null) {
        assertThat(password.hint()).startsWith("sandbox- and the last four digits");
        var challenge = look(w -> w.cloudPasswords().challenge(person, password));
        String typed = "sandbox-" + person.phone().substring(6);
        check(person, password, challenge.srpId(), prove(typed, password, challenge));
      }
    }
  }

  @Test
  void a_password_challenge_is_used_once_and_belongs_to_one_person() {
    Person oliver = look(w -> w.people().of(OLIVER).orElseThrow());
    CloudPassword password = password(oliver);
    var challenge = look(w -> w.cloudPasswords().challenge(oliver, password));
    Srp.Proof proof = prove("sandbox-0002", password, challenge);
    Runnable check = () -> check(oliver, password, challenge.srpId(), proof);
    check.run();
    refused("SRP_ID_INVALID", check::run);
  }

  private void check(String typed) {
    Person oliver = look(w -> w.people().of(OLIVER).orElseThrow());
    CloudPassword password = password(oliver);
    var challenge = look(w -> w.cloudPasswords().challenge(oliver, password));
    check(oliver, password, challenge.srpId(), prove(typed, password, challenge));
  }

  private void check(Person person, CloudPassword password, long srpId, Srp.Proof proof) {
    look(w -> {
      w.cloudPasswords().check(person, password, srpId, proof, w.now());
      return true;
    });
  }

  private static CloudPassword password(Person person) {
    CloudPassword password = person.cloudPassword();
    assertThat(password).isNotNull();
    return password;
  }

  private Srp.Proof prove(
      String typed, CloudPassword password, CloudPasswords.Challenge challenge) {
    Srp srp = new Srp(world.cloudPasswords().group(), password.salt1(), password.salt2());
    return srp.prove(typed.toCharArray(), challenge.serverNumber(), Entropy.secure());
  }

  @Test
  void a_repeated_random_id_does_not_write_again() {
    Writing.SentPost first = post(ANNA, BRIEF, "once", 42);
    Writing.SentPost again = post(ANNA, BRIEF, "once", 42);
    assertThat(again.repeated()).isTrue();
    assertThat(again.post()).isEqualTo(first.post());
    assertThat(lastNumber()).isEqualTo(first.post().number());
    refused("RANDOM_ID_DUPLICATE", () -> post(ANNA, EDITORS, "once", 42));
    assertThat(post(OLIVER, BRIEF, "another person's 42", 42).repeated()).isFalse();
  }

  @Test
  void only_those_may_write_who_have_the_right() {
    refused("CHAT_ADMIN_REQUIRED", () -> post(MARIA, BRIEF, "no", 1));
    refused("CHAT_WRITE_FORBIDDEN", () -> post(MARIA, EDITORS, "muted", 2));
    refused("CHAT_WRITE_FORBIDDEN", () -> post(MARIA, 2100000002L, "not a member", 3));
    refused("CHAT_ADMIN_REQUIRED", () -> post(ANNA, 2100000004L, "may edit, not post", 4));
    assertThat(post(OLIVER, EDITORS, "a plain member of a group may", 5).repeated()).isFalse();
  }

  @Test
  void texts_are_bounded_trimmed_and_their_formatting_stays_inside() {
    refused("MESSAGE_EMPTY", () -> FormattedText.checked(" \n ", List.of()));
    refused("MESSAGE_TOO_LONG", () -> FormattedText.checked("x".repeat(4097), List.of()));
    refused("ENTITY_BOUNDS_INVALID", () -> bold("text", 2, 3));
    refused("ENTITY_BOUNDS_INVALID", () -> bold("text", -1, 2));
    refused("ENTITY_BOUNDS_INVALID", () -> bold("text", 1, Integer.MAX_VALUE));
    assertThat(bold("  bold  ", 0, 8))
        .isEqualTo(new FormattedText("bold", List.of(TextEntity.plain("bold", 0, 4))));
  }

  private static FormattedText bold(String text, int offset, int length) {
    return FormattedText.checked(text, List.of(TextEntity.plain("bold", offset, length)));
  }

  @Test
  void access_hashes_differ_by_viewer() {
    assertThat(world.accessHashes().ofChannel(1, BRIEF))
        .isNotEqualTo(world.accessHashes().ofChannel(2, BRIEF))
        .isNotEqualTo(world.accessHashes().ofPerson(1, BRIEF));
  }

  @Test
  void whatever_was_answered_survives_a_kill() throws IOException {
    LoginCode code = send(ANNA);
    Writing.SentPost sent = post(ANNA, BRIEF, "kept", 99);
    Path copy = Files.createDirectories(folder.resolve("killed"));
    Files.copy(folder.resolve("world.mv"), copy.resolve("world.mv"));
    try (World again = World.open(copy, clock, Entropy.secure())) {
      assertThat(again.identity().key().publicKey()).isEqualTo(world.identity().key().publicKey());
      assertThat(again.look(() -> again.channels().post(BRIEF, sent.post().number())))
          .contains(sent.post());
      Step step =
          again.look(() -> again.logins().signIn(ANNA, 1, code.hash(), "11111", KEY, again.now()));
      assertThat(step).isInstanceOf(Step.SignedIn.class);
    }
  }

  @Test
  void after_a_day_what_nobody_logged_in_with_is_let_go() throws IOException {
    KnownKey used = KnownKey.issued(1, 78, new KnownKey.Issue(new byte[256], world.now(), 0, 0));
    look(w -> {
      w.keys().keep(used);
      return w.logins().signedIn(w.people().of(ANNA).orElseThrow(), used, w.now());
    });
    send(MARIA);
    world.close();
    clock.pass(Duration.ofHours(25));
    try (World next = World.open(folder, clock, Entropy.secure())) {
      assertThat(next.look(() -> next.keys().find(1, 78, next.now()))).isPresent();
      assertThat(next.look(() -> next.keys().find(1, 77, next.now()))).isEmpty();
      assertThat(next.look(() -> next.codes().last(MARIA))).isEmpty();
    }
  }

  @Test
  void a_refused_change_that_broke_half_way_leaves_nothing() {
    int before = lastNumber();
    assertThatThrownBy(() ->
            look(w -> {
              w.channels()
                  .publish(
                      w.channels().find(BRIEF).orElseThrow(),
                      1,
                      w.now(),
                      Draft.plain(new FormattedText("half", List.of())),
                      1);
              throw new IllegalStateException("a bug");
            }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(lastNumber()).isEqualTo(before);
  }

  @Test
  void a_second_process_is_told_that_the_folder_is_in_use() {
    assertThatThrownBy(() -> World.open(folder, clock, Entropy.secure()))
        .isInstanceOf(WorldStore.InUse.class)
        .hasMessageContaining("in use");
  }

  @Test
  void faults_strike_whom_they_name_as_often_as_they_say() {
    Fault fault =
        new Fault(0, ANNA.digits(), "messages.sendMessage", Fault.Kind.FLOOD_WAIT, 5, 0, null, 2);
    look(w -> w.faults().add(fault));
    assertThat(strike(OLIVER, "messages.sendMessage")).isFalse();
    assertThat(strike(ANNA, "help.getConfig")).isFalse();
    assertThat(strike(ANNA, "messages.sendMessage")).isTrue();
    assertThat(strike(ANNA, "messages.sendMessage")).isTrue();
    assertThat(strike(ANNA, "messages.sendMessage")).isFalse();
  }

  private boolean strike(PhoneNumber phone, String method) {
    return look(w -> w.faults().strike(phone.digits(), method).isPresent());
  }
}
