package xyz.contentfactory.telegram.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.telegram.sandbox.world.PhoneNumber;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// One HTTP request, with what its path held.
record HttpCall(HttpExchange exchange, Map<String, String> variables) {

  private static final int MOST_BODY = 64 << 10;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  PhoneNumber phone() {
    try {
      return PhoneNumber.parse(variable("phone"));
    } catch (Refusal _) {
      throw HttpProblem.notFound("No such number. Test numbers look like 9996610001.");
    }
  }

  long id(String name) {
    try {
      return Long.parseLong(variable(name));
    } catch (NumberFormatException _) {
      throw HttpProblem.notFound("There is nothing under this id.");
    }
  }

  @Nullable String parameter(String name) {
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return decoded(pair.substring(name.length() + 1));
      }
    }
    return null;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw HttpProblem.invalid("The query of the address is not well encoded.");
    }
  }

  int number(String name, int otherwise, int least, int most) {
    String text = parameter(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw HttpProblem.invalid("%s is a number from %d to %d.".formatted(name, least, most));
  }

  /// The JSON object in the body.
  JsonNode body() throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
      throw new HttpProblem(415, "unsupported-media-type", "Send application/json.");
    }
    byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
    if (bytes.length > MOST_BODY) {
      throw new HttpProblem(
          413, "payload-too-large", "A body has at most %d bytes.".formatted(MOST_BODY));
    }
    try {
      JsonNode node = JSON.readTree(bytes);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JacksonException _) {
      // Said below.
    }
    throw new HttpProblem(400, "body-unreadable", "The body is not a JSON object.");
  }

  boolean fromLoopback() {
    return exchange.getRemoteAddress().getAddress().isLoopbackAddress();
  }
}
