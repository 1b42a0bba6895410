namespace Distribution.Contacts.Files;

/// <summary>A subscription as an export of ours writes it.</summary>
/// <param name="List">Id of the list.</param>
/// <param name="Status">Whether the contact is on it.</param>
public sealed record RowSubscription(string List, MailStatus Status);
