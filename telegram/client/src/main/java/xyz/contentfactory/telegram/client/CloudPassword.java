package xyz.contentfactory.telegram.client;

import java.math.BigInteger;
import java.util.Arrays;
import xyz.contentfactory.telegram.crypto.DhGroup;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.Srp;
import xyz.contentfactory.telegram.crypto.UnsafeGroup;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.net.CryptoPool;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.method.account.GetPassword;
import xyz.contentfactory.telegram.tl.method.auth.CheckPassword;
import xyz.contentfactory.telegram.tl.type.PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow;
import xyz.contentfactory.telegram.tl.type.PlainInputCheckPasswordSRP;
import xyz.contentfactory.telegram.tl.type.account.Password;
import xyz.contentfactory.telegram.tl.type.auth.Authorization;

/// Proves the knowledge of a cloud password, see <https://core.telegram.org/api/srp>.
final class CloudPassword {
  private static final Entropy ENTROPY = Entropy.secure();

  private final Calls calls;

  CloudPassword(Calls calls) {
    this.calls = calls;
  }

  Authorization check(char[] password) {
    var ours = password.clone();
    try {
      return proveOnce(ours);
    } catch (RpcException failure) {
      // Telegram keeps its half of the proof for a while only.
      if (failure.error().type().equals("SRP_ID_INVALID")) {
        return proveOnce(ours);
      }
      throw failure;
    } finally {
      Arrays.fill(ours, '\0');
    }
  }

  private Authorization proveOnce(char[] password) {
    var question = calls.call(new GetPassword());
    var answer = CryptoPool.shared().run(() -> prove(question, password));
    return calls.call(new CheckPassword(answer));
  }

  private static PlainInputCheckPasswordSRP prove(Password question, char[] password) {
    var serverNumber = question.srpB();
    var id = question.srpId();
    if (serverNumber == null
        || id == null
        || !(question.currentAlgo()
            instanceof
            PasswordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow algorithm)) {
      throw new ProtocolViolation("a cloud password is wanted that we cannot prove");
    }
    try {
      var prime = new BigInteger(1, algorithm.p().toByteArray());
      var group = DhGroup.checked(prime, algorithm.g());
      var srp = new Srp(group, algorithm.salt1().toByteArray(), algorithm.salt2().toByteArray());
      var proof = srp.prove(password, serverNumber.toByteArray(), ENTROPY);
      return new PlainInputCheckPasswordSRP(id, Bytes.of(proof.a()), Bytes.of(proof.m1()));
    } catch (UnsafeGroup unsafe) {
      throw new SecurityCheckFailed("cloud password: the server's numbers are not safe");
    }
  }
}
