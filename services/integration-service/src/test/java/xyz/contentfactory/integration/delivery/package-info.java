@NullMarked
package xyz.contentfactory.integration.delivery;

import org.jspecify.annotations.NullMarked;
