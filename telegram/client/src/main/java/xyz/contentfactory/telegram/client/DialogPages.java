package xyz.contentfactory.telegram.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.method.messages.GetDialogs;
import xyz.contentfactory.telegram.tl.type.Channel;
import xyz.contentfactory.telegram.tl.type.Chat;
import xyz.contentfactory.telegram.tl.type.DialogFolder;
import xyz.contentfactory.telegram.tl.type.Message;
import xyz.contentfactory.telegram.tl.type.MessageEmpty;
import xyz.contentfactory.telegram.tl.type.MessageService;
import xyz.contentfactory.telegram.tl.type.Peer;
import xyz.contentfactory.telegram.tl.type.PeerChannel;
import xyz.contentfactory.telegram.tl.type.PeerChat;
import xyz.contentfactory.telegram.tl.type.PlainChat;
import xyz.contentfactory.telegram.tl.type.PlainDialog;
import xyz.contentfactory.telegram.tl.type.PlainMessage;
import xyz.contentfactory.telegram.tl.type.User;
import xyz.contentfactory.telegram.tl.type.messages.DialogsNotModified;
import xyz.contentfactory.telegram.tl.type.messages.DialogsSlice;
import xyz.contentfactory.telegram.tl.type.messages.PlainDialogs;

/// Pages through the account's list of dialogs, the archive after the main list.
final class DialogPages {
  private static final int PAGE = 100;

  /// Ten thousand dialogs: beyond what an account can have pinned, joined and talked to in
  /// practice.
  private static final int MAX_PAGES = 100;

  private static final int MAIN = 0;
  private static final int ARCHIVE = 1;

  private final Calls calls;
  private final Peers peers;
  private final Consumer<List<ChannelState>> standing;
  private final Map<Peer, Dialog> found = new LinkedHashMap<>();

  /// Makes a reader.
  ///
  /// @param standing is told where the channels of each page stand
  DialogPages(Calls calls, Peers peers, Consumer<List<ChannelState>> standing) {
    this.calls = calls;
    this.peers = peers;
    this.standing = standing;
  }

  List<Dialog> read() {
    if (readFolder(MAIN)) {
      readFolder(ARCHIVE);
    }
    return List.copyOf(found.values());
  }

  private record Page(
      List<xyz.contentfactory.telegram.tl.type.Dialog> dialogs,
      List<Message> messages,
      List<Chat> chats,
      List<User> users,
      boolean last) {}

  /// Where the next page begins.
  private record Offset(int date, int id, @Nullable PeerRef peer) {
    static final Offset START = new Offset(0, 0, null);
  }

  /// Says whether there is an archive.
  private boolean readFolder(int folder) {
    var offset = Offset.START;
    var archive = false;
    var seen = 0;
    for (var pages = 0; pages < MAX_PAGES; pages++) {
      var page = page(folder, offset, seen);
      peers.learn(page.chats(), page.users());
      archive |= page.dialogs().stream().anyMatch(DialogFolder.class::isInstance);
      collect(page);
      standing.accept(states(page));
      seen += page.dialogs().size();
      var next = next(page, offset);
      if (page.last() || page.dialogs().isEmpty() || next.equals(offset)) {
        break;
      }
      offset = next;
    }
    return archive;
  }

  private Page page(int folder, Offset offset, int seen) {
    var question =
        GetDialogs.builder()
            .folderId(folder == MAIN ? null : folder)
            .offsetDate(offset.date())
            .offsetId(offset.id())
            .offsetPeer(Peers.input(offset.peer()))
            .limit(PAGE)
            .hash(0)
            .build();
    return switch (calls.call(question)) {
      case PlainDialogs all ->
          new Page(all.dialogs(), all.messages(), all.chats(), all.users(), true);
      case DialogsSlice slice ->
          new Page(
              slice.dialogs(),
              slice.messages(),
              slice.chats(),
              slice.users(),
              seen + slice.dialogs().size() >= slice.count());
      case DialogsNotModified _ -> new Page(List.of(), List.of(), List.of(), List.of(), true);
    };
  }

  private void collect(Page page) {
    var chats = new HashMap<Peer, Chat>();
    for (var chat : page.chats()) {
      switch (chat) {
        case Channel channel -> chats.put(new PeerChannel(channel.id()), chat);
        case PlainChat group -> chats.put(new PeerChat(group.id()), chat);
        default -> {}
      }
    }
    for (var entry : page.dialogs()) {
      if (entry instanceof PlainDialog dialog) {
        var chat = chats.get(dialog.peer());
        var read = chat == null ? null : Dialogs.read(chat);
        if (read != null) {
          found.putIfAbsent(dialog.peer(), read);
        }
      }
    }
  }

  private List<ChannelState> states(Page page) {
    return page.dialogs().stream()
        .filter(PlainDialog.class::isInstance)
        .map(PlainDialog.class::cast)
        .flatMap(dialog -> state(dialog).stream())
        .toList();
  }

  private Optional<ChannelState> state(PlainDialog dialog) {
    var pts = dialog.pts();
    return pts != null
            && pts > 0
            && peers.find(dialog.peer()) instanceof PeerRef.Channel(long id, long accessHash)
        ? Optional.of(new ChannelState(id, accessHash, pts))
        : Optional.empty();
  }

  /// After the last dialog whose newest message we know.
  private Offset next(Page page, Offset current) {
    var dialogs = new ArrayList<>(page.dialogs());
    for (var entry : dialogs.reversed()) {
      if (entry instanceof PlainDialog dialog) {
        var date = dateOf(page.messages(), dialog);
        var peer = peers.find(dialog.peer());
        if (date != null && peer != null) {
          return new Offset(date, dialog.topMessage(), peer);
        }
      }
    }
    return current;
  }

  private static @Nullable Integer dateOf(List<Message> messages, PlainDialog dialog) {
    for (var message : messages) {
      switch (message) {
        case PlainMessage m
            when m.id() == dialog.topMessage() && m.peerId().equals(dialog.peer()) -> {
          return m.date();
        }
        case MessageService m
            when m.id() == dialog.topMessage() && m.peerId().equals(dialog.peer()) -> {
          return m.date();
        }
        case PlainMessage _ -> {}
        case MessageService _ -> {}
        case MessageEmpty _ -> {}
      }
    }
    return null;
  }
}
