@NullMarked
package xyz.contentfactory.user.problem;

import org.jspecify.annotations.NullMarked;
