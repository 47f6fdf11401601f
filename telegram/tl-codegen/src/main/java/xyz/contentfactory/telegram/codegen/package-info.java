/// Reads TL text and writes the Java sources of its types, constructors and functions.
@NullMarked
package xyz.contentfactory.telegram.codegen;

import org.jspecify.annotations.NullMarked;
