/// The people of an installation.
@NullMarked
package xyz.contentfactory.user.member;

import org.jspecify.annotations.NullMarked;
