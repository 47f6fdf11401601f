/// The API methods the sandbox answers, one small file a feature.
@NullMarked
package xyz.contentfactory.telegram.sandbox.api;

import org.jspecify.annotations.NullMarked;
