@NullMarked
package xyz.contentfactory.integration.problem;

import org.jspecify.annotations.NullMarked;
