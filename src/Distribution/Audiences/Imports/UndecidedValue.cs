namespace Distribution.Audiences.Imports;

/// <summary>
/// A value of a column about mails that is not understood: nobody is put on a list before somebody has said what it means.
/// </summary>
/// <param name="Column">The column as the file names it.</param>
/// <param name="Value">The value; empty for an empty cell.</param>
/// <param name="Rows">In how many rows it stands.</param>
public sealed record UndecidedValue(string Column, string Value, int Rows);
