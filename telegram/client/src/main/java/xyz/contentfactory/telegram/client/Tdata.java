package xyz.contentfactory.telegram.client;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Logins in the folder `tdata` of Telegram Desktop, packed as a zip. One zip may hold several such
/// folders, and one folder several accounts. Test logins are not told apart: the folder does not
/// say.
///
/// The layout is from the program's own source (`storage_domain.cpp`, `storage_account.cpp`).
public final class Tdata {
  private static final int MOST_ACCOUNTS = 10;

  private Tdata() {}

  /// Reads all accounts of all folders.
  ///
  /// @param passcode the program's local passcode; empty when it asks for none
  /// @throws WrongPasscode when it is not the right one (or one is needed)
  /// @throws UnreadableLogin when there is no whole `tdata` in it
  public static List<ForeignSession> read(byte[] zip, String passcode) {
    var found = new ArrayList<ForeignSession>();
    for (var folder : TdataZip.folders(zip)) {
      found.addAll(readFolder(folder, passcode));
    }
    if (found.isEmpty()) {
      throw new UnreadableLogin("no account in the zip");
    }
    return List.copyOf(found);
  }

  /// Writes a folder with this one account, which asks for no passcode.
  ///
  /// @throws IllegalArgumentException for a bot, or when it is unknown who is logged in
  public static byte[] write(ForeignSession session) {
    return new TdataFolder(new SecureRandom()).zip(session);
  }

  private static List<ForeignSession> readFolder(Map<String, byte[]> folder, String passcode) {
    var keys = new TdataStream(TdataFile.content(folder, "key_data"));
    var salt = keys.bytes();
    var sealedKey = keys.bytes();
    var sealedAccounts = keys.bytes();
    var local = localKey(sealedKey, TdataKey.ofPasscode(passcode, salt));
    var accounts = new TdataStream(local.open(sealedAccounts));
    var count = accounts.number();
    if (count < 0 || count > MOST_ACCOUNTS) {
      throw new UnreadableLogin("so many accounts cannot be in a tdata folder: " + count);
    }
    var found = new ArrayList<ForeignSession>();
    for (var i = 0; i < count; i++) {
      found.add(readAccount(folder, accounts.number(), local));
    }
    return found;
  }

  private static TdataKey localKey(byte[] sealed, TdataKey byPasscode) {
    byte[] key;
    try {
      key = byPasscode.open(sealed);
    } catch (UnreadableLogin wrong) {
      throw new WrongPasscode();
    }
    return new TdataKey(key);
  }

  private static ForeignSession readAccount(Map<String, byte[]> folder, int index, TdataKey local) {
    var name = index == 0 ? "data" : "data#" + (index + 1);
    var file = TdataFile.content(folder, TdataFile.nameOf(name));
    return TdataKeys.read(new TdataStream(local.open(new TdataStream(file).bytes())));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
