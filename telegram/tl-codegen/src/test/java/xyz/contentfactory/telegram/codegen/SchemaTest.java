package xyz.contentfactory.telegram.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

  @Test
  void a_definition_reads_into_its_parts() {
    Definition user =
        Definition.parse(
            "help.user#0000000f flags:# self:flags.3?true tags:Vector<int> = User;", false);

    assertThat(user.name()).isEqualTo("help.user");
    assertThat(user.id()).isEqualTo(15);
    assertThat(user.visibleFields()).extracting(Field::name).containsExactly("self", "tags");
    assertThat(user.visibleFields().getFirst().isTrueFlag()).isTrue();
    assertThat(user.result()).hasToString("User");
  }

  @Test
  void the_count_before_an_object_is_no_component() {
    Definition message =
        Definition.parse("message#1 msg_id:long bytes:int body:Object = Message;", false);

    assertThat(message.visibleFields()).extracting(Field::name).containsExactly("msg_id", "body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user = User;",
        "user#1 = User",
        "user#123456789 = User;",
        "user#1 id = User;",
        "user#1 id:Vector<int = User;",
        "user#1 id:flags.32?int = User;",
      })
  void what_is_not_tl_is_refused(String line) {
    assertThatThrownBy(() -> Definition.parse(line, false)).isInstanceOf(SchemaException.class);
  }

  @Test
  void two_definitions_with_one_id_are_refused() {
    assertThatThrownBy(() -> Schema.parse("one#1 = One;\ntwo#1 = Two;\n"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("one and two");
  }

  @Test
  void names_that_differ_only_in_case_are_refused() {
    Schema schema = Schema.parse("getIP#1 = Bool;\ngetIp#2 = Bool;\n");
    Model.Layout layout = new Model.Layout("b", "b.t", "b.m", "R");

    assertThatThrownBy(() -> new Model(schema, layout)).hasMessageContaining("two classes");
  }

  @Test
  void an_unknown_type_is_refused() {
    Schema schema = Schema.parse("one#1 other:Missing = One;\n");
    Model model = new Model(schema, new Model.Layout("b", "b.t", "b.m", "R"));

    assertThatThrownBy(() -> SchemaSources.of(model)).hasMessageContaining("Missing");
  }
}
