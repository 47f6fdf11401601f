package xyz.contentfactory.telegram.client;

import java.util.function.Supplier;
import xyz.contentfactory.telegram.client.LoginRefused.Reason;
import xyz.contentfactory.telegram.client.LoginStep.PasswordNeeded;
import xyz.contentfactory.telegram.client.LoginStep.SignedIn;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.tl.method.account.GetPassword;
import xyz.contentfactory.telegram.tl.type.PlainUser;
import xyz.contentfactory.telegram.tl.type.auth.Authorization;
import xyz.contentfactory.telegram.tl.type.auth.AuthorizationSignUpRequired;
import xyz.contentfactory.telegram.tl.type.auth.PlainAuthorization;

/// What all ways to log in have in common: how they end, and how they are refused.
record SignIns(Calls calls, LoginKeeper keeper) {

  SignedIn signedIn(Authorization authorization) {
    return switch (authorization) {
      case PlainAuthorization granted when granted.user() instanceof PlainUser user -> {
        keeper.change(login -> login.withUser(user.id()));
        yield new SignedIn(Users.of(user));
      }
      case PlainAuthorization _ -> throw new ProtocolViolation("a login without a user");
      case AuthorizationSignUpRequired _ ->
          throw new LoginRefused(Reason.PHONE_NUMBER_NOT_REGISTERED, null);
    };
  }

  /// The step itself, or that the cloud password is wanted first.
  LoginStep unlessPasswordNeeded(Supplier<LoginStep> step) {
    try {
      return refusing(step);
    } catch (RpcException refused) {
      if (refused.error() instanceof RpcError.PasswordNeeded) {
        return new PasswordNeeded(calls.call(new GetPassword()).hint());
      }
      throw refused;
    }
  }

  static <T> T refusing(Supplier<T> step) {
    try {
      return step.get();
    } catch (RpcException failure) {
      var reason = LoginRefusals.reason(failure.error());
      if (reason == null) {
        throw failure;
      }
      throw new LoginRefused(reason, failure.error().type());
    }
  }
}
