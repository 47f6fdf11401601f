/// Invitations to register, by a link that counts once.
@NullMarked
package xyz.contentfactory.user.invitation;

import org.jspecify.annotations.NullMarked;
