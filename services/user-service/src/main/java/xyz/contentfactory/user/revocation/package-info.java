/// What is revoked before it expires, told to every node of one database within a second.
@NullMarked
package xyz.contentfactory.user.revocation;

import org.jspecify.annotations.NullMarked;
