/// Links in mails, which count once and for a while.
@NullMarked
package xyz.contentfactory.user.link;

import org.jspecify.annotations.NullMarked;
