namespace Distribution.Contacts.Files;

/// <summary>What a cell says of mails to an address.</summary>
/// <param name="Column">The column as the file names it.</param>
/// <param name="Value">The cell.</param>
/// <param name="Status">What it means; null when it is not understood.</param>
public sealed record RowStatus(string Column, string Value, MailStatus? Status);
