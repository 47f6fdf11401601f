package xyz.contentfactory.kit.identity;

import com.nimbusds.jose.jwk.JWKSet;

/// The public keys that access tokens are verified with. A seam: in one process the issuer itself
/// answers, in the split deployment they come from its JWKS address.
public interface AccessTokenKeys {
  JWKSet publicKeys();
}
