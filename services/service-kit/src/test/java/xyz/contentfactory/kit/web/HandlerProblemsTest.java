package xyz.contentfactory.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.CommonProblems;

class HandlerProblemsTest {
  @CommonProblems(CommonProblem.CONFLICT)
  @Retention(RetentionPolicy.RUNTIME)
  @interface ChangesState {}

  @CommonProblems({CommonProblem.NOT_FOUND, CommonProblem.NOT_ALLOWED})
  @ChangesState
  void lists() {}

  void saysNothing() {}

  @Test
  void a_method_lists_problems_by_its_annotations_and_by_those_upon_them() throws Exception {
    assertThat(HandlerProblems.of(method("lists")))
        .isEqualTo(
            java.util.Set.of(
                CommonProblem.NOT_FOUND, CommonProblem.NOT_ALLOWED, CommonProblem.CONFLICT));
  }

  @Test
  void a_method_without_annotations_lists_nothing() throws Exception {
    assertThat(HandlerProblems.of(method("saysNothing"))).isEmpty();
  }

  private static Method method(String name) throws NoSuchMethodException {
    return HandlerProblemsTest.class.getDeclaredMethod(name);
  }
}
