package xyz.contentfactory.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Calls that the house style forbids, each with a better way.
final class CallRule {

  private static final Set<String> UNBOUNDED =
      Set.of(
          "newCachedThreadPool",
          "newFixedThreadPool",
          "newSingleThreadExecutor",
          "newWorkStealingPool");

  private CallRule() {}

  /// Rules of what ships.
  static List<ArchRule> product(String root) {
    return List.of(
        noClasses()
            .that(haveNoMain())
            .should()
            .accessTargetWhere(isField(System.class, "out", "err"))
            .as("only programs print; the rest logs or returns"),
        noClasses()
            .should()
            .callMethodWhere(named("printStackTrace"))
            .as("a stack trace goes to the log with its error"),
        noClasses()
            .should()
            .callMethodWhere(anyOf(UNBOUNDED, Executors.class))
            .as("every queue is bounded; use virtual threads or a pool with a bounded queue"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .as("chance comes from SecureRandom or is handed in as Entropy"),
        noClasses()
            .that()
            .resideInAnyPackage(
                root + ".telegram.mtproto..", root + ".telegram.tl..", root + ".telegram.crypto..")
            .should()
            .callMethodWhere(
                anyOf(
                    Set.of("now", "currentTimeMillis", "nanoTime"),
                    java.time.Instant.class,
                    System.class))
            .as("the core is told the time"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..")
            .as("one logging facade"),
        methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage(root + "..")
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should()
            .notHaveRawReturnType(CompletableFuture.class)
            .as("no CompletableFuture in a public API: callers block on virtual threads"));
  }

  /// Rules of the tests.
  static List<ArchRule> tests() {
    return List.of(
        noClasses()
            .should()
            .callMethodWhere(
                anyOf(Set.of("sleep"), Thread.class, java.util.concurrent.TimeUnit.class))
            .as("time is moved or an event is awaited, never slept for"));
  }

  private static DescribedPredicate<JavaClass> haveNoMain() {
    return describe(
        "are not programs",
        type -> type.getMethods().stream().noneMatch(method -> method.getName().equals("main")));
  }

  private static DescribedPredicate<JavaAccess<?>> isField(Class<?> owner, String... names) {
    return describe(
        "fields of " + owner.getSimpleName(),
        access ->
            access.getTargetOwner().isEquivalentTo(owner)
                && Set.of(names).contains(access.getTarget().getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> named(String name) {
    return describe(name, access -> access.getTarget().getName().equals(name));
  }

  private static DescribedPredicate<JavaAccess<?>> anyOf(Set<String> names, Class<?>... owners) {
    return describe(
        names.toString(),
        access ->
            names.contains(access.getTarget().getName())
                && java.util.Arrays.stream(owners)
                    .anyMatch(access.getTargetOwner()::isEquivalentTo));
  }
}
