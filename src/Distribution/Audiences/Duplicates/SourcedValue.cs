using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Duplicates;

/// <summary>A fact about a contact and where it comes from.</summary>
public sealed record SourcedValue(string Value, Origin Origin);
