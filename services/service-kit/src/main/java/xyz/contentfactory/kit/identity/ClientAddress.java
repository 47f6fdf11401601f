package xyz.contentfactory.kit.identity;

/// The network address a request came from, as the socket shows it; a controller parameter like
/// `Caller`.
public record ClientAddress(String value) {
  public static final ClientAddress NONE = new ClientAddress("-");
}
