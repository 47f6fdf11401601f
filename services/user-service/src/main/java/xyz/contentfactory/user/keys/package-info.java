/// The key under which everything secret is stored, for admins.
@NullMarked
package xyz.contentfactory.user.keys;

import org.jspecify.annotations.NullMarked;
