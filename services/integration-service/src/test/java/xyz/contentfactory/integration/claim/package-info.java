@NullMarked
package xyz.contentfactory.integration.claim;

import org.jspecify.annotations.NullMarked;
