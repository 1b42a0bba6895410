using Distribution.Contacts.Contacts;

namespace Distribution.Web.Readers.Preferences;

/// <summary>One thing that is known of somebody, for them to read.</summary>
/// <param name="Label">Its name, in their language.</param>
/// <param name="Value">The thing.</param>
/// <param name="Origin">Where it comes from.</param>
internal sealed record OwnFact(string Label, string Value, Origin Origin);
