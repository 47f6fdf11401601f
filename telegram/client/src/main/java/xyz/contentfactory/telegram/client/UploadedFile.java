package xyz.contentfactory.telegram.client;

/// A file whose parts are all at Telegram; to be registered soon, for they are not kept for long.
///
/// @param md5 of the whole, in hexadecimal; empty for a big one
public record UploadedFile(long fileId, int parts, boolean big, String name, String md5) {}
