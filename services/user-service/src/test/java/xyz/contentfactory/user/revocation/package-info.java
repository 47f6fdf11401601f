@NullMarked
package xyz.contentfactory.user.revocation;

import org.jspecify.annotations.NullMarked;
