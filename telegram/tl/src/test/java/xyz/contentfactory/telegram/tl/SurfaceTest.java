package xyz.contentfactory.telegram.tl;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the rest of the product sees of the schema; a new layer shows as a difference to read.
class SurfaceTest {
  private static final Path SURFACE = Path.of("src/main/tl/surface.txt");
  private static final String BASE = TlObject.class.getPackageName() + ".";

  @Test
  void the_surface_is_the_committed_one() throws IOException {
    List<String> actual =
        GeneratedClasses.records().stream().map(SurfaceTest::line).sorted().toList();
    if (Boolean.getBoolean("golden.update")) {
      Files.write(SURFACE, actual);
    }
    assertThat(actual).isEqualTo(Files.readAllLines(SURFACE));
  }

  @Test
  void no_two_constructors_share_an_id() {
    assertThat(GeneratedClasses.records()).map(GeneratedClasses::idOf).doesNotHaveDuplicates();
  }

  @Test
  void the_layer_is_the_one_of_the_schema() throws IOException {
    assertThat(Files.readAllLines(Path.of("src/main/tl/api.tl")))
        .contains("// LAYER " + TlSchema.LAYER);
  }

  private static String line(Class<? extends TlObject> type) {
    String components =
        Arrays.stream(type.getRecordComponents())
            .map(SurfaceTest::component)
            .collect(joining(", ", "(", ")"));
    return "%s#%08x%s"
        .formatted(shortened(type.getName()), GeneratedClasses.idOf(type), components);
  }

  private static String component(RecordComponent component) {
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    String type = shortened(component.getGenericType().getTypeName());
    return type + (optional ? "? " : " ") + component.getName();
  }

  private static String shortened(String type) {
    return type.replace(BASE, "").replace("java.lang.", "").replace("java.util.", "");
  }
}
