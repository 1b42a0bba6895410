namespace Distribution.Contacts.Files;

/// <summary>A column of a file.</summary>
/// <param name="Column">Its name; <c>column 1</c> where the file has none, and <c>Email (2)</c> for the second of the name.</param>
/// <param name="Target">Where its cells go; null when they are not taken.</param>
public sealed record MappedColumn(string Column, ColumnTarget? Target);
