package xyz.contentfactory.kit.web;

import java.net.URI;
import java.util.function.Supplier;

/// Where people reach this installation: the beginning of every link that is mailed or shown.
///
/// Asked for at the moment of use, since without a setting it is this process's own port, which may
/// be known only after the start.
public final class PublicUrl {
  private final Supplier<URI> base;

  public PublicUrl(Supplier<URI> base) {
    this.base = base;
  }

  /// Scheme, host and port, without a path.
  public URI base() {
    return base.get();
  }

  /// The address of a page of the cabinet.
  ///
  /// @param path begins with `/`; may have a query and a fragment
  public URI page(String path) {
    return base().resolve(path);
  }
}
