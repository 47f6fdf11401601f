package xyz.contentfactory.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rules that read compiled classes: who imports whom, and what is called.
class ClassRulesTest {

  private static final String TWINS = "xyz.contentfactory.checks.twins";

  @Test
  void layers_see_only_what_they_may_see() {
    assertThat(Classes.product()).isNotEmpty();
    assertThat(findings(ImportRule.rules(ImportRule.ROOT), Classes.product())).isEmpty();
  }

  @Test
  void nothing_that_ships_makes_a_call_that_the_house_forbids() {
    assertThat(findings(CallRule.product(ImportRule.ROOT), Classes.product())).isEmpty();
  }

  @Test
  void no_test_sleeps() {
    assertThat(findings(CallRule.tests(), Classes.tests())).isEmpty();
  }

  @Test
  void the_twins_that_import_what_they_must_not_are_reported() {
    List<String> findings = findings(ImportRule.rules(TWINS), twins());

    assertThat(findings)
        .anyMatch(finding -> finding.contains("twins.telegram.sandbox.SandboxThatUsesTheClient"))
        .anyMatch(finding -> finding.contains("twins.user.UserThatUsesTelegram"))
        .anyMatch(finding -> finding.contains("twins.telegram.client.ClientWithSpring"))
        .anyMatch(finding -> finding.contains("twins.telegram.mtproto.CoreWithSocket"))
        .anyMatch(finding -> finding.startsWith("Cycle detected: Slice one"));
  }

  @Test
  void the_twin_that_makes_every_forbidden_call_is_reported_for_each() {
    List<String> broken = new ArrayList<>();
    for (ArchRule rule : CallRule.product(TWINS)) {
      if (rule.evaluate(twins()).hasViolation()) {
        broken.add(rule.getDescription());
      }
    }

    assertThat(broken)
        .containsExactlyElementsOf(
            CallRule.product(TWINS).stream().map(ArchRule::getDescription).toList());
    assertThat(findings(CallRule.tests(), twins())).isNotEmpty();
  }

  private static JavaClasses twins() {
    return new ClassFileImporter().importPackages(TWINS);
  }

  private static List<String> findings(List<ArchRule> rules, JavaClasses classes) {
    return rules.stream()
        .flatMap(rule -> rule.evaluate(classes).getFailureReport().getDetails().stream())
        .sorted()
        .toList();
  }
}
