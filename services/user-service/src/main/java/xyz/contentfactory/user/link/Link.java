package xyz.contentfactory.user.link;

import java.util.UUID;
import xyz.contentfactory.user.member.EmailAddress;

/// A link that has just been followed.
///
/// @param email where it was sent to: whoever followed it reads that address's mail
public record Link(UUID memberId, LinkPurpose purpose, EmailAddress email) {}
