/// Becoming a member: who may, at what cost, by which invitation.
@NullMarked
package xyz.contentfactory.user.registration;

import org.jspecify.annotations.NullMarked;
