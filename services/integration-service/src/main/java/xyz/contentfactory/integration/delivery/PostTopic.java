package xyz.contentfactory.integration.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// The topic of a forum that a post stands in.
///
/// @param title as it was when the post was planned; null until it has been looked up
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostTopic(int number, @Nullable String title) {}
