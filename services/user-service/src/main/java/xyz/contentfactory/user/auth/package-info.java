/// The addresses under /api/auth and what they do.
@NullMarked
package xyz.contentfactory.user.auth;

import org.jspecify.annotations.NullMarked;
