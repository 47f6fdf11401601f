@NullMarked
package xyz.contentfactory.kit.problem;

import org.jspecify.annotations.NullMarked;
