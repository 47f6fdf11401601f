package xyz.contentfactory.telegram.sandbox.api;

import java.util.Map;
import java.util.Set;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// A bot logs in with its token; and what bots may not ask.
final class BotLoginMethods {

  private static final Set<String> NOT_FOR_BOTS =
      Set.of(
          "account.getAuthorizations",
          "account.getPassword",
          "account.resetAuthorization",
          "account.updatePasswordSettings",
          "account.updateStatus",
          "auth.acceptLoginToken",
          "auth.resetAuthorizations",
          "channels.getForumTopics",
          "channels.getSendAs",
          "channels.toggleForum",
          "contacts.getContacts",
          "messages.getDialogs",
          "messages.getForumTopics",
          "messages.getHistory",
          "messages.getPeerDialogs",
          "messages.getPinnedDialogs",
          "messages.search");

  private BotLoginMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("auth.importBotAuthorization", BotLoginMethods::logIn);
  }

  /// Refuses a bot that asks what only people may.
  static void admit(Call call) {
    if (NOT_FOR_BOTS.contains(call.query().name())
        && call.caller().filter(Person::isBot).isPresent()) {
      throw Refusal.bad("BOT_METHOD_INVALID");
    }
  }

  private static TlValue logIn(Call call) {
    if (call.query().integer("api_id") <= 0 || call.query().text("api_hash").isEmpty()) {
      throw Refusal.bad("API_ID_INVALID");
    }
    Person bot = call.world().bots().withToken(call.query().text("bot_auth_token"));
    if (bot.dc() != call.dc()) {
      throw new Refusal(303, "USER_MIGRATE_" + bot.dc());
    }
    call.world().keys().logIn(call.key(), bot.id());
    return AuthMethods.authorization(call, bot);
  }
}
