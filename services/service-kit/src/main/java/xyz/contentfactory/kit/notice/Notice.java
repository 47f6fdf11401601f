package xyz.contentfactory.kit.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a member is to be told, once.
///
/// @param kind a stable name of what has happened
/// @param subjectId the thing of theirs that it has happened to
/// @param subjectName what they know it by
/// @param count how many other things it holds up
/// @param until when it is over by itself; null when it is not
public record Notice(
    UUID id,
    UUID memberId,
    String kind,
    UUID subjectId,
    String subjectName,
    long count,
    @Nullable Instant until) {}
