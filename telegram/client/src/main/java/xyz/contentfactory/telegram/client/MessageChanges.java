package xyz.contentfactory.telegram.client;

import java.util.List;
import xyz.contentfactory.telegram.tl.method.messages.EditMessage;
import xyz.contentfactory.telegram.tl.method.messages.UpdatePinnedMessage;
import xyz.contentfactory.telegram.tl.type.InputChannel;
import xyz.contentfactory.telegram.tl.type.PlainInputChannel;

/// Edits, deletes and pins messages that stand.
final class MessageChanges {
  private final Calls calls;
  private final Peers peers;

  MessageChanges(Calls calls, Peers peers) {
    this.calls = calls;
    this.peers = peers;
  }

  void edit(EditedText text) {
    var entities = TextEntities.write(text.entities());
    peers.learn(
        calls.call(
            EditMessage.builder()
                .noWebpage(text.preview() == OutgoingText.Preview.NONE)
                .invertMedia(text.preview() == OutgoingText.Preview.ABOVE)
                .peer(Peers.input(text.peer()))
                .id(text.number())
                .message(text.text())
                .entities(entities.isEmpty() ? null : entities)
                .replyMarkup(MediaInputs.buttons(text.buttons()))
                .build()));
  }

  void delete(PeerRef peer, List<Integer> numbers) {
    if (peer instanceof PeerRef.Channel(long id, long accessHash)) {
      InputChannel channel = new PlainInputChannel(id, accessHash);
      calls.call(
          new xyz.contentfactory.telegram.tl.method.channels.DeleteMessages(channel, numbers));
    } else {
      calls.call(new xyz.contentfactory.telegram.tl.method.messages.DeleteMessages(true, numbers));
    }
  }

  void pin(PeerRef peer, int number, boolean pinned) {
    peers.learn(
        calls.call(
            UpdatePinnedMessage.builder()
                .silent(true)
                .unpin(!pinned)
                .peer(Peers.input(peer))
                .id(number)
                .build()));
  }
}
