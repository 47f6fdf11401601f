package xyz.contentfactory.integration.proxy;

/// What a proxy speaks. Published in the API.
public enum ProxyKind {
  SOCKS5,
  HTTP,
  MTPROTO
}
