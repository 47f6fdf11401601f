package xyz.contentfactory.user.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.ProblemCode;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Language;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.member.NewMember;
import xyz.contentfactory.user.member.Preferences;
import xyz.contentfactory.user.member.Theme;
import xyz.contentfactory.user.member.Username;
import xyz.contentfactory.user.problem.UserProblem;

class ProfilesTest {
  private static final ClientAddress HERE = new ClientAddress("127.0.0.1");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ServiceDatabase database =
      ServiceDatabase.open("users", TestPostgres.freshDatabase());
  private final InstantSource clock = InstantSource.fixed(Instant.parse("2030-01-01T12:00:00Z"));
  private final Members members = new Members(database, clock);
  private final Profiles profiles =
      new Profiles(database, members, new AuditTrail(database, clock, JSON));

  @AfterEach
  void close() {
    database.close();
  }

  private Member add(String name) {
    EmailAddress email = new EmailAddress(name + "@example.com");
    NewMember wanted = new NewMember(email, new Username(name), "hash", Role.USER, true);
    return database.inTransaction(() -> members.add(wanted));
  }

  private Member change(Member member, ProfileRequest request) {
    return profiles.change(member.id(), request.parse(), HERE);
  }

  private static ProfileRequest named(@Nullable String username) {
    return new ProfileRequest(username, null, null, null, null);
  }

  @Test
  void what_is_said_is_kept_and_what_is_not_said_stays() {
    Member olga = add("olga");
    assertThat(olga.preferences()).isEqualTo(Preferences.NONE);

    change(olga, new ProfileRequest(null, "ru", "Asia/Yekaterinburg", "dark", null));
    change(olga, new ProfileRequest("olga.k", null, null, "system", null));

    assertThat(members.find(olga.id()))
        .hasValueSatisfying(found -> {
          assertThat(found.username()).isEqualTo("olga.k");
          assertThat(found.preferences())
              .isEqualTo(new Preferences(Language.RU, "Asia/Yekaterinburg", Theme.SYSTEM, null));
        });
  }

  @Test
  void the_preferences_stand_in_the_member_itself() {
    Member olga =
        change(add("olga"), new ProfileRequest(null, "en", "Europe/Paris", "light", null));

    assertThat(JSON.readTree(JSON.writeValueAsString(olga)).propertyNames())
        .contains("username", "language", "timeZone", "theme")
        .doesNotContain("preferences");
  }

  @Test
  void every_fault_is_told_at_once() {
    Member olga = add("olga");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> change(olga, new ProfileRequest("-", "de", "+03:00", "pink", null)))
        .satisfies(refusal -> {
          assertThat(refusal.problem().code()).isEqualTo(CommonProblem.INVALID_INPUT);
          assertThat(refusal.problem().errors())
              .extracting(FieldProblem::field)
              .containsExactly("username", "language", "timeZone", "theme");
        });
    assertThat(members.find(olga.id())).contains(olga);
  }

  @Test
  void a_name_that_somebody_has_in_any_case_is_refused_and_nothing_else_is_changed() {
    add("anna");
    Member olga = add("olga");

    assertThat(refusalOf(() -> change(olga, new ProfileRequest("ANNA", "ru", null, null, null))))
        .isEqualTo(UserProblem.USERNAME_TAKEN);
    assertThat(members.find(olga.id())).contains(olga);
    assertThat(change(olga, named("OLGA")).username()).isEqualTo("OLGA");
  }

  @Test
  void another_name_leaves_a_trace_the_same_name_none() {
    Member olga = add("olga");

    change(olga, named("olga"));
    assertThat(renames()).isEmpty();

    change(olga, named("olga.k"));
    assertThat(renames()).singleElement().asString().contains("\"olga\"", "\"olga.k\"");
  }

  @Test
  void who_is_gone_has_no_profile() {
    assertThat(refusalOf(() -> profiles.change(UUID.randomUUID(), named(null).parse(), HERE)))
        .isEqualTo(CommonProblem.SIGN_IN_NEEDED);
  }

  private List<@Nullable String> renames() {
    return database
        .sql()
        .sql("select details::text from audit_trail where action = 'member.rename'")
        .query(String.class)
        .list();
  }

  private static ProblemCode refusalOf(Runnable act) {
    try {
      act.run();
    } catch (ProblemException e) {
      return e.problem().code();
    }
    throw new AssertionError("not refused");
  }
}
