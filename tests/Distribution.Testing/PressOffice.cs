using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Languages;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;

namespace Distribution.Testing;

/// <summary>
/// A regional desk in Port of Spain with an office in Kingston below it and a foreign one in Nassau, an officer at each of the first two,
/// and a list of each office and of the organisation; with inputs that are right.
/// </summary>
public static class PressOffice
{
    public const string Desk = "port-of-spain";
    public const string Child = "kingston";
    public const string Foreign = "nassau";

    public static IReadOnlyList<Office> Offices { get; } =
    [
        new()
        {
            Id = Desk,
            Names = Name("Port of Spain"),
            Country = "TT",
            TimeZone = "America/Port_of_Spain",
            Phone = "+18685550100",
            ReplyAddress = "desk@example.org"
        },
        new()
        {
            Id = Child,
            Names = Name("Kingston"),
            Country = "JM",
            TimeZone = "America/Jamaica",
            ReplyAddress = "kingston@example.org",
            Parent = Desk
        },
        new() { Id = Foreign, Names = Name("Nassau"), Country = "BS", TimeZone = "America/Nassau", ReplyAddress = "nassau@example.org" },
    ];

    public static IReadOnlyList<PressOfficer> PressOfficers { get; } =
    [
        new() { Id = "maelle", Office = Desk, Name = "Maëlle Baptiste", Email = "maelle@example.org" },
        new() { Id = "rohan", Office = Child, Name = "Rohan Ali", Email = "rohan@example.org" },
    ];

    public static IReadOnlyList<MediaList> Lists { get; } =
    [
        new() { Id = "everyone", Names = Name("Everyone") },
        new() { Id = "desk-press", Names = Name("Desk"), Office = Desk },
        new() { Id = "kingston-press", Names = Name("Kingston"), Office = Child },
        new() { Id = "nassau-press", Names = Name("Nassau"), Office = Foreign },
    ];

    public static ReleaseReferences References { get; } = new(
        Offices.ToDictionary(office => office.Id), PressOfficers.ToDictionary(officer => officer.Id), Lists.ToDictionary(list => list.Id));

    public static ReleaseInput Release { get; } = new()
    {
        Office = Desk,
        PressOfficers = ["maelle"],
        Topics = ["Reefs"],
        Countries = ["JM"],
        Audience = new() { Lists = ["everyone", "desk-press"] },
        OriginalLanguage = "fr",
        Translations = new Dictionary<string, TranslationInput>
        {
            ["fr"] = new() { Headline = "Quatre États comptent leurs récifs", Body = "À **Kingston**, quatre États…" },
            ["en"] = new() { Headline = "Four states count their reefs", Body = "In **Kingston**, four states…" },
        },
    };

    public static ContactInput Contact(string address = "rosa@example.org") => new()
    {
        Address = address,
        Name = "Rosa Núñez",
        Languages = ["es", "en"],
        Countries = ["TT"],
        Topics = ["Reefs"],
        Source = "card",
        LawfulBasis = LawfulBasis.Consent,
    };

    public static SubscriptionInput Subscription(string list = "everyone") => new()
    {
        List = list,
        Basis = "asked by telephone",
        Evidence = "Told Maëlle Baptiste: please send me everything.",
    };

    /// <summary>An officer who writes.</summary>
    public static Requester Ana { get; } = new("ana", null, Role.Author);

    /// <summary>An approver.</summary>
    public static Requester Bo { get; } = new("bo", null, Role.Approver);

    /// <summary>Writes offices, officers and lists.</summary>
    public static async Task AddAsync(
        OfficeStore offices, PressOfficerStore officers, MediaListStore lists, CancellationToken cancellationToken)
    {
        foreach (var office in Offices) await offices.AddAsync(office.Id, office, cancellationToken);
        foreach (var officer in PressOfficers) await officers.AddAsync(officer.Id, officer, cancellationToken);
        foreach (var list in Lists) await lists.AddAsync(list.Id, list, cancellationToken);
    }

    private static Names Name(string english) => new([new("en", english)]);
}
