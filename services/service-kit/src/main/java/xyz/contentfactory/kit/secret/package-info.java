/// Secrets that never print, and the keyring that encrypts what is stored.
@NullMarked
package xyz.contentfactory.kit.secret;

import org.jspecify.annotations.NullMarked;
