@NullMarked
package xyz.contentfactory.integration.notation;

import org.jspecify.annotations.NullMarked;
