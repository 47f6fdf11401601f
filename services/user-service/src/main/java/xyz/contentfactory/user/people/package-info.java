/// Members as an admin sees them: listed, given a role, blocked, deleted.
@NullMarked
package xyz.contentfactory.user.people;

import org.jspecify.annotations.NullMarked;
