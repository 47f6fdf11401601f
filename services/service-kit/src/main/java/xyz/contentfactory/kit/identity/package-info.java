/// Who calls: the member behind a request, from where, and the keys that prove it.
@NullMarked
package xyz.contentfactory.kit.identity;

import org.jspecify.annotations.NullMarked;
