package xyz.contentfactory.telegram.client;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import xyz.contentfactory.telegram.mtproto.CallCancelled;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.method.upload.SaveBigFilePart;
import xyz.contentfactory.telegram.tl.method.upload.SaveFilePart;

/// Uploads a file in parts, a few at a time.
///
/// The rules: https://core.telegram.org/api/files
final class Uploader {
  static final int PART_BYTES = 512 << 10;

  /// What is larger needs no hash and names its number of parts.
  private static final long MOST_SMALL_BYTES = 10 << 20;

  /// How many parts are under way, and so in memory.
  private static final int IN_FLIGHT = 3;

  private final Calls calls;

  Uploader(Calls calls) {
    this.calls = calls;
  }

  UploadedFile upload(FileUpload file, UploadProgress progress) throws IOException {
    var size = file.content().size();
    if (size <= 0 || size > Media.MOST_BYTES) {
      throw new IllegalArgumentException("Telegram takes no file of " + size + " bytes");
    }
    var parts = (int) ((size + PART_BYTES - 1) / PART_BYTES);
    var big = size > MOST_SMALL_BYTES;
    send(file, new Shape(size, parts, big), progress);
    return new UploadedFile(
        file.fileId(), parts, big, file.name(), big ? "" : md5(file.content(), size));
  }

  private record Shape(long size, int parts, boolean big) {}

  private void send(FileUpload file, Shape shape, UploadProgress progress) throws IOException {
    var threads = Thread.ofVirtual().name("telegram-upload-", 0).factory();
    var executor = Executors.newThreadPerTaskExecutor(threads);
    try {
      send(file, shape, progress, executor);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CallCancelled();
    } finally {
      // Ends at once: whoever waits for Telegram is interrupted.
      executor.shutdownNow();
      executor.close();
    }
  }

  private void send(FileUpload file, Shape shape, UploadProgress progress, ExecutorService executor)
      throws InterruptedException, IOException {
    var underWay = new ArrayDeque<Future<?>>();
    var confirmed = Math.min(file.confirmedParts(), shape.parts());
    for (var next = confirmed; next < shape.parts() || !underWay.isEmpty(); ) {
      if (next < shape.parts() && underWay.size() < IN_FLIGHT) {
        var part = next++;
        underWay.add(
            executor.submit(() -> {
              send(file, shape, part);
              return null;
            }));
      } else {
        await(underWay.remove());
        progress.confirmed(++confirmed, shape.parts());
      }
    }
  }

  private static void await(Future<?> part) throws InterruptedException, IOException {
    try {
      part.get();
    } catch (ExecutionException failure) {
      switch (failure.getCause()) {
        case IOException unreadable -> throw unreadable;
        case RuntimeException refused -> throw refused;
        case null, default -> throw new IllegalStateException(failure);
      }
    }
  }

  private void send(FileUpload file, Shape shape, int part) throws IOException {
    var offset = (long) part * PART_BYTES;
    var length = (int) Math.min(PART_BYTES, shape.size() - offset);
    var bytes = Bytes.of(file.content().read(offset, length));
    var taken =
        shape.big()
            ? calls.call(new SaveBigFilePart(file.fileId(), part, shape.parts(), bytes))
            : calls.call(new SaveFilePart(file.fileId(), part, bytes));
    if (!taken) {
      throw new RpcException(
          "upload.saveFilePart", new RpcError.ServerFault(500, "FILE_PART_NOT_TAKEN"));
    }
  }

  private static String md5(FileContent content, long size) throws IOException {
    try {
      var digest = MessageDigest.getInstance("MD5");
      for (var at = 0L; at < size; at += PART_BYTES) {
        digest.update(content.read(at, (int) Math.min(PART_BYTES, size - at)));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
