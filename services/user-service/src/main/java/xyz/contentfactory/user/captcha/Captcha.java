package xyz.contentfactory.user.captcha;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.rotation.SealedColumn;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.problem.UserProblem;

/// Proof of work as [ALTCHA](https://altcha.org) describes it, without a third party: a challenge
/// is signed, so that nothing is remembered of those that nobody solves; it expires; and it counts
/// once.
public final class Captcha {
  public static final SealedColumn SEALED =
      SealedColumn.bound("users", "installation_keys", "sealed", "name", "text");

  private static final int MAX_SOLUTION_LENGTH = 2_000;

  /// The last character keeps the digits of the expiry apart from those of the number: they are
  /// hashed one after the other, and without it the same hash would do for a later expiry.
  private static final Pattern SALT = Pattern.compile("[0-9a-f]{20,64}\\?expires=(\\d{1,12})&");

  private final CaptchaSettings settings;
  private final Secret key;
  private final UsedCaptchas used;
  private final InstantSource clock;
  private final JsonMapper json;

  public Captcha(
      CaptchaSettings settings,
      ServiceDatabase database,
      Keyring keyring,
      InstantSource clock,
      SecureRandom random,
      JsonMapper json) {
    this.settings = settings;
    this.key = InstallationKey.open("captcha", database, keyring, clock, random);
    this.used = new UsedCaptchas(database);
    this.clock = clock;
    this.json = json;
  }

  public boolean wanted() {
    return settings.wanted();
  }

  public CaptchaChallenge challenge() {
    Altcha.ChallengeOptions options =
        new Altcha.ChallengeOptions()
            .setAlgorithm(Altcha.Algorithm.SHA256)
            .setSecureRandomNumber(true)
            .setMaxNumber((long) Math.max(1, settings.difficulty()))
            .setHmacKey(key.reveal())
            .setExpires(clock.instant().plus(settings.life()).getEpochSecond());
    try {
      Altcha.Challenge made = Altcha.createChallenge(options);
      return new CaptchaChallenge(
          made.algorithm, made.challenge, made.salt, made.signature, made.maxnumber);
    } catch (Exception e) {
      throw new IllegalStateException("a captcha could not be made", e);
    }
  }

  /// Takes a solution, as base64 of JSON like all clients of ALTCHA send it. It is used up by this,
  /// whatever becomes of the request that it came with.
  ///
  /// @throws ProblemException `captcha-invalid` when it is missing, wrong, expired, ours not, or
  ///   was shown before
  public void accept(@Nullable String solution) {
    if (!wanted()) {
      return;
    }
    Instant now = clock.instant();
    Altcha.Payload payload = read(solution).orElseThrow(Captcha::refused);
    Instant expiresAt = expiryOf(payload).orElseThrow(Captcha::refused);
    if (!expiresAt.isAfter(now)
        || !isSolved(payload)
        || !used.use(payload.challenge, expiresAt, now)) {
      throw refused();
    }
  }

  private static ProblemException refused() {
    return ProblemException.of(UserProblem.CAPTCHA_INVALID);
  }

  private Optional<Altcha.Payload> read(@Nullable String solution) {
    if (solution == null || solution.length() > MAX_SOLUTION_LENGTH) {
      return Optional.empty();
    }
    try {
      Solution read = json.readValue(Base64.getDecoder().decode(solution.strip()), Solution.class);
      return Optional.ofNullable(read).flatMap(Solution::toPayload);
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> expiryOf(Altcha.Payload payload) {
    Matcher salt = SALT.matcher(payload.salt);
    return salt.matches()
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(salt.group(1))))
        : Optional.empty();
  }

  /// The library also looks at a clock, but not at ours.
  private boolean isSolved(Altcha.Payload payload) {
    try {
      return Altcha.verifySolution(payload, key.reveal(), false);
    } catch (Exception e) {
      return false; // nothing of what was sent is a fault of ours
    }
  }
}
