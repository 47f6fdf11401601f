package xyz.contentfactory.integration.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a post is made, besides its text.
///
/// @param silent without a sound at the readers
/// @param protect readers can neither forward nor save it
/// @param pin it is pinned once it stands
/// @param replyTo the number of a message of the same channel
/// @param topic null leaves that to Telegram: the general one, or that of the message it answers
/// @param sendAs null for the account itself
@Schema(requiredProperties = {"silent", "linkPreview", "protect", "pin"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostOptions(
    boolean silent,
    LinkPreview linkPreview,
    boolean protect,
    boolean pin,
    @Nullable Integer replyTo,
    @Nullable PostTopic topic,
    @Nullable PostAuthor sendAs) {
  static final PostOptions USUAL =
      new PostOptions(false, LinkPreview.BELOW, false, false, null, null, null);

  PostOptions at(@Nullable PostTopic where, @Nullable PostAuthor as) {
    return new PostOptions(silent, linkPreview, protect, pin, replyTo, where, as);
  }

  /// The wish in letters, for a fingerprint: what is not wished for leaves no trace, so that a wish
  /// from before it could be has the fingerprint that it had.
  String inLetters() {
    return "PostOptions[silent=%s, linkPreview=%s, protect=%s, pin=%s, replyTo=%s%s%s]"
        .formatted(
            silent,
            linkPreview,
            protect,
            pin,
            replyTo,
            topic == null ? "" : ", topic=" + topic.number(),
            sendAs == null ? "" : ", sendAs=" + sendAs.telegramId());
  }
}
