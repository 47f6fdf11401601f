@NullMarked
package xyz.contentfactory.kit.audit;

import org.jspecify.annotations.NullMarked;
