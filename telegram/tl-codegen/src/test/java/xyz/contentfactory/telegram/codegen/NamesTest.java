package xyz.contentfactory.telegram.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "messages.sendMessage, SendMessage",
    "req_pq_multi, ReqPqMulti",
    "p_q_inner_data_temp_dc, PQInnerDataTempDc",
    "Server_DH_Params, ServerDHParams",
    "resPQ, ResPQ",
  })
  void classes_are_pascal_case(String tl, String java) {
    assertThat(Names.pascal(tl)).isEqualTo(java);
  }

  @ParameterizedTest
  @CsvSource({
    "access_hash, accessHash",
    "gzip_packed, gzipPacked",
    "default, default_",
    "wait, wait_",
    "constructor_id, constructorId_",
    "flags2, flags2",
  })
  void fields_are_camel_case_and_avoid_what_java_keeps(String tl, String java) {
    assertThat(Names.camel(tl)).isEqualTo(java);
  }
}
