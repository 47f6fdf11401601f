package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Private messages. Each person has one row of numbers and one pts counter over all of them. Call
/// only inside [World#change].
public final class Mailboxes {

  /// The counters of one person; pts begins at 1 as Telegram's does.
  public record Counters(int lastNumber, int pts) {
    static final Counters FRESH = new Counters(0, 1);
  }

  /// One conversation in one mailbox.
  public record Conversation(long ownerId, long withId, int lastNumber, int readUpTo) {}

  private final Table<Letter> letters;
  private final Table<Conversation> conversations;
  private final Table<Counters> counters;
  private final Table<Post> sms;

  Mailboxes(WorldStore store) {
    letters = store.table("letters", Letter.class);
    conversations = store.table("letters.conversations", Conversation.class);
    counters = store.table("letters.counters", Counters.class);
    sms = store.table("sms", Post.class);
  }

  Letter put(
      long ownerId, long withId, boolean outgoing, int now, String text, List<TextEntity> marks) {
    Counters old = counters(ownerId);
    Counters fresh = new Counters(old.lastNumber() + 1, old.pts() + 1);
    Letter letter =
        new Letter(ownerId, fresh.lastNumber(), fresh.pts(), withId, outgoing, now, text, marks);
    letters.put(Table.key(ownerId, letter.number()), letter);
    counters.put(Table.key(ownerId), fresh);
    int readUpTo = outgoing ? letter.number() : conversation(ownerId, withId).readUpTo();
    keep(new Conversation(ownerId, withId, letter.number(), readUpTo));
    return letter;
  }

  public Counters counters(long ownerId) {
    return Objects.requireNonNullElse(counters.get(Table.key(ownerId)), Counters.FRESH);
  }

  public Conversation conversation(long ownerId, long withId) {
    Conversation known = conversations.get(Table.key(ownerId, withId));
    return known == null ? new Conversation(ownerId, withId, 0, 0) : known;
  }

  public List<Conversation> conversations(long ownerId) {
    return conversations.under(Table.key(ownerId)).toList();
  }

  public int unread(Conversation in) {
    return (int)
        letters
            .from(Table.key(in.ownerId(), in.readUpTo() + 1L), Table.key(in.ownerId()))
            .filter(l -> l.withId() == in.withId() && !l.outgoing())
            .count();
  }

  /// Marks as read; true when that changed something.
  public boolean read(long ownerId, long withId, int upTo) {
    Conversation old = conversation(ownerId, withId);
    int reached = Math.min(upTo <= 0 ? old.lastNumber() : upTo, old.lastNumber());
    if (reached <= old.readUpTo()) {
      return false;
    }
    keep(new Conversation(ownerId, withId, old.lastNumber(), reached));
    return true;
  }

  private void keep(Conversation conversation) {
    conversations.put(Table.key(conversation.ownerId(), conversation.withId()), conversation);
  }

  public Optional<Letter> find(long ownerId, int number) {
    return number <= 0
        ? Optional.empty()
        : Optional.ofNullable(letters.get(Table.key(ownerId, number)));
  }

  /// Letters that came after this pts, oldest first.
  public List<Letter> since(long ownerId, int pts, int limit) {
    return letters.under(Table.key(ownerId)).filter(l -> l.pts() > pts).limit(limit).toList();
  }

  /// One conversation, newest first, from below a number (0: from the newest).
  public List<Letter> history(long ownerId, @Nullable Long withId, int below, int limit) {
    String prefix = Table.key(ownerId);
    String start = Table.key(ownerId, below > 0 ? below - 1L : Integer.MAX_VALUE);
    return letters
        .downFrom(start, prefix)
        .filter(l -> withId == null || l.withId() == withId)
        .limit(limit)
        .toList();
  }

  /// A text message outside Telegram; it only shows on the phone page.
  void sms(PhoneNumber phone, int now, String text) {
    int number = 1 + (int) sms.under(phone.digits() + "/").count();
    sms.put(
        phone.digits() + Table.key(number),
        new Post(
            0, number, 0, 0, now, text, List.of(), null, false, 0, null, null, null, null, null));
  }

  public List<Post> sms(PhoneNumber phone) {
    return sms.under(phone.digits() + "/").toList();
  }
}
