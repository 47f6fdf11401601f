package xyz.contentfactory.telegram.sandbox.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.PhoneNumber;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// All methods the sandbox has. One that it does not have is refused with 400: never with 401,
/// which logs clients out, nor with 5xx, which they repeat for ever.
public final class Methods {

  private final Map<String, Handler> handlers = new HashMap<>();

  public Methods() {
    HelpMethods.into(handlers);
    AuthMethods.into(handlers);
    AuthorizationMethods.into(handlers);
    QrLoginMethods.into(handlers);
    BotLoginMethods.into(handlers);
    DeviceMethods.into(handlers);
    AccountMethods.into(handlers);
    UserMethods.into(handlers);
    UpdateMethods.into(handlers);
    DialogMethods.into(handlers);
    HistoryMethods.into(handlers);
    SendMethods.into(handlers);
    EditMethods.into(handlers);
    MediaMethods.into(handlers);
    FileMethods.into(handlers);
    ChannelMethods.into(handlers);
    TopicMethods.into(handlers);
    SendAsMethods.into(handlers);
    ParticipantMethods.into(handlers);
  }

  public Object answer(Call call) {
    Handler handler = handlers.get(call.query().name());
    if (handler == null) {
      throw Refusal.bad("METHOD_INVALID");
    }
    BotLoginMethods.admit(call);
    return handler.answer(call);
  }

  /// Whose call this is, for faults that are scripted by number: the caller's own, or the number
  /// that a login names, or the one that still owes its password.
  public static Optional<String> number(Call call) {
    TlValue query = call.query();
    if (query.has("phone_number")) {
      return digits(query.text("phone_number"));
    }
    Long owing = call.bearer().passwordOf();
    return call.caller()
        .or(() -> owing == null ? Optional.empty() : call.world().people().find(owing))
        .map(Person::phone)
        .filter(phone -> !phone.isEmpty());
  }

  private static Optional<String> digits(String text) {
    try {
      return Optional.of(PhoneNumber.parse(text).digits());
    } catch (Refusal _) {
      return Optional.empty();
    }
  }
}
