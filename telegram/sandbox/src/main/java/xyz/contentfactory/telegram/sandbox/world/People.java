package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Everybody who has an account. Call only inside [World#change].
public final class People {

  private static final int MAX_NAME = 64;
  private static final Pattern USERNAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{3,31}");

  private final Table<Person> byId;
  private final Table<Long> idByPhone;
  private final Table<Long> idByUsername;

  People(WorldStore store) {
    byId = store.table("people", Person.class);
    idByPhone = store.table("people.phone", Long.class);
    idByUsername = store.table("people.username", Long.class);
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  /// Makes an account; its id follows from the number, so that a world made anew is the same.
  public Person join(PhoneNumber phone, String firstName, String lastName) {
    if (of(phone).isPresent()) {
      throw Refusal.bad("PHONE_NUMBER_OCCUPIED");
    }
    long id = 5_000_000_000L + Long.parseLong(phone.digits().substring(5));
    Person person =
        new Person(
            id,
            phone.digits(),
            phone.dc(),
            checkedName(firstName),
            lastName.isEmpty() ? "" : checkedName(lastName),
            null,
            null,
            false,
            Person.CodeDelivery.APP);
    keep(person);
    return person;
  }

  void keep(Person person) {
    byId.put(Table.key(person.id()), person);
    if (!person.isBot()) {
      idByPhone.put(person.phone(), person.id());
    }
    if (person.username() != null) {
      idByUsername.put(person.username().toLowerCase(Locale.ROOT), person.id());
    }
  }

  static String checkedName(String name) {
    String clean = name.strip();
    if (clean.isEmpty() || clean.length() > MAX_NAME) {
      throw Refusal.bad("FIRSTNAME_INVALID");
    }
    return clean;
  }

  static boolean isUsername(String text) {
    return USERNAME.matcher(text).matches();
  }

  public Person get(long id) {
    return Objects.requireNonNull(byId.get(Table.key(id)), "no such person");
  }

  public Optional<Person> find(long id) {
    return Optional.ofNullable(byId.get(Table.key(id)));
  }

  public Optional<Person> of(PhoneNumber phone) {
    return person(idByPhone.get(phone.digits()));
  }

  public Optional<Person> named(String username) {
    return person(idByUsername.get(username.toLowerCase(Locale.ROOT)));
  }

  /// Everybody but bots and Telegram's own service account.
  public List<Person> all() {
    return byId.all().filter(p -> !p.isTelegram() && !p.isBot()).toList();
  }

  private Optional<Person> person(@Nullable Long id) {
    return id == null ? Optional.empty() : find(id);
  }

  public Person rename(Person person, String firstName, String lastName) {
    return kept(
        person.named(checkedName(firstName), lastName.isBlank() ? "" : checkedName(lastName)));
  }

  public Person setCloudPassword(Person person, @Nullable CloudPassword password) {
    return kept(person.withCloudPassword(password));
  }

  public Person ban(Person person, boolean banned) {
    return kept(person.withBanned(banned));
  }

  public Person deliverCodesBy(Person person, Person.CodeDelivery delivery) {
    return kept(person.withCodeDelivery(delivery));
  }

  private Person kept(Person person) {
    keep(person);
    return person;
  }
}
