package xyz.contentfactory.telegram.mtproto;

/// Names one call inside one client session, from {@code call(..)} until its answer; never on the
/// wire. It stays the same when the call is sent again under another message id.
public record CallId(long value) {}
