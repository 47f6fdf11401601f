@NullMarked
package xyz.contentfactory.user.member;

import org.jspecify.annotations.NullMarked;
