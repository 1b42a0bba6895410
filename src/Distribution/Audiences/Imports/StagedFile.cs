using Distribution.Contacts.Outlets;

namespace Distribution.Audiences.Imports;

/// <summary>Findings about a file as a whole.</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Outlets">The outlets that are new.</param>
/// <param name="Undecided">Values about mails that are not understood.</param>
/// <param name="StatedLists">Ids of the media lists that the file names subscribers of.</param>
public sealed record StagedFile(
    int Rows, IReadOnlyCollection<Outlet> Outlets, IReadOnlyList<UndecidedValue> Undecided, IReadOnlyList<string> StatedLists);
