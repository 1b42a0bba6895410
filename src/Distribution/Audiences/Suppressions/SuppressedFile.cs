using Distribution.Contacts.Files;

namespace Distribution.Audiences.Suppressions;

/// <summary>The rows of a file of addresses to suppress, counted by result.</summary>
/// <param name="Rows">How many rows the file has.</param>
/// <param name="Added">Addresses that are suppressed now and were not before.</param>
/// <param name="Known">Addresses that were suppressed already.</param>
/// <param name="PassedOver">Rows with a state that suppresses nothing.</param>
/// <param name="Refused">Rows that could not be read, with the problem; the first hundred.</param>
public sealed record SuppressedFile(int Rows, int Added, int Known, int PassedOver, IReadOnlyList<RefusedRow> Refused);

/// <param name="Row">Number of the row, as a spreadsheet program counts.</param>
/// <param name="Problem">The cause of the refusal.</param>
public sealed record RefusedRow(int Row, RowProblem Problem);
