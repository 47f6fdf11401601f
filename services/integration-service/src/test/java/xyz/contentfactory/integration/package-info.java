@NullMarked
package xyz.contentfactory.integration;

import org.jspecify.annotations.NullMarked;
