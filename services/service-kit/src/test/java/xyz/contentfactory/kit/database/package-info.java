@NullMarked
package xyz.contentfactory.kit.database;

import org.jspecify.annotations.NullMarked;
