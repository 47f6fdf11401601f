/// The HTTP side: description, codes, posts, faults and the page that shows a phone.
@NullMarked
package xyz.contentfactory.telegram.sandbox.web;

import org.jspecify.annotations.NullMarked;
