/// Encrypting everything anew under a new key, while it is in use.
@NullMarked
package xyz.contentfactory.kit.rotation;

import org.jspecify.annotations.NullMarked;
