package xyz.contentfactory.checks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Who may import whom, as `docs/ARCHITECTURE.md` draws it.
///
/// The root package is handed in, so that the twins can live below one of their own.
final class ImportRule {

  static final String ROOT = "xyz.contentfactory";

  /// A layer of the product, and the layers that it may see.
  private enum Layer {
    CODEGEN("telegram.codegen"),
    TL("telegram.tl"),
    CRYPTO("telegram.crypto"),
    MTPROTO("telegram.mtproto", TL, CRYPTO),
    NET("telegram.net", MTPROTO, TL, CRYPTO),
    CLIENT("telegram.client", NET, MTPROTO, TL, CRYPTO),
    SANDBOX("telegram.sandbox", MTPROTO, TL, CRYPTO),
    KIT("kit"),
    USER("user", KIT),
    INTEGRATION("integration", KIT, CLIENT, NET, MTPROTO, TL, CRYPTO),
    GATEWAY("gateway", KIT),
    STANDALONE("standalone", KIT, USER, INTEGRATION, GATEWAY, SANDBOX);

    private final String name;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable, its type does not say so
    private final Set<Layer> sees;

    Layer(String name, Layer... sees) {
      this.name = name;
      this.sees = Set.of(sees);
    }

    String packages(String root) {
      return root + "." + name + "..";
    }

    String[] unseen(String root) {
      return Arrays.stream(values())
          .filter(other -> other != this && !sees.contains(other))
          .map(other -> other.packages(root))
          .toArray(String[]::new);
    }
  }

  private ImportRule() {}

  static List<ArchRule> rules(String root) {
    List<ArchRule> rules = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      rules.add(
          noClasses()
              .that(resideInAnyPackage(layer.packages(root)))
              .should()
              .dependOnClassesThat(resideInAnyPackage(layer.unseen(root)))
              .as(layer.name + " sees only what it may see")
              .allowEmptyShould(true));
      rules.add(
          slices()
              .matching(root + "." + layer.name + ".(*)..")
              .should()
              .beFreeOfCycles()
              .as("the features of " + layer.name + " do not lean on each other in circles")
              .allowEmptyShould(true));
    }
    rules.add(
        noClasses()
            .that()
            .resideInAPackage(root + ".telegram..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..")
            .as("the Telegram library knows no framework"));
    rules.add(
        noClasses()
            .that(
                resideInAnyPackage(
                    Layer.TL.packages(root),
                    Layer.CRYPTO.packages(root),
                    Layer.MTPROTO.packages(root)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.net", "java.nio.channels..", "java.nio.file..", "java.util.concurrent..")
            .as("the core is pure: no sockets, no files, no threads"));
    return rules;
  }
}
