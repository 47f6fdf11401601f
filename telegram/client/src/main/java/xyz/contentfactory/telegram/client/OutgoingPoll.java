package xyz.contentfactory.telegram.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A poll.
///
/// @param answers 2 to 10 of them
/// @param multiple more than one answer may be chosen
/// @param publicVoters everybody sees who chose what; channels allow only secret votes
/// @param correct the position of the right answer makes it a quiz
/// @param explanation shown after a wrong answer of a quiz
public record OutgoingPoll(
    String question,
    List<String> answers,
    boolean multiple,
    boolean publicVoters,
    @Nullable Integer correct,
    @Nullable String explanation) {
  public OutgoingPoll {
    answers = List.copyOf(answers);
    if (correct != null && (correct < 0 || correct >= answers.size())) {
      throw new IllegalArgumentException("the right answer is one of the answers");
    }
  }
}
