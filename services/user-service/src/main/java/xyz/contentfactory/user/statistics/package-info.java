/// How many people there are, for admins.
@NullMarked
package xyz.contentfactory.user.statistics;

import org.jspecify.annotations.NullMarked;
