package xyz.contentfactory.telegram.sandbox.world;

import java.util.Set;

/// One person in one channel.
///
/// @param rights the admin rights by their names in the schema (`post_messages`, …); of everything
///   for the creator, of nothing for a plain member
public record Member(
    long channelId, long personId, Role role, Set<String> rights, int joinedSeconds, int readUpTo) {

  public enum Role {
    CREATOR,
    ADMIN,
    MEMBER,
    /// In a group without the right to write.
    MUTED
  }

  public boolean may(String right) {
    return role == Role.CREATOR || (role == Role.ADMIN && rights.contains(right));
  }

  Member readUpTo(int number) {
    return new Member(channelId, personId, role, rights, joinedSeconds, number);
  }
}
