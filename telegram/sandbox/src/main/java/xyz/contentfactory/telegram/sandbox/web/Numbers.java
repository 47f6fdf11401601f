package xyz.contentfactory.telegram.sandbox.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.telegram.sandbox.world.CloudPassword;
import xyz.contentfactory.telegram.sandbox.world.LoginCode;
import xyz.contentfactory.telegram.sandbox.world.LoginCodes;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.PhoneNumber;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.World;

/// The numbers: who they are, their last login code, and what can be set about them.
final class Numbers {

  private static final Set<String> SETTABLE =
      Set.of("name", "cloudPassword", "hint", "banned", "codeDelivery", "codeExpired");
  private static final int MOST_PASSWORD = 256;

  /// A number in full.
  record Listed(
      String phone,
      String id,
      String name,
      @Nullable String username,
      int dc,
      boolean cloudPasswordSet,
      @Nullable String hint,
      boolean banned,
      Person.CodeDelivery codeDelivery,
      boolean codeSent) {

    static Listed of(Person p, LoginCodes codes) {
      return new Listed(
          p.phone(),
          String.valueOf(p.id()),
          p.name(),
          p.username(),
          p.dc(),
          p.cloudPassword() != null,
          p.cloudPassword() == null ? null : p.cloudPassword().hint(),
          p.banned(),
          p.codeDelivery(),
          codes.last(new PhoneNumber(p.phone())).isPresent());
    }
  }

  record Items(List<Listed> items) {}

  record LastCode(
      String code, LoginCode.Via via, Instant sentAt, Instant expiresAt, boolean valid) {}

  private final World world;
  private final Changes changes;

  Numbers(World world, Changes changes) {
    this.world = world;
    this.changes = changes;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/sandbox/numbers", _ -> all()),
        Route.of("GET", "/api/sandbox/numbers/{phone}", call -> one(call.phone())),
        Route.of("PUT", "/api/sandbox/numbers/{phone}", this::set),
        Route.of("GET", "/api/sandbox/numbers/{phone}/code", this::code));
  }

  private Items all() {
    return new Items(world.look(() -> world.people().all().stream().map(this::listed).toList()));
  }

  private Listed one(PhoneNumber phone) {
    return world.look(() -> listed(person(world, phone)));
  }

  private Listed listed(Person person) {
    return Listed.of(person, world.codes());
  }

  static Person person(World world, PhoneNumber phone) {
    return world
        .people()
        .of(phone)
        .orElseThrow(() -> HttpProblem.notFound("This number has no account."));
  }

  private LastCode code(HttpCall call) {
    if (!call.fromLoopback()) {
      throw new HttpProblem(403, "not-allowed", "Codes are told on this machine only.");
    }
    PhoneNumber phone = call.phone();
    return world.look(() ->
        world
            .codes()
            .last(phone)
            .map(this::told)
            .orElseThrow(() -> HttpProblem.notFound("No code was sent to this number yet.")));
  }

  private LastCode told(LoginCode code) {
    Instant sent = Instant.ofEpochSecond(code.sentSeconds());
    return new LastCode(
        code.code(),
        code.via(),
        sent,
        sent.plusSeconds(LoginCode.LIFE_SECONDS),
        code.isOpen(world.now()));
  }

  private Listed set(HttpCall call) throws IOException {
    PhoneNumber phone = call.phone();
    JsonNode wanted = call.body();
    wanted
        .propertyNames()
        .forEach(name -> {
          if (!SETTABLE.contains(name)) {
            throw HttpProblem.invalid("%s cannot be set on a number.".formatted(name));
          }
        });
    UnaryOperator<Person> password = password(wanted);
    try {
      return world.look(() -> {
        Person person = password.apply(basics(phone, wanted));
        return listed(person);
      });
    } catch (Refusal e) {
      throw HttpProblem.invalid("Telegram would say " + e.type() + ".");
    } finally {
      changes.mark();
    }
  }

  private Person basics(PhoneNumber phone, JsonNode wanted) {
    String[] name = Fields.text(wanted, "name", "").strip().split("\\s+", 2);
    String last = name.length > 1 ? name[1] : "";
    Person person =
        world
            .people()
            .of(phone)
            .map(p -> name[0].isEmpty() ? p : world.people().rename(p, name[0], last))
            .orElseGet(() -> world.people().join(phone, name[0], last));
    if (wanted.has("banned")) {
      person = world.people().ban(person, Fields.truth(wanted, "banned"));
    }
    if (wanted.has("codeDelivery")) {
      person =
          world
              .people()
              .deliverCodesBy(
                  person, Fields.choice(wanted, "codeDelivery", Person.CodeDelivery.class));
    }
    if (wanted.has("codeExpired") && Fields.truth(wanted, "codeExpired")) {
      world.codes().expire(phone);
    }
    return person;
  }

  /// Works the verifier out before anything is locked: it costs half a second.
  private UnaryOperator<Person> password(JsonNode wanted) {
    if (!wanted.has("cloudPassword")) {
      return person -> person;
    }
    CloudPassword password = null;
    if (!wanted.get("cloudPassword").isNull()) {
      String text = Fields.text(wanted, "cloudPassword", "");
      if (text.isEmpty() || text.length() > MOST_PASSWORD) {
        throw HttpProblem.invalid("A cloud password has 1 to 256 characters.");
      }
      password = world.cloudPasswords().make(text.toCharArray(), Fields.text(wanted, "hint", ""));
    }
    CloudPassword made = password;
    return person -> world.people().setCloudPassword(person, made);
  }
}
