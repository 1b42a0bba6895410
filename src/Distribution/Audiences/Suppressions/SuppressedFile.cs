using Distribution.Contacts.Files;

namespace Distribution.Audiences.Suppressions;

/// <summary>What became of the rows of a file of addresses that must not be mailed.</summary>
/// <param name="Rows">How many rows the file has.</param>
/// <param name="Added">Addresses that are suppressed now and were not before.</param>
/// <param name="Known">Addresses that were suppressed already.</param>
/// <param name="PassedOver">Rows whose own words say that the address may be mailed.</param>
/// <param name="Refused">Rows that could not be taken, with what is wrong; the first hundred.</param>
public sealed record SuppressedFile(int Rows, int Added, int Known, int PassedOver, IReadOnlyList<RefusedRow> Refused);

/// <param name="Row">Number of the row, as a spreadsheet program counts.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record RefusedRow(int Row, RowProblem Problem);
