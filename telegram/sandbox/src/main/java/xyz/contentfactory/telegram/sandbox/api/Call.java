package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.PhoneNumber;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.World;

/// One API call, run inside [World#change].
///
/// @param key the key the packet was encrypted with
/// @param query the method without its wrappers
public record Call(
    World world, List<DcAddress> addresses, int dc, KnownKey key, int layer, TlValue query) {

  /// Where one of the data centres listens.
  public record DcAddress(int id, String host, int port) {}

  KnownKey bearer() {
    return world.keys().bearer(key);
  }

  /// Who is logged in, if anybody.
  public Optional<Person> caller() {
    @Nullable Long id = bearer().personId();
    return id == null ? Optional.empty() : world.people().find(id);
  }

  /// Who calls; refuses strangers, and people of another data centre.
  Person me() {
    if (bearer().passwordOf() != null) {
      throw new Refusal(401, "SESSION_PASSWORD_NEEDED");
    }
    Person person = anywhere();
    if (person.dc() != dc) {
      throw new Refusal(303, "USER_MIGRATE_" + person.dc());
    }
    return person;
  }

  /// Who calls, also by an imported authorisation at a data centre that is not theirs.
  Person anywhere() {
    Person person = caller().orElseThrow(() -> new Refusal(401, "AUTH_KEY_UNREGISTERED"));
    if (person.banned()) {
      throw new Refusal(401, "USER_DEACTIVATED_BAN");
    }
    return person;
  }

  int now() {
    return world.now();
  }

  Views views() {
    return new Views(world, me().id());
  }

  PhoneNumber phone() {
    return PhoneNumber.parse(query.text("phone_number"));
  }

  TlValue required(String field) {
    TlValue value = query.object(field);
    if (value == null) {
      throw Refusal.bad("INPUT_REQUEST_INVALID");
    }
    return value;
  }
}
