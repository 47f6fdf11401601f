@NullMarked
package xyz.contentfactory.integration.fleet;

import org.jspecify.annotations.NullMarked;
