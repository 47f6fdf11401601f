package xyz.contentfactory.user.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemCode;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.attempt.Attempts;
import xyz.contentfactory.user.attempt.Attempts.Subject;
import xyz.contentfactory.user.challenge.Challenges;
import xyz.contentfactory.user.challenge.Challenges.Begun;
import xyz.contentfactory.user.challenge.Challenges.Purpose;
import xyz.contentfactory.user.factor.SecondFactors;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.session.SessionTokens;
import xyz.contentfactory.user.session.SignInMethod;
import xyz.contentfactory.user.session.Visit;
import xyz.contentfactory.user.session.WebSessions;

/// Where every way of signing in ends: with a session, or with the question for the second factor.
public final class Entrance {
  private final ServiceDatabase database;
  private final WebSessions sessions;
  private final SecondFactors factors;
  private final Predicate<UUID> hasPasskey;
  private final Challenges challenges;
  private final Attempts attempts;
  private final Audit audit;

  public Entrance(
      ServiceDatabase database,
      WebSessions sessions,
      SecondFactors factors,
      Predicate<UUID> hasPasskey,
      Challenges challenges,
      Attempts attempts,
      Audit audit) {
    this.database = database;
    this.sessions = sessions;
    this.factors = factors;
    this.hasPasskey = hasPasskey;
    this.challenges = challenges;
    this.attempts = attempts;
    this.audit = audit;
  }

  /// After one factor was right.
  ///
  /// @throws ProblemException `second-factor-needed` with `challenge` and `methods`, when the
  ///   member has one
  public SessionTokens afterOneFactor(Member member, SignInMethod method, Visit visit) {
    if (!factors.isOn(member.id())) {
      return open(member.id(), method, visit);
    }
    List<String> methods = new ArrayList<>(List.of("totp", "recovery-code"));
    if (hasPasskey.test(member.id())) {
      methods.add("passkey");
    }
    String challenge = challenges.begin(Purpose.SECOND_FACTOR, member.id(), method.name());
    throw Problem.of(UserProblem.SECOND_FACTOR_NEEDED)
        .with("challenge", challenge)
        .with("methods", methods)
        .asException();
  }

  /// The second step after `second-factor-needed`.
  SessionTokens afterSecondFactor(SecondFactorRequest.Parsed request, Visit visit) {
    Begun begun =
        challenges
            .attempt(Purpose.SECOND_FACTOR, request.challenge())
            .orElseThrow(() -> ProblemException.of(UserProblem.SECOND_FACTOR_EXPIRED));
    UUID memberId = begun.memberId();
    if (memberId == null) {
      throw ProblemException.of(UserProblem.SECOND_FACTOR_EXPIRED);
    }
    Subject subject = Subject.of("second-factor", memberId);
    attempts.begin(subject);
    SignInMethod first = SignInMethod.valueOf(begun.content());
    SessionTokens tokens =
        tracingBlocked(
            memberId,
            visit,
            () ->
                database.transactions().execute(status -> finish(memberId, first, request, visit)));
    if (tokens == null) {
      refused(memberId, UserProblem.SECOND_FACTOR_INVALID, visit);
      throw ProblemException.of(UserProblem.SECOND_FACTOR_INVALID);
    }
    attempts.forget(subject);
    return tokens;
  }

  private @Nullable SessionTokens finish(
      UUID memberId, SignInMethod first, SecondFactorRequest.Parsed request, Visit visit) {
    SecondFactors.Used used = factors.use(memberId, request.code(), request.recoveryCode());
    if (used == null) {
      return null;
    }
    if (!challenges.finish(request.challenge())) {
      throw ProblemException.of(UserProblem.SECOND_FACTOR_EXPIRED);
    }
    return opened(
        memberId,
        switch (used) {
          case TOTP -> first.andTotp();
          case RECOVERY_CODE -> first.andRecoveryCode();
        },
        visit);
  }

  /// After all that is asked for was right: the session and its trace.
  ///
  /// @throws ProblemException `member-blocked`; nobody hears that before they have proved who they
  ///   are
  public SessionTokens open(UUID memberId, SignInMethod method, Visit visit) {
    return Objects.requireNonNull(
        tracingBlocked(memberId, visit, () -> opened(memberId, method, visit)));
  }

  /// A refusal rolls its transaction back, so its trace is written after that.
  private @Nullable SessionTokens tracingBlocked(
      UUID memberId, Visit visit, Supplier<@Nullable SessionTokens> signIn) {
    try {
      return signIn.get();
    } catch (ProblemException e) {
      if (e.problem().code() == UserProblem.MEMBER_BLOCKED) {
        refused(memberId, UserProblem.MEMBER_BLOCKED, visit);
      }
      throw e;
    }
  }

  private SessionTokens opened(UUID memberId, SignInMethod method, Visit visit) {
    return database.inTransaction(() -> {
      SessionTokens tokens = sessions.open(memberId, method, visit);
      audit.record(
          new AuditEntry(
              memberId,
              "member.sign-in",
              Outcome.OK,
              visit.from(),
              Map.of("session", tokens.sessionId().toString(), "method", method.wireName())));
      return tokens;
    });
  }

  /// A sign-in of a known member that came to nothing.
  public void refused(UUID memberId, ProblemCode why, Visit visit) {
    audit.record(
        new AuditEntry(
            memberId, "member.sign-in", Outcome.REFUSED, visit.from(), Map.of("why", why.code())));
  }
}
