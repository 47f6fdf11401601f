package xyz.contentfactory.telegram.sandbox.web;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import xyz.contentfactory.telegram.sandbox.dc.DataCentres;
import xyz.contentfactory.telegram.sandbox.world.Outcome;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.QrToken;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.World;

/// The QR codes that devices show now, and letting one of them in, as the camera of a phone would.
final class LoginTokens {

  private static final String LINK = "tg://login?token=";

  /// A code as it is seen.
  ///
  /// @param link what the picture says
  record Shown(String link, String device, int dc, Instant expiresAt) {
    static Shown of(QrToken token) {
      byte[] bytes = HexFormat.of().parseHex(token.token());
      return new Shown(
          LINK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
          token.device(),
          token.dc(),
          Instant.ofEpochSecond(token.expiresSeconds()));
    }
  }

  record Items(List<Shown> items) {}

  record Approved(String device) {}

  private final World world;
  private final DataCentres dataCentres;

  LoginTokens(World world, DataCentres dataCentres) {
    this.world = world;
    this.dataCentres = dataCentres;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/sandbox/login-tokens", _ -> open()),
        Route.of("POST", "/api/sandbox/numbers/{phone}/login-tokens", this::approve));
  }

  private Items open() {
    return new Items(
        world.look(() -> world.qrTokens().open(world.now()).stream().map(Shown::of).toList()));
  }

  private Approved approve(HttpCall call) throws IOException {
    String token = token(Fields.text(call.body(), "link", ""));
    List<Outcome> outcomes = new ArrayList<>();
    try {
      return world.change(
          outcomes::addAll,
          () -> {
            Person person = Numbers.person(world, call.phone());
            return new Approved(world.qrTokens().accept(token, person, world.now()).device());
          });
    } catch (Refusal e) {
      throw HttpProblem.invalid("Telegram would say " + e.type() + ".");
    } finally {
      dataCentres.tell(outcomes);
    }
  }

  /// From the link in the picture, or what stands behind its `=`.
  private static String token(String link) {
    String text = link.strip();
    String token = text.substring(text.lastIndexOf('=') + 1);
    try {
      return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(token));
    } catch (IllegalArgumentException _) {
      throw HttpProblem.invalid("This is no login link; it looks like " + LINK + "…");
    }
  }
}
