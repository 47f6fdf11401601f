@NullMarked
package xyz.contentfactory.telegram.codegen;

import org.jspecify.annotations.NullMarked;
