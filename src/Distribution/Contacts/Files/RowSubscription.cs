namespace Distribution.Contacts.Files;

/// <summary>A media list as an export of ours tells of it.</summary>
/// <param name="List">Id of the list.</param>
/// <param name="Status">Whether the contact is on it.</param>
public sealed record RowSubscription(string List, MailStatus Status);
