@NullMarked
package xyz.contentfactory.user.session;

import org.jspecify.annotations.NullMarked;
