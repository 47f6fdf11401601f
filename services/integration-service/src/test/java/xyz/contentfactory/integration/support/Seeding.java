package xyz.contentfactory.integration.support;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import xyz.contentfactory.integration.account.AccountKind;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.account.SignedInPerson;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.telegram.client.ClientListener;
import xyz.contentfactory.telegram.client.LoginStep;
import xyz.contentfactory.telegram.client.PhoneNumber;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramClient;

/// Many connected accounts, each with a channel of its own, made without the API: the client
/// library logs in at the sandbox, so the auth keys are real, and the result is stored as a login
/// would be.
public final class Seeding {
  private static final int AT_A_TIME = 8;

  private final TelegramGate gate;
  private final Accounts accounts;
  private final SandboxWorld sandbox;
  private final UUID member;

  /// @param node one that looks for accounts without an owner so seldom that it takes none of these
  public Seeding(TestNode node, SandboxWorld sandbox, UUID member) {
    this.gate = node.bean(TelegramGate.class);
    this.accounts = node.bean(Accounts.class);
    this.sandbox = sandbox;
    this.member = member;
  }

  public void accounts(int count) {
    Semaphore places = new Semaphore(AT_A_TIME);
    AtomicInteger made = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, count)
          .forEach(number ->
              threads.execute(() -> {
                places.acquireUninterruptibly();
                try {
                  // of the client's first data centre, so that nobody moves and makes a second key
                  account("999662%04d".formatted(number + 100));
                  made.incrementAndGet();
                } finally {
                  places.release();
                }
              }));
    }
    if (made.get() != count) {
      throw new AssertionError("only " + made.get() + " of " + count + " accounts were made");
    }
  }

  private void account(String phone) {
    sandbox.set(phone, "{\"name\":\"Blogger %s\"}".formatted(phone));
    sandbox.found(phone, "Blog of " + phone);
    PhoneNumber number = PhoneNumber.parse("+" + phone);
    try (TelegramClient client = gate.open(null, new Silent())) {
      LoginStep.CodeSent sent = (LoginStep.CodeSent) client.login().sendCode(number);
      LoginStep done = client.login().signIn(number, sent.phoneCodeHash(), sandbox.code(phone));
      boolean isNew =
          accounts
              .connect(
                  new SignedInPerson(
                      member,
                      AccountKind.USER,
                      "+" + phone.substring(0, 5) + "…",
                      phone,
                      ((LoginStep.SignedIn) done).user(),
                      client.storedLogin()))
              .isPresent();
      if (!isNew) {
        throw new AssertionError(phone + " is connected already");
      }
    }
  }

  private static final class Silent implements ClientListener {
    @Override
    public void loginChanged(StoredLogin login) {}
  }
}
