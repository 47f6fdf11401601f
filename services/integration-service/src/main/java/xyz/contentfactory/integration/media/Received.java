package xyz.contentfactory.integration.media;

import java.nio.file.Path;

/// A file that is here as a whole but not kept yet.
record Received(Path file, long bytes, String sha256) {}
