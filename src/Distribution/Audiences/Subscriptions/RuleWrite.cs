using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>A change that a rule makes, with the contact and the subscription it was decided by.</summary>
public sealed record RuleWrite(Stored<Contact> Contact, RuleChange Change, Stored<Subscription>? Found);
