package xyz.contentfactory.gateway.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.gateway.guard.BufferedRequest;
import xyz.contentfactory.gateway.limit.Counter.By;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.CallerAuthentication;

/// Whose count a request adds to.
public final class CountedNames {
  private static final int MAX_EMAIL = 300;

  /// A home or an office has a network of 64 bits to itself: an address in it is chosen freely.
  private static final int NETWORK_BYTES = 8;

  private final JsonMapper json;

  public CountedNames(JsonMapper json) {
    this.json = json;
  }

  @Nullable String of(By by, HttpServletRequest request) {
    return switch (by) {
      case ADDRESS -> address(request.getRemoteAddr());
      case ACCOUNT -> email(request);
      case MEMBER -> caller().map(Caller::memberId).map(UUID::toString).orElse(null);
      case KEY -> caller().map(Caller::apiKeyId).map(UUID::toString).orElse(null);
    };
  }

  private static String address(String text) {
    InetAddress address = InetAddress.ofLiteral(text);
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
        : text;
  }

  private static Optional<Caller> caller() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication known
        ? Optional.of(known.getPrincipal())
        : Optional.empty();
  }

  /// The e-mail of a sign-in, if the body has one; whether the body is right is for the service to
  /// say.
  private @Nullable String email(HttpServletRequest request) {
    if (!(request instanceof BufferedRequest buffered)) {
      return null;
    }
    try {
      JsonNode email = json.readTree(buffered.body()).path("email");
      if (!email.isString()) {
        return null;
      }
      String text = email.asString().strip().toLowerCase(Locale.ROOT);
      return text.substring(0, Math.min(text.length(), MAX_EMAIL));
    } catch (JacksonException e) {
      return null;
    }
  }
}
