/// Passwords as Argon2id hashes, computed on few threads so that load cannot exhaust memory.
@NullMarked
package xyz.contentfactory.user.password;

import org.jspecify.annotations.NullMarked;
