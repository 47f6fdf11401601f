package xyz.contentfactory.integration.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.channel.Choices;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;

/// Looks up where in a group a post is to stand and as whom: only what Telegram has offered the
/// account there can be chosen. What was looked up before, and is kept, is not judged again.
final class PostPlaces {
  private final Choices choices;

  PostPlaces(Choices choices) {
    this.choices = choices;
  }

  PostOptions lookedUp(UUID channel, PostOptions wished) {
    return wished.at(topic(channel, wished.topic()), author(channel, wished.sendAs()));
  }

  private @Nullable PostTopic topic(UUID channel, @Nullable PostTopic wished) {
    if (wished == null || wished.title() != null) {
      return wished;
    }
    return choices
        .topic(channel, wished.number())
        .map(topic -> new PostTopic(topic.number(), topic.title()))
        .orElseThrow(() ->
            unknown(
                TelegramProblem.TOPIC_NOT_FOUND,
                "options.topic",
                "This group has no such topic; ask for its choices again."));
  }

  private @Nullable PostAuthor author(UUID channel, @Nullable PostAuthor wished) {
    if (wished == null || wished.name() != null) {
      return wished;
    }
    return choices
        .sendAs(channel, wished.telegramId())
        .map(choice -> new PostAuthor(choice.telegramId(), choice.name()))
        .orElseThrow(() ->
            unknown(
                TelegramProblem.SEND_AS_NOT_OFFERED,
                "options.sendAs",
                "Telegram does not offer the account to write as this channel here."));
  }

  private static ProblemException unknown(TelegramProblem code, String field, String sentence) {
    return Problem.of(code, sentence).withError(field, sentence, "unknown").asException();
  }
}
