package xyz.contentfactory.kit.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The common problems that a controller method answers with by its own decision; those that follow
/// from the permission table, the limits and the body need no word.
@ListsProblems
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CommonProblems {
  CommonProblem[] value();
}
