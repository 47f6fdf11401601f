package xyz.contentfactory.user.registration;

/// Who may register. The first member of an installation always may: somebody has to be admin.
public enum RegistrationMode {
  OPEN,
  INVITATION,
  CLOSED
}
