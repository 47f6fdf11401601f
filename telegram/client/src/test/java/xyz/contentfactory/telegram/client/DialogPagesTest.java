package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static xyz.contentfactory.telegram.client.Samples.channel;
import static xyz.contentfactory.telegram.client.Samples.dialog;
import static xyz.contentfactory.telegram.client.Samples.post;
import static xyz.contentfactory.telegram.client.ScriptedTelegram.result;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import xyz.contentfactory.telegram.client.Dialog.Kind;
import xyz.contentfactory.telegram.client.Dialog.Rights;
import xyz.contentfactory.telegram.net.Reply;
import xyz.contentfactory.telegram.tl.method.messages.GetDialogs;
import xyz.contentfactory.telegram.tl.type.Channel;
import xyz.contentfactory.telegram.tl.type.Chat;
import xyz.contentfactory.telegram.tl.type.ChatAdminRights;
import xyz.contentfactory.telegram.tl.type.ChatBannedRights;
import xyz.contentfactory.telegram.tl.type.ChatForbidden;
import xyz.contentfactory.telegram.tl.type.InputPeerChannel;
import xyz.contentfactory.telegram.tl.type.Message;
import xyz.contentfactory.telegram.tl.type.Username;
import xyz.contentfactory.telegram.tl.type.messages.DialogsSlice;

@Timeout(240)
class DialogPagesTest {
  private static final int COUNT = 250;

  private final ScriptedTelegram telegram = new ScriptedTelegram();
  private final TelegramClient client = telegram.open(new RecordingOwner());

  @AfterEach
  void close() {
    client.close();
    telegram.close();
  }

  /// Channels COUNT to 1; the newest message of channel n has the date n.
  private static Reply page(GetDialogs asked) {
    var before = asked.offsetDate() == 0 ? COUNT + 1L : asked.offsetDate();
    var ids =
        LongStream.iterate(before - 1, id -> id > 0, id -> id - 1)
            .limit(asked.limit())
            .boxed()
            .toList();
    return result(
        new DialogsSlice(
            COUNT,
            ids.stream()
                .<xyz.contentfactory.telegram.tl.type.Dialog>map(id -> dialog(id, 1))
                .toList(),
            ids.stream().<Message>map(id -> post(id, 1, "text", id.intValue())).toList(),
            ids.stream().<Chat>map(id -> channel(id).build()).toList(),
            List.of()));
  }

  @Test
  void all_pages_are_read_in_order() {
    telegram.on(GetDialogs.class, DialogPagesTest::page);
    var dialogs = client.dialogs();
    assertThat(dialogs).hasSize(COUNT);
    assertThat(dialogs.getFirst().title()).isEqualTo("Channel 250");
    assertThat(dialogs.getLast().title()).isEqualTo("Channel 1");
    var asked = telegram.calls(GetDialogs.class);
    assertThat(asked).hasSize(3);
    assertThat(asked.get(1).offsetPeer()).isEqualTo(new InputPeerChannel(151, 151 * 7));
    assertThat(client.knownChannel(3)).isEqualTo(new PeerRef.Channel(3, 21));
  }

  @Test
  void a_server_that_repeats_itself_is_not_asked_for_ever() {
    telegram.on(
        GetDialogs.class,
        result ->
            result(
                new DialogsSlice(
                    1_000_000,
                    List.of(dialog(1, 1)),
                    List.of(post(1, 1, "text", 5)),
                    List.of(channel(1).build()),
                    List.of())));
    assertThat(client.dialogs()).hasSize(1);
    assertThat(telegram.calls(GetDialogs.class)).hasSize(2);
  }

  @Test
  void an_owner_may_do_everything() {
    assertThat(read(channel(1).creator(true)).rights()).isEqualTo(Rights.ALL);
    assertThat(read(channel(1).creator(true)).owner()).isTrue();
  }

  @Test
  void an_administrator_may_do_what_was_granted() {
    var granted = ChatAdminRights.builder().postMessages(true).inviteUsers(true).build();
    assertThat(read(channel(1).adminRights(granted)).rights())
        .isEqualTo(new Rights(true, false, false, false, true));
  }

  @Test
  void a_reader_of_a_channel_may_do_nothing() {
    assertThat(read(channel(1)).rights()).isEqualTo(Rights.NONE);
  }

  @Test
  void a_member_of_a_group_may_write_unless_banned_or_closed() {
    var closed = ChatBannedRights.builder().sendMessages(true).untilDate(0).build();
    assertThat(read(group()).rights().post()).isTrue();
    assertThat(read(group().bannedRights(closed)).rights().post()).isFalse();
    assertThat(read(group().defaultBannedRights(closed)).rights().post()).isFalse();
    var admin = ChatAdminRights.builder().other(true).build();
    assertThat(read(group().defaultBannedRights(closed).adminRights(admin)).rights().post())
        .isTrue();
  }

  @Test
  void a_name_in_the_list_of_names_counts() {
    var names = List.of(new Username(false, false, "old"), new Username(false, true, "current"));
    assertThat(read(channel(1).usernames(names)).username()).isEqualTo("current");
  }

  @Test
  void what_cannot_be_used_is_left_out() {
    assertThat(Dialogs.read(channel(1).left(true).build())).isNull();
    assertThat(Dialogs.read(channel(1).min(true).build())).isNull();
    assertThat(Dialogs.read(channel(1).accessHash(null).build())).isNull();
    assertThat(Dialogs.read(new ChatForbidden(1, "gone"))).isNull();
  }

  @Test
  void kinds_and_members_are_told() {
    assertThat(read(group()).kind()).isEqualTo(Kind.SUPERGROUP);
    assertThat(read(channel(1).participantsCount(7)).members()).isEqualTo(7);
  }

  private static Channel.Builder group() {
    return channel(1).broadcast(false).megagroup(true);
  }

  private static Dialog read(Channel.Builder channel) {
    var dialog = Dialogs.read(channel.build());
    assertThat(dialog).isNotNull();
    return dialog;
  }
}
