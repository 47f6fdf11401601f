package xyz.contentfactory.integration.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.OutgoingPoll;

/// A poll with secret votes.
///
/// @param multiple more than one answer may be chosen
/// @param correct the position of the right answer makes it a quiz
/// @param explanation shown after a wrong answer of a quiz
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostPoll(
    String question,
    List<String> answers,
    boolean multiple,
    @Nullable Integer correct,
    @Nullable String explanation) {
  public PostPoll {
    answers = List.copyOf(answers);
  }

  OutgoingPoll outgoing() {
    return new OutgoingPoll(question, answers, multiple, false, correct, explanation);
  }
}
