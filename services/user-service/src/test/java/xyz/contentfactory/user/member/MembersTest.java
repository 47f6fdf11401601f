package xyz.contentfactory.user.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.problem.UserProblem;

class MembersTest {
  private final ServiceDatabase database =
      ServiceDatabase.open("users", TestPostgres.freshDatabase());
  private final Members members =
      new Members(database, InstantSource.fixed(Instant.parse("2030-01-01T12:00:00Z")));

  @AfterEach
  void close() {
    database.close();
  }

  private Member add(String email, @Nullable String username) {
    return database.inTransaction(() ->
        members.add(
            new NewMember(
                new EmailAddress(email),
                username == null ? null : new Username(username),
                "hash",
                Role.USER,
                false)));
  }

  @Test
  void of_many_first_registrations_at_once_exactly_one_is_admin_and_every_name_is_its_own()
      throws Exception {
    List<Callable<Member>> registrations = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String email = "anna@example" + (char) ('a' + i) + ".com";
      registrations.add(() -> add(email, null));
    }
    List<Member> added = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var member : threads.invokeAll(registrations)) {
        added.add(member.get());
      }
    }

    assertThat(added).filteredOn(member -> member.role() == Role.ADMIN).hasSize(1);
    assertThat(added).extracting(Member::username).doesNotHaveDuplicates().contains("anna");
  }

  @Test
  void of_the_same_email_at_once_exactly_one_is_registered() throws Exception {
    List<Callable<Boolean>> registrations = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      registrations.add(() -> !refuses(UserProblem.EMAIL_TAKEN, "same@example.com", null));
    }
    int added = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(registrations)) {
        added += one.get() ? 1 : 0;
      }
    }

    assertThat(added).isEqualTo(1);
  }

  private boolean refuses(UserProblem problem, String email, @Nullable String username) {
    try {
      add(email, username);
      return false;
    } catch (ProblemException e) {
      assertThat(e.problem().code()).isEqualTo(problem);
      return true;
    }
  }

  @Test
  void a_username_is_taken_in_any_case() {
    add("a@example.com", "Anna");

    assertThat(refuses(UserProblem.USERNAME_TAKEN, "b@example.com", "aNNA")).isTrue();
    assertThat(add("anna@example.com", null).username()).isEqualTo("anna2");
  }

  @Test
  void a_member_is_found_as_it_was_added() {
    Member member = add("a@example.com", null);

    assertThat(members.find(member.id())).contains(member);
    assertThat(members.findForSignIn(new EmailAddress("a@example.com")))
        .hasValueSatisfying(found -> {
          assertThat(found.member()).isEqualTo(member);
          assertThat(found.passwordHash()).isEqualTo("hash");
          assertThat(found.toString()).doesNotContain("hash=");
        });
    assertThat(members.find(UUID.randomUUID())).isEmpty();
  }

  @Test
  void the_audit_trail_can_only_grow() {
    database
        .sql()
        .sql(
            """
            insert into audit_trail (id, at, action, outcome, address, details)
            values (gen_random_uuid(), now(), 'a', 'OK', '-', '{}')
            """)
        .update();
    for (String change :
        new String[] {
          "update audit_trail set action = 'b'", "delete from audit_trail", "truncate audit_trail"
        }) {
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> database.sql().sql(change).update())
          .withMessageContaining("append-only");
    }
  }
}
