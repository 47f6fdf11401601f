/// What members are to be told, by whoever learns of it, to whoever can reach them.
@NullMarked
package xyz.contentfactory.kit.notice;

import org.jspecify.annotations.NullMarked;
