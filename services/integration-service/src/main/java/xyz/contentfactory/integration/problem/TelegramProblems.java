package xyz.contentfactory.integration.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import xyz.contentfactory.kit.problem.ListsProblems;

/// The problems of this module that a controller method answers with.
@ListsProblems
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface TelegramProblems {
  TelegramProblem[] value();
}
