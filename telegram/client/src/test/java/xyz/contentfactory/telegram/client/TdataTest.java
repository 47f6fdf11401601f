package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.mtproto.AuthKey;

/// Folders of Telegram Desktop, written by `make_tdata.py` with Python's and Telethon's own
/// cryptography.
class TdataTest {
  private static final String PASSCODE = "пароль1";

  private static byte[] file(String name) {
    try (var in = TdataTest.class.getResourceAsStream("tdata/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As the script was called with: byte i is i·times + plus.
  private static AuthKey key(int times, int plus) {
    var bytes = new byte[AuthKey.BYTES];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * times + plus);
    }
    return AuthKey.of(bytes);
  }

  private static byte[] zip(String name, byte[] content, int times) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (var i = 0; i < times; i++) {
        out.putNextEntry(new ZipEntry(i + "/" + name));
        out.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Test
  void all_accounts_of_a_folder_are_read_with_the_key_of_their_home() {
    var found = Tdata.read(file("two-accounts.zip"), "");
    assertThat(found).hasSize(2);
    assertThat(found.getFirst().dc()).isEqualTo(2);
    assertThat(found.getFirst().key()).isEqualTo(key(13, 1));
    assertThat(found.getFirst().user()).isEqualTo(new ForeignSession.User(777000111L, false));
    assertThat(found.getLast().dc()).isEqualTo(1);
    assertThat(found.getLast().key()).isEqualTo(key(29, 5));
    assertThat(found.getLast().user()).isEqualTo(new ForeignSession.User(5000000001L, false));
  }

  @Test
  void a_local_passcode_opens_the_folder_and_another_one_does_not() {
    assertThat(Tdata.read(file("passcode.zip"), PASSCODE).getFirst().key()).isEqualTo(key(13, 1));
    assertThatThrownBy(() -> Tdata.read(file("passcode.zip"), ""))
        .isInstanceOf(WrongPasscode.class);
    assertThatThrownBy(() -> Tdata.read(file("passcode.zip"), PASSCODE + "1"))
        .isInstanceOf(WrongPasscode.class);
  }

  @Test
  void what_is_written_is_read_again() {
    var session =
        new ForeignSession(
            4, null, key(13, 1), false, new ForeignSession.User(5000000001L, false), null);
    assertThat(Tdata.read(Tdata.write(session), "")).containsExactly(session);
    assertThatThrownBy(() -> Tdata.read(Tdata.write(session), PASSCODE))
        .isInstanceOf(WrongPasscode.class);
  }

  @Test
  void neither_a_bot_nor_somebody_unknown_is_written() {
    var bot =
        new ForeignSession(2, null, key(13, 1), false, new ForeignSession.User(7L, true), null);
    var unknown = new ForeignSession(2, null, key(13, 1), false, null, null);
    assertThatThrownBy(() -> Tdata.write(bot)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tdata.write(unknown)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_names_of_the_files_are_those_of_the_program() {
    assertThat(TdataFile.nameOf("data")).isEqualTo("D877F783D5D3EF8C");
  }

  @Test
  void what_is_no_zip_has_no_folder_or_is_cut_off_is_unreadable() {
    assertThatThrownBy(() -> Tdata.read(new byte[] {1, 2, 3}, ""))
        .isInstanceOf(UnreadableLogin.class);
    assertThatThrownBy(() -> Tdata.read(zip("readme.txt", new byte[3], 1), ""))
        .isInstanceOf(UnreadableLogin.class)
        .hasMessageContaining("key_datas");
    assertThatThrownBy(() -> Tdata.read(zip("key_datas", new byte[300], 1), ""))
        .isInstanceOf(UnreadableLogin.class);
    var whole = file("two-accounts.zip");
    // behind the files stands only the zip's list of them, which nobody reads
    for (var length = 0; length < whole.length / 2; length += 97) {
      var cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Tdata.read(cut, "")).isInstanceOf(UnreadableLogin.class);
    }
  }

  @Test
  void a_damaged_file_is_noticed() {
    var file = new byte[64];
    System.arraycopy("TDF$".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 4);
    assertThatThrownBy(() -> Tdata.read(zip("key_datas", file, 1), ""))
        .isInstanceOf(UnreadableLogin.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void a_zip_that_unpacks_to_much_more_than_it_is_is_refused() {
    var bomb = zip("cache", new byte[1 << 20], 80);
    assertThat(bomb.length).isLessThan(200_000);
    assertThatThrownBy(() -> Tdata.read(bomb, ""))
        .isInstanceOf(UnreadableLogin.class)
        .hasMessageContaining("unpacks to more");
    assertThatThrownBy(() -> Tdata.read(zip("key_datas", new byte[2 << 20], 1), ""))
        .hasMessageContaining("unpacks to more");
    assertThatThrownBy(() -> Tdata.read(zip("x", new byte[0], 20_001), ""))
        .hasMessageContaining("unpacks to more");
  }
}
