/// The local mailbox of an installation without a mail server.
@NullMarked
package xyz.contentfactory.standalone.mailbox;

import org.jspecify.annotations.NullMarked;
