package xyz.contentfactory.user.mail;

import java.time.Instant;
import java.util.UUID;

/// A mail as it will be read.
public record Mail(UUID id, Instant at, String to, String subject, String text, String html) {

  @Override
  public String toString() {
    return "Mail[" + id + "]";
  }
}
