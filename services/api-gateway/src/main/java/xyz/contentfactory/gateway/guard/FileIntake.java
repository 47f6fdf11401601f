package xyz.contentfactory.gateway.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/// The one address whose body may be long and slow: files for posts. Everywhere else the usual
/// limits hold.
///
/// @param maxBytes of one file
/// @param maxTime for it to arrive
public record FileIntake(long maxBytes, Duration maxTime) {
  private static final String PATH = "/api/v1/telegram/media";

  boolean takes(HttpServletRequest request) {
    return request.getMethod().equals("POST") && request.getRequestURI().equals(PATH);
  }
}
