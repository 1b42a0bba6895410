using Distribution.Contacts.Contacts;
using Distribution.Readers.Forms;

namespace Distribution.Readers.Preferences;

/// <summary>The details entered on the preferences page, not yet validated.</summary>
public sealed record OwnDetails
{
    /// <summary>As it stands in mails to them.</summary>
    public string? Name { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    /// <summary>
    /// Telephone numbers, each as <see cref="CorrectDetails.Shown"/> writes it or as it is dialled in their first country.
    /// </summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>Those of their further addresses that may be kept.</summary>
    public IReadOnlyList<string> OtherAddresses { get; init; } = [];

    /// <summary>Ids of outlets that they do not work for any more.</summary>
    public IReadOnlyList<string> LeftOutlets { get; init; } = [];

    /// <summary>Where they work now, in their own words.</summary>
    public string? NewOutlet { get; init; }

    /// <summary>The details as they are stored, for a form.</summary>
    public static OwnDetails From(Contact contact) => new()
    {
        Name = contact.Name,
        GivenName = contact.GivenName,
        FamilyName = contact.FamilyName,
        Phones = [.. contact.Phones.Select(CorrectDetails.Shown)],
        OtherAddresses = contact.OtherAddresses,
    };

    /// <summary>Says of a form what it was made from: <see cref="FormVersion"/>.</summary>
    /// <param name="contact">Their positions stand in the form too.</param>
    public static string VersionOf(Contact contact) => FormVersion.From(
        new { Details = From(contact), Positions = contact.Positions.Select(position => new { position.Outlet, position.Until }) });
}
