package xyz.contentfactory.telegram.tl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodSizeTest {
  /// HotSpot's HugeMethodLimit: longer methods are interpreted for ever.
  private static final int HUGE_METHOD = 8_000;

  @Test
  void no_method_is_too_long_for_the_compiler() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : GeneratedClasses.files()) {
      ClassModel type = ClassFile.of().parse(file);
      type.methods()
          .forEach(method -> {
            CodeModel code = method.code().orElse(null);
            if (code instanceof CodeAttribute bytes && bytes.codeLength() >= HUGE_METHOD) {
              tooLong.add(type.thisClass().asInternalName() + "." + method.methodName());
            }
          });
    }
    assertThat(tooLong).isEmpty();
  }
}
