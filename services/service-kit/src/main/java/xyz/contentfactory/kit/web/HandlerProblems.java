package xyz.contentfactory.kit.web;

import io.swagger.v3.oas.models.Operation;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.method.HandlerMethod;
import xyz.contentfactory.kit.problem.ListsProblems;
import xyz.contentfactory.kit.problem.ProblemCode;

/// The problems that a controller method lists by its annotations. They travel with the operation,
/// under a name of our own, until the whole document is known and `ProblemResponses` writes them.
final class HandlerProblems implements OperationCustomizer {
  private static final String LISTED = "x-listed-problems";

  static Set<ProblemCode> of(Method method) {
    return MergedAnnotations.from(method).stream()
        .filter(annotation -> annotation.getType().isAnnotationPresent(ListsProblems.class))
        .flatMap(annotation ->
            Stream.of((Object[]) Objects.requireNonNull(annotation.getValue("value").orElse(null))))
        .map(ProblemCode.class::cast)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    operation.addExtension(LISTED, of(handler.getMethod()));
    return operation;
  }

  /// What `customize` has left at the operation, which then has it no more.
  static Set<ProblemCode> takeFrom(Operation operation) {
    if (operation.getExtensions() == null
        || !(operation.getExtensions().remove(LISTED) instanceof Set<?> listed)) {
      return Set.of();
    }
    return listed.stream()
        .map(ProblemCode.class::cast)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
