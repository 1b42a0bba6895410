namespace Distribution.Contacts.Files;

/// <summary>The state of an address in a cell.</summary>
/// <param name="Column">The column as the file names it.</param>
/// <param name="Value">The cell.</param>
/// <param name="Status">The meaning of the value; null when it is not understood.</param>
public sealed record RowStatus(string Column, string Value, MailStatus? Status);
