package xyz.contentfactory.integration.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Complaints;

/// Options as they arrive, and as they are stored: what is absent stays as it was.
@Schema(name = "PostOptionsRequest")
record OptionsRequest(
    @Nullable Boolean silent,
    @Nullable LinkPreview linkPreview,
    @Nullable Boolean protect,
    @Nullable Boolean pin,
    @Nullable Integer replyTo,
    @Schema(description = "The number of a topic of the group; 1 is the general one")
        @Nullable Integer topic,
    @Schema(
            description = "The telegramId of a channel that the group's choices offer, or self",
            example = "self")
        @Nullable String sendAs) {

  private static final String SELF = "self";

  /// What is absent here is taken from there.
  PostOptions over(PostOptions others) {
    if (replyTo != null && replyTo < 1) {
      throw Complaints.about(
          "options.replyTo", "Name a message of the channel by its number.", "out-of-bounds");
    }
    if (topic != null && topic < 1) {
      throw Complaints.about("options.topic", "Name a topic by its number.", "out-of-bounds");
    }
    return new PostOptions(
        silent == null ? others.silent() : silent,
        linkPreview == null ? others.linkPreview() : linkPreview,
        protect == null ? others.protect() : protect,
        pin == null ? others.pin() : pin,
        replyTo == null ? others.replyTo() : replyTo,
        topic == null ? others.topic() : new PostTopic(topic, null),
        sendAs == null ? others.sendAs() : author(sendAs));
  }

  private static @Nullable PostAuthor author(String named) {
    if (named.equals(SELF)) {
      return null;
    }
    if (!named.matches("[1-9][0-9]{0,17}")) {
      throw Complaints.about(
          "options.sendAs", "Name a channel by its telegramId, or self.", "unknown");
    }
    return new PostAuthor(named, null);
  }

  /// As stored: topic and author have columns of their own.
  static OptionsRequest stored(PostOptions options) {
    return new OptionsRequest(
        options.silent(),
        options.linkPreview(),
        options.protect(),
        options.pin(),
        options.replyTo(),
        null,
        null);
  }

  boolean isLinkPreviewOnly() {
    return silent == null
        && protect == null
        && pin == null
        && replyTo == null
        && topic == null
        && sendAs == null;
  }

  static PostOptions merged(@Nullable OptionsRequest request, PostOptions others) {
    return request == null ? others : request.over(others);
  }
}
