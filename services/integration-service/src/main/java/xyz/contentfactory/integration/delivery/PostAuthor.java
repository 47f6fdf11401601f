package xyz.contentfactory.integration.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// The channel that a post in a group is sent as.
///
/// @param telegramId as text: it does not fit the numbers of JavaScript
/// @param name as it was when the post was planned; null until it has been looked up
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostAuthor(String telegramId, @Nullable String name) {
  long id() {
    return Long.parseLong(telegramId);
  }
}
