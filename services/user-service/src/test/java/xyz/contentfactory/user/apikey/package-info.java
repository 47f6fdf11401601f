@NullMarked
package xyz.contentfactory.user.apikey;

import org.jspecify.annotations.NullMarked;
