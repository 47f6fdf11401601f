package xyz.contentfactory.kit.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a module's own annotation whose `value` names problems of its enum. A controller method
/// that carries such an annotation says what it answers with beyond what any endpoint does; the API
/// document is made of it.
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ListsProblems {}
