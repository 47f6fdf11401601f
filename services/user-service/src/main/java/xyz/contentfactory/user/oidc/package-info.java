/// Signing in by a provider of OpenID Connect: the way there and back, and who is who.
@NullMarked
package xyz.contentfactory.user.oidc;

import org.jspecify.annotations.NullMarked;
