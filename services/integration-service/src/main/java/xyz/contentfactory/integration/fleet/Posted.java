package xyz.contentfactory.integration.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.SentMessage;

/// A post that stands.
///
/// @param messages one, or those of an album
/// @param twin the number of another post of ours with the same text, made since the first attempt
record Posted(List<SentMessage> messages, @Nullable Integer twin) {
  SentMessage message() {
    return messages.getFirst();
  }
}
