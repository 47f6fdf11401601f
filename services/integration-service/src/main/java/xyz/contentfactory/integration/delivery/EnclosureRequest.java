package xyz.contentfactory.integration.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Complaints;

/// What a post carries besides its text, as it arrives.
@Schema(name = "PostEnclosures")
record EnclosureRequest(
    @Nullable List<@Nullable File> media,
    @Nullable Poll poll,
    @Nullable List<@Nullable List<@Nullable Button>> buttons) {

  private static final int MOST_FILES = 10;
  private static final int LONGEST_QUESTION = 255;
  private static final int LONGEST_ANSWER = 100;
  private static final int LONGEST_EXPLANATION = 200;
  private static final int LONGEST_BUTTON = 64;
  private static final int LONGEST_LINK = 2048;
  private static final int MOST_ROWS = 10;
  private static final int MOST_IN_A_ROW = 8;

  @Schema(name = "PostFileRequest")
  record File(@Nullable UUID id, @Nullable Boolean spoiler) {}

  @Schema(name = "PostPollRequest")
  record Poll(
      @Nullable String question,
      @Nullable List<@Nullable String> answers,
      @Nullable Boolean multiple,
      @Nullable Integer correct,
      @Nullable String explanation) {}

  @Schema(name = "PostButtonRequest")
  record Button(@Nullable String text, @Nullable String url) {}

  EnclosureWish wish() {
    Complaints complaints = new Complaints();
    EnclosureWish wish =
        new EnclosureWish(
            files(complaints), poll == null ? null : poll(poll, complaints), rows(complaints));
    complaints.throwIfAny();
    if (wish.poll() != null && !wish.files().isEmpty()) {
      throw Complaints.about("enclosures.poll", "A poll stands without files.", "not-expected");
    }
    if (wish.files().size() > 1 && !wish.buttons().isEmpty()) {
      throw Complaints.about("enclosures.buttons", "An album has no buttons.", "not-expected");
    }
    return wish;
  }

  private List<EnclosureWish.File> files(Complaints complaints) {
    List<EnclosureWish.File> files = new ArrayList<>();
    for (File file : media == null ? List.<File>of() : media) {
      if (file == null || file.id() == null) {
        complaints.add("enclosures.media", "Name a file by its id.", "required");
      } else {
        files.add(new EnclosureWish.File(file.id(), Boolean.TRUE.equals(file.spoiler())));
      }
    }
    if (files.size() > MOST_FILES) {
      complaints.add("enclosures.media", "An album has 2 to 10 files.", "too-many");
    }
    return files;
  }

  private static PostPoll poll(Poll poll, Complaints complaints) {
    String question = text(poll.question(), LONGEST_QUESTION, "poll.question", complaints);
    List<String> answers = new ArrayList<>();
    for (String answer : poll.answers() == null ? List.<String>of() : poll.answers()) {
      answers.add(text(answer, LONGEST_ANSWER, "poll.answers", complaints));
    }
    if (answers.size() < 2 || answers.size() > MOST_FILES) {
      complaints.add("enclosures.poll.answers", "A poll has 2 to 10 answers.", "out-of-bounds");
    } else if (new HashSet<>(answers).size() < answers.size()) {
      complaints.add("enclosures.poll.answers", "Two answers are the same.", "duplicate");
    }
    Integer correct = poll.correct();
    if (correct != null && (correct < 0 || correct >= answers.size())) {
      complaints.add("enclosures.poll.correct", "Name one of the answers.", "out-of-bounds");
    }
    boolean multiple = Boolean.TRUE.equals(poll.multiple());
    if (multiple && correct != null) {
      complaints.add("enclosures.poll.multiple", "A quiz has one answer.", "not-expected");
    }
    String explanation = poll.explanation();
    if (explanation != null && explanation.length() > LONGEST_EXPLANATION) {
      complaints.add("enclosures.poll.explanation", "At most 200 characters.", "too-long");
    }
    boolean idle = explanation == null || explanation.isBlank() || correct == null;
    return new PostPoll(question, answers, multiple, correct, idle ? null : explanation);
  }

  private static String text(
      @Nullable String given, int longest, String field, Complaints complaints) {
    String text = given == null ? "" : given.strip();
    if (text.isEmpty() || text.length() > longest) {
      complaints.add(
          "enclosures." + field, "Write 1 to " + longest + " characters.", "out-of-bounds");
    }
    return text;
  }

  private List<List<PostButton>> rows(Complaints complaints) {
    List<List<PostButton>> rows = new ArrayList<>();
    for (List<Button> row : buttons == null ? List.<List<Button>>of() : buttons) {
      List<PostButton> read = new ArrayList<>();
      for (Button button : row == null ? List.<Button>of() : row) {
        read.add(button(button, complaints));
      }
      if (read.isEmpty() || read.size() > MOST_IN_A_ROW) {
        complaints.add("enclosures.buttons", "A row has 1 to 8 buttons.", "out-of-bounds");
      }
      rows.add(read);
    }
    if (rows.size() > MOST_ROWS) {
      complaints.add("enclosures.buttons", "At most 10 rows.", "too-many");
    }
    return rows;
  }

  private static PostButton button(@Nullable Button button, Complaints complaints) {
    String text =
        text(button == null ? null : button.text(), LONGEST_BUTTON, "buttons", complaints);
    String url = button == null || button.url() == null ? "" : button.url().strip();
    if (url.length() > LONGEST_LINK || !url.matches("(?i)(https?|tg)://\\S+")) {
      complaints.add("enclosures.buttons", "A link begins with http, https or tg.", "link");
    }
    return new PostButton(text, url);
  }
}
