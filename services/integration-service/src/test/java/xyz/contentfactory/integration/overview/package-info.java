@NullMarked
package xyz.contentfactory.integration.overview;

import org.jspecify.annotations.NullMarked;
