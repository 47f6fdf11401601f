@NullMarked
package xyz.contentfactory.integration.flood;

import org.jspecify.annotations.NullMarked;
