namespace Distribution.Contacts.Files;

/// <summary>A telephone number as found, with its kind, such as <c>mobile</c>, where the file names one.</summary>
public sealed record RowPhone(string Number, string? Kind = null);
