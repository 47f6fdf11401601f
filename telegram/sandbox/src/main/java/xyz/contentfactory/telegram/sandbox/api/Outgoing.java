package xyz.contentfactory.telegram.sandbox.api;

import xyz.contentfactory.telegram.sandbox.world.Attachment;
import xyz.contentfactory.telegram.sandbox.world.FormattedText;

/// One message that a client wants to send.
record Outgoing(FormattedText text, long randomId, Attachment attachment) {

  Outgoing with(Attachment other) {
    return new Outgoing(text, randomId, other);
  }
}
