/// Changes as they happen, streamed to the browsers of the member concerned.
@NullMarked
package xyz.contentfactory.integration.event;

import org.jspecify.annotations.NullMarked;
