package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A poll in which nobody has voted yet.
///
/// @param correct the positions of the right answers of a quiz
public record Poll(
    long id,
    String question,
    List<Answer> answers,
    boolean multiple,
    boolean quiz,
    boolean publicVoters,
    List<Integer> correct,
    @Nullable String solution) {

  /// What can be chosen.
  ///
  /// @param option how votes call it, in hexadecimal
  public record Answer(String text, String option) {}

  private static final int MOST_QUESTION = 255;
  private static final int MOST_ANSWER = 100;
  private static final int MOST_ANSWERS = 12;

  public Poll {
    answers = List.copyOf(answers);
    correct = List.copyOf(correct);
  }

  /// The same poll when Telegram would take it.
  public Poll checked() {
    if (question.isBlank() || question.length() > MOST_QUESTION) {
      throw Refusal.bad("POLL_QUESTION_INVALID");
    }
    if (answers.size() < 2 || answers.size() > MOST_ANSWERS) {
      throw Refusal.bad("POLL_ANSWERS_INVALID");
    }
    if (answers.stream().anyMatch(a -> a.text().isBlank() || a.text().length() > MOST_ANSWER)) {
      throw Refusal.bad("POLL_ANSWER_INVALID");
    }
    if (answers.stream().map(Answer::option).distinct().count() < answers.size()) {
      throw Refusal.bad("POLL_OPTION_DUPLICATE");
    }
    if (quiz) {
      checkQuiz();
    }
    return this;
  }

  private void checkQuiz() {
    if (multiple) {
      throw Refusal.bad("QUIZ_MULTIPLE_INVALID");
    }
    if (correct.isEmpty()) {
      throw Refusal.bad("QUIZ_CORRECT_ANSWERS_EMPTY");
    }
    if (correct.size() > 1) {
      throw Refusal.bad("QUIZ_CORRECT_ANSWERS_TOO_MUCH");
    }
    if (correct.getFirst() < 0 || correct.getFirst() >= answers.size()) {
      throw Refusal.bad("QUIZ_CORRECT_ANSWER_INVALID");
    }
  }
}
