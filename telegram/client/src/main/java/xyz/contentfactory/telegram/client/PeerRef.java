package xyz.contentfactory.telegram.client;

/// Whom to address, with the permission to do so. Access hashes belong to one account.
public sealed interface PeerRef {
  long id();

  /// A channel or supergroup.
  record Channel(long id, long accessHash) implements PeerRef {
    public Channel {
      requirePositive(id);
    }
  }

  /// A basic group.
  record Group(long id) implements PeerRef {
    public Group {
      requirePositive(id);
    }
  }

  /// A person or a bot.
  record User(long id, long accessHash) implements PeerRef {
    public User {
      requirePositive(id);
    }
  }

  /// The account's own saved messages.
  record Self() implements PeerRef {
    @Override
    public long id() {
      return 0;
    }
  }

  private static void requirePositive(long id) {
    if (id <= 0) {
      throw new IllegalArgumentException("a peer id is positive");
    }
  }
}
