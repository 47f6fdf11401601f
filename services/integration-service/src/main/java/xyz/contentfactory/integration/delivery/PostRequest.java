package xyz.contentfactory.integration.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.notation.Notation;
import xyz.contentfactory.integration.problem.Complaints;

/// A post as it arrives.
record PostRequest(
    @Nullable UUID channelId,
    @Nullable String text,
    @Schema(description = "How the formatting is written; entities when absent")
        @Nullable Notation notation,
    @Nullable List<@Nullable Formatting> entities,
    @Nullable OptionsRequest options,
    @Schema(description = "Files, a poll, buttons") @Nullable EnclosureRequest enclosures,
    @Schema(description = "An instant with its offset; now when absent", format = "date-time")
        @Nullable String plannedAt,
    @Schema(description = "Or a time on the clock of timeZone", example = "2030-05-17T09:30")
        @Nullable String plannedLocal,
    @Schema(description = "A name of the IANA database") @Nullable String timeZone,
    @Schema(description = "How late it may be before you are told; an hour when absent")
        @Nullable Integer patienceSeconds) {

  private static final int LONGEST_PATIENCE = (int) Duration.ofDays(7).toSeconds();

  UUID channel() {
    if (channelId == null) {
      throw Complaints.about("channelId", "Choose a channel.", "required");
    }
    return channelId;
  }

  PostWish wish() {
    EnclosureWish enclosed = enclosures == null ? EnclosureWish.NONE : enclosures.wish();
    return new PostWish(
        enclosed.with(text(enclosed)),
        enclosed,
        OptionsRequest.merged(options, PostOptions.USUAL),
        new PlannedTime.Wish(plannedAt, plannedLocal, timeZone),
        patience(patienceSeconds, PostWish.USUAL_PATIENCE));
  }

  private PostText text(EnclosureWish enclosed) {
    return !enclosed.needsText() && (text == null || text.isBlank())
        ? PostText.NONE
        : PostRules.check(notation, text, entities);
  }

  static Duration patience(@Nullable Integer seconds, Duration otherwise) {
    if (seconds == null) {
      return otherwise;
    }
    if (seconds < 0 || seconds > LONGEST_PATIENCE) {
      throw Complaints.about("patienceSeconds", "Between nothing and a week.", "out-of-bounds");
    }
    return Duration.ofSeconds(seconds);
  }

  @Override
  public String toString() {
    return "PostRequest[" + channelId + "]";
  }
}
