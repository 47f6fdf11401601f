/// Tests of what the services' web sides share, and the check of their documented answers.
@NullMarked
package xyz.contentfactory.kit.web;

import org.jspecify.annotations.NullMarked;
