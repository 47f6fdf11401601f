package xyz.contentfactory.telegram.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.LoginRefused.Reason;
import xyz.contentfactory.telegram.client.LoginStep.CodeSent;
import xyz.contentfactory.telegram.tl.type.auth.CodeType;
import xyz.contentfactory.telegram.tl.type.auth.CodeTypeCall;
import xyz.contentfactory.telegram.tl.type.auth.CodeTypeFlashCall;
import xyz.contentfactory.telegram.tl.type.auth.CodeTypeFragmentSms;
import xyz.contentfactory.telegram.tl.type.auth.CodeTypeMissedCall;
import xyz.contentfactory.telegram.tl.type.auth.CodeTypeSms;
import xyz.contentfactory.telegram.tl.type.auth.PlainSentCode;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeApp;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeCall;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeEmailCode;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeFirebaseSms;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeFlashCall;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeFragmentSms;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeMissedCall;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeSetUpEmailRequired;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeSms;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeSmsPhrase;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeSmsWord;

/// Reads how a code travels.
final class SentCodes {
  private SentCodes() {}

  private record Way(DeliveredVia via, @Nullable Integer length) {}

  static CodeSent read(PlainSentCode sent) {
    var way = way(sent);
    var timeoutSeconds = sent.timeout();
    return new CodeSent(
        sent.phoneCodeHash(),
        way.via(),
        way.length(),
        next(sent.nextType()),
        timeoutSeconds == null ? null : Duration.ofSeconds(timeoutSeconds));
  }

  private static Way way(PlainSentCode sent) {
    return switch (sent.type()) {
      case SentCodeTypeApp type -> new Way(DeliveredVia.APP, type.length());
      case SentCodeTypeSms type -> new Way(DeliveredVia.SMS, type.length());
      case SentCodeTypeFirebaseSms type -> new Way(DeliveredVia.SMS, type.length());
      case SentCodeTypeCall type -> new Way(DeliveredVia.CALL, type.length());
      case SentCodeTypeFlashCall _ -> new Way(DeliveredVia.FLASH_CALL, null);
      case SentCodeTypeMissedCall type -> new Way(DeliveredVia.MISSED_CALL, type.length());
      case SentCodeTypeEmailCode type -> new Way(DeliveredVia.EMAIL, type.length());
      case SentCodeTypeFragmentSms type -> new Way(DeliveredVia.FRAGMENT, type.length());
      case SentCodeTypeSmsWord _ -> new Way(DeliveredVia.OTHER, null);
      case SentCodeTypeSmsPhrase _ -> new Way(DeliveredVia.OTHER, null);
      case SentCodeTypeSetUpEmailRequired _ ->
          throw new LoginRefused(Reason.EMAIL_SETUP_NEEDED, null);
    };
  }

  private static @Nullable DeliveredVia next(@Nullable CodeType type) {
    return switch (type) {
      case null -> null;
      case CodeTypeSms _ -> DeliveredVia.SMS;
      case CodeTypeCall _ -> DeliveredVia.CALL;
      case CodeTypeFlashCall _ -> DeliveredVia.FLASH_CALL;
      case CodeTypeMissedCall _ -> DeliveredVia.MISSED_CALL;
      case CodeTypeFragmentSms _ -> DeliveredVia.FRAGMENT;
    };
  }
}
