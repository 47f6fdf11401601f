package xyz.contentfactory.integration.handover;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Complaints;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.telegram.client.ForeignSession;
import xyz.contentfactory.telegram.client.Tdata;
import xyz.contentfactory.telegram.client.UnreadableLogin;
import xyz.contentfactory.telegram.client.WrongPasscode;

/// The sessions in a request. A line that is none is told apart from the others; a zip is read
/// whole or not at all.
record Sessions(List<Optional<ForeignSession>> given) {
  /// Each is a connection to Telegram while the person waits.
  static final int MOST = 50;

  private static final int PASSCODE_LIMIT = 256;

  static Sessions parse(@Nullable Secret lines, @Nullable Secret zip, @Nullable Secret passcode) {
    List<Optional<ForeignSession>> given = new ArrayList<>();
    if (lines != null) {
      lines
          .reveal()
          .lines()
          .filter(line -> !line.isBlank())
          .map(Sessions::line)
          .forEach(given::add);
    }
    if (zip != null && !zip.isEmpty()) {
      folder(zip, passcode == null ? "" : passcode.reveal()).stream()
          .map(Optional::of)
          .forEach(given::add);
    }
    if (given.isEmpty()) {
      throw Complaints.about("sessions", "Paste sessions, or choose a zip.", "required");
    }
    if (given.size() > MOST) {
      throw Complaints.about("sessions", "At most " + MOST + " at once.", "size");
    }
    return new Sessions(given);
  }

  private static Optional<ForeignSession> line(String line) {
    try {
      return Optional.of(ForeignSession.parse(line));
    } catch (UnreadableLogin e) {
      return Optional.empty();
    }
  }

  private static List<ForeignSession> folder(Secret zip, String passcode) {
    if (passcode.length() > PASSCODE_LIMIT) {
      throw Complaints.about("passcode", "This is too long.", "size");
    }
    try {
      return Tdata.read(Base64.getMimeDecoder().decode(zip.reveal()), passcode);
    } catch (WrongPasscode e) {
      throw Complaints.about(
          "passcode", "The folder opens with another local passcode.", "passcode");
    } catch (IllegalArgumentException e) {
      throw Complaints.about(
          "tdata", "This is no zip of a whole tdata folder of Telegram Desktop.", "tdata");
    }
  }
}
