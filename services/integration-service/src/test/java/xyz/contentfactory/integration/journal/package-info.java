@NullMarked
package xyz.contentfactory.integration.journal;

import org.jspecify.annotations.NullMarked;
