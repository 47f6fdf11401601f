package xyz.contentfactory.telegram.sandbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.api.Call.DcAddress;
import xyz.contentfactory.telegram.sandbox.dc.DataCentres;
import xyz.contentfactory.telegram.sandbox.schema.LayeredSchema;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.World;

/// What a client must know of this sandbox to use it.
final class Description {

  /// The description itself.
  ///
  /// @param fingerprint of the key, 16 hexadecimal digits
  record Sandbox(
      List<DcAddress> dcs,
      String publicKey,
      String fingerprint,
      List<OfferedNumber> numbers,
      int layer) {}

  /// Somebody whose number may be used.
  record OfferedNumber(
      String phone, String name, int dc, boolean cloudPasswordSet, @Nullable String hint) {

    static OfferedNumber of(Person person) {
      return new OfferedNumber(
          person.phone(),
          person.name(),
          person.dc(),
          person.cloudPassword() != null,
          person.cloudPassword() == null ? null : person.cloudPassword().hint());
    }
  }

  private final World world;
  private final DataCentres dataCentres;

  Description(World world, DataCentres dataCentres) {
    this.world = world;
    this.dataCentres = dataCentres;
  }

  List<Route> routes() {
    return List.of(Route.of("GET", "/api/sandbox", _ -> describe()));
  }

  private Sandbox describe() {
    var key = world.identity().key().publicKey();
    List<OfferedNumber> numbers =
        world.look(() ->
            world.people().all().stream().filter(p -> !p.banned()).map(OfferedNumber::of).toList());
    return new Sandbox(
        dataCentres.addresses(),
        key.toPem(),
        String.format("%016x", key.fingerprint()),
        numbers,
        LayeredSchema.NEWEST);
  }
}
