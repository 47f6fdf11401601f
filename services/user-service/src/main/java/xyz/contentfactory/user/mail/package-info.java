/// Mail: what it says, the outbox that it waits in, and the ways it goes.
@NullMarked
package xyz.contentfactory.user.mail;

import org.jspecify.annotations.NullMarked;
