/// What exists in the sandbox: people, codes, channels, posts and keys, and the rules about them.
@NullMarked
package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.NullMarked;
