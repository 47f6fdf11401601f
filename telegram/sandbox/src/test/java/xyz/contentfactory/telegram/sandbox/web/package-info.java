@NullMarked
package xyz.contentfactory.telegram.sandbox.web;

import org.jspecify.annotations.NullMarked;
