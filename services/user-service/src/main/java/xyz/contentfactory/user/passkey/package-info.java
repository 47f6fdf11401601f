/// Passkeys (WebAuthn): both factors in one, bound to our address, so that no imitation gets them.
@NullMarked
package xyz.contentfactory.user.passkey;

import org.jspecify.annotations.NullMarked;
