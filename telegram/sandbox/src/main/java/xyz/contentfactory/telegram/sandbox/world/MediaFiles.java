package xyz.contentfactory.telegram.sandbox.world;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.Hashes;
import xyz.contentfactory.telegram.sandbox.world.Pictures.Picture;

/// Photos and documents, and what hangs at which message. Call only inside [World#change].
public final class MediaFiles {

  /// How long a file reference is good.
  static final int REFERENCE_SECONDS = 24 * 3600;

  private static final int REFERENCE_BYTES = 12;

  private final Table<MediaFile> files;
  private final Table<Attachment> atPosts;
  private final Table<Attachment> atLetters;
  private final Uploads uploads;
  private final AccessHashes secrets;
  private final Entropy entropy;

  MediaFiles(WorldStore store, Uploads uploads, AccessHashes secrets, Entropy entropy) {
    files = store.table("files", MediaFile.class);
    atPosts = store.table("attachments.posts", Attachment.class);
    atLetters = store.table("attachments.letters", Attachment.class);
    this.uploads = uploads;
    this.secrets = secrets;
    this.entropy = entropy;
  }

  /// Makes a photo; refuses what is none.
  public MediaFile photo(Content content, int dc, int now) {
    if (content.bytes() > Uploads.MOST_SMALL_BYTES) {
      throw Refusal.bad("PHOTO_SAVE_FILE_INVALID");
    }
    Picture picture = Pictures.read(uploads.read(content, 0, (int) content.bytes()));
    Content small = uploads.put(picture.small());
    return keep(
        new MediaFile(
            newId(),
            MediaFile.Kind.PHOTO,
            content.id(),
            content.bytes(),
            dc,
            now,
            picture.mime(),
            null,
            picture.frame(),
            new MediaFile.Thumb(small.id(), (int) small.bytes(), picture.smallFrame()),
            null,
            false));
  }

  public MediaFile keep(MediaFile file) {
    files.put(Table.key(file.id()), file);
    return file;
  }

  /// For a file or an album.
  public long newId() {
    return ByteBuffer.wrap(entropy.bytes(8)).getLong() >>> 2;
  }

  public Optional<MediaFile> find(long id) {
    return id <= 0 ? Optional.empty() : Optional.ofNullable(files.get(Table.key(id)));
  }

  /// The content; none when it had to make room for newer files.
  public Optional<Content> content(MediaFile file) {
    return uploads.content(file.contentId());
  }

  /// The permission to use the file for a while.
  public byte[] reference(MediaFile file, int now) {
    int until = now + REFERENCE_SECONDS;
    return ByteBuffer.allocate(REFERENCE_BYTES)
        .putInt(until)
        .putLong(secrets.ofReference(file.id(), until))
        .array();
  }

  /// What is wrong with a reference: `EMPTY`, `INVALID` or `EXPIRED`; null when nothing is.
  public @Nullable String fault(MediaFile file, byte[] reference, int now) {
    if (reference.length == 0) {
      return "EMPTY";
    }
    if (reference.length != REFERENCE_BYTES) {
      return "INVALID";
    }
    int until = ByteBuffer.wrap(reference).getInt();
    byte[] right = ByteBuffer.allocate(8).putLong(secrets.ofReference(file.id(), until)).array();
    if (!Hashes.sameBytes(Arrays.copyOfRange(reference, 4, REFERENCE_BYTES), right)) {
      return "INVALID";
    }
    return now < until ? null : "EXPIRED";
  }

  public void attach(Post post, Attachment attachment) {
    atPosts.put(Table.key(post.channelId(), post.number()), attachment);
  }

  public void attach(Letter letter, Attachment attachment) {
    atLetters.put(Table.key(letter.ownerId(), letter.number()), attachment);
  }

  public Attachment of(Post post) {
    @Nullable Attachment there = atPosts.get(Table.key(post.channelId(), post.number()));
    return there == null ? Attachment.NONE : there;
  }

  public Attachment of(Letter letter) {
    @Nullable Attachment there = atLetters.get(Table.key(letter.ownerId(), letter.number()));
    return there == null ? Attachment.NONE : there;
  }
}
