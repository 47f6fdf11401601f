/// What every service stands on; no product words here.
@NullMarked
package xyz.contentfactory.kit;

import org.jspecify.annotations.NullMarked;
