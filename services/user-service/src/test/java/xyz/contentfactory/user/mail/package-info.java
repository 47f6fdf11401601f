@NullMarked
package xyz.contentfactory.user.mail;

import org.jspecify.annotations.NullMarked;
