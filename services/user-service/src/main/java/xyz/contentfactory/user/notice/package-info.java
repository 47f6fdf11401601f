/// Mails about what happens to members' accounts.
@NullMarked
package xyz.contentfactory.user.notice;

import org.jspecify.annotations.NullMarked;
