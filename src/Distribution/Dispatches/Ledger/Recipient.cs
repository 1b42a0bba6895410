using Distribution.Contacts.Contacts;

namespace Distribution.Dispatches.Ledger;

/// <summary>The recipient of a mail of a dispatch, as frozen at planning.</summary>
/// <param name="Contact">Id of the contact.</param>
/// <param name="Address">Where the mail goes.</param>
/// <param name="Name">Display name.</param>
/// <param name="Language">The translation they get.</param>
/// <param name="Languages">The languages they read, best first.</param>
/// <param name="Lists">The lists they are on, as numbers into <see cref="Dispatch.Lists"/>.</param>
public sealed record Recipient(
    string Contact, string Address, string Name, string Language, IReadOnlyList<string> Languages, IReadOnlyList<int> Lists)
{
    /// <summary>The name of the outlet that they work for; null for none.</summary>
    public string? Outlet { get; init; }

    /// <summary>Of a digest: what stands in it, as numbers into <see cref="Dispatch.Releases"/>.</summary>
    public IReadOnlyList<int> Releases { get; init; } = [];

    /// <summary>The notice about their data, if it is their first mail; else null.</summary>
    public FirstNotice? Notice { get; init; }
}
