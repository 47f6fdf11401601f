package xyz.contentfactory.standalone.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// The identity under which PostgreSQL's programs run. They refuse to be root, so a process of root
/// hands them another user, and that user the folder. Later starts follow the folder's owner.
///
/// @param prefix what is put before each command; empty for an ordinary user
/// @param owner the user id that the files belong to
record RunAs(List<String> prefix, long owner) {

  /// `nobody`, on every Linux.
  private static final long UNPRIVILEGED = 65534;

  static RunAs ownerOf(Path folder) throws IOException {
    long self = new UnixSystem().getUid();
    long owner =
        ((Number) Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS)).longValue();
    if (self != 0) {
      if (owner != self) {
        throw new PostgresFailure(
            "The database in %s belongs to another user; start as that user, or choose another folder with CF_DATA_DIR."
                .formatted(folder));
      }
      return new RunAs(List.of(), self);
    }
    return owner == 0 ? withoutPrivileges() : asUser(owner);
  }

  /// For a folder that holds no cluster yet: gives it to the user who will run the server.
  static RunAs settle(Path folder) throws IOException {
    if (new UnixSystem().getUid() != 0) {
      return ownerOf(folder);
    }
    RunAs unprivileged = asUser(UNPRIVILEGED);
    give(folder, UNPRIVILEGED);
    if (unprivileged.canWrite(folder)) {
      return unprivileged;
    }
    give(folder, 0);
    RunAs namespace = withoutPrivileges();
    if (namespace.canWrite(folder)) {
      return namespace;
    }
    throw new PostgresFailure(
        "PostgreSQL does not run as root, and neither setpriv nor unshare works here: start as an ordinary user.");
  }

  void own(Path file) throws IOException {
    if (!prefix.isEmpty()) {
      give(file, owner);
    }
  }

  private boolean canWrite(Path folder) {
    return Program.run(Path.of("/"), prefix, List.of("test", "-w", folder.toString())).succeeded();
  }

  private static RunAs asUser(long uid) {
    return new RunAs(
        List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--no-new-privs"),
        uid);
  }

  /// A user namespace of its own: root's files, none of root's powers.
  private static RunAs withoutPrivileges() {
    return new RunAs(List.of("unshare", "--user"), 0);
  }

  private static void give(Path file, long uid) throws IOException {
    Files.setAttribute(file, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(file, "unix:gid", (int) uid, LinkOption.NOFOLLOW_LINKS);
  }
}
