package xyz.contentfactory.integration.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.notation.Notation;
import xyz.contentfactory.integration.problem.Complaints;

/// What is to be different about a post; what is absent stays as it is.
@Schema(name = "PostChangeRequest")
record ChangeRequest(
    @Nullable String text,
    @Nullable Notation notation,
    @Nullable List<@Nullable Formatting> entities,
    @Nullable OptionsRequest options,
    @Schema(format = "date-time") @Nullable String plannedAt,
    @Nullable String plannedLocal,
    @Nullable String timeZone,
    @Nullable Integer patienceSeconds) {

  /// For a post that is still planned.
  PlannedPost over(Delivery planned, Instant now) {
    return new PlannedPost(
        text(planned),
        OptionsRequest.merged(options, planned.options()),
        when(planned, now),
        PostRequest.patience(patienceSeconds, Duration.ofSeconds(planned.patienceSeconds())));
  }

  /// For a post that stands in its channel: its text, and whether it shows its link.
  WantedChange edit(Delivery live) {
    Complaints complaints = new Complaints();
    if (plannedAt != null || plannedLocal != null || timeZone != null || patienceSeconds != null) {
      complaints.add("plannedAt", "The post stands in its channel already.", "not-expected");
    }
    if (options != null && !options.isLinkPreviewOnly()) {
      complaints.add("options", "Of a live post only linkPreview can change.", "not-expected");
    }
    complaints.throwIfAny();
    return new WantedChange(
        ChangeKind.EDIT, text(live), OptionsRequest.merged(options, live.options()));
  }

  private PostText text(Delivery old) {
    if (text == null && entities == null) {
      return new PostText(old.text(), old.entities().stream().map(Formatting::toEntity).toList());
    }
    if (old.enclosures().poll() != null) {
      throw Complaints.about("text", "A poll has its question instead.", "not-expected");
    }
    if (old.enclosures().hasCaption() && text != null && text.isBlank()) {
      return PostText.NONE;
    }
    PostText fresh =
        text == null
            ? PostRules.check(old.text(), entities)
            : PostRules.check(notation, text, entities);
    return old.enclosures().hasCaption() ? PostRules.asCaption(fresh) : fresh;
  }

  private PlannedTime when(Delivery planned, Instant now) {
    PlannedTime.Wish wish = new PlannedTime.Wish(plannedAt, plannedLocal, timeZone);
    if (wish.isNow() && timeZone == null) {
      String zone = planned.timeZone();
      return new PlannedTime(planned.plannedAt(), zone == null ? null : ZoneId.of(zone));
    }
    return PlannedTime.of(wish.isNow() ? wish.at(planned.plannedAt()) : wish, now);
  }

  @Override
  public String toString() {
    return "ChangeRequest";
  }
}
