using System.Globalization;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Security;

namespace Distribution.Benchmarks.Parts;

/// <summary>People that nobody knows, the same each time, with the outlets they work for.</summary>
internal static class InventedContacts
{
    private static readonly string[] Given =
    [
        "Rosa",
        "María",
        "Marta",
        "Marc",
        "Ángela",
        "Zoë",
        "Łukasz",
        "Ahmad",
        "Wei",
        "Chloé",
        "Rohan",
        "Anil",
        "Ines",
        "Søren",
        "Kofi",
        "Aïcha"
    ];
    private static readonly string[] Family =
    [
        "Baptiste",
        "Núñez",
        "Marín",
        "Ali",
        "Joseph",
        "Mohammed",
        "Lee",
        "Charles",
        "Peña",
        "Groß",
        "Márquez",
        "Okafor",
        "Singh",
        "O'Brien",
        "Żak",
        "Dubois"
    ];
    private static readonly string[] Sounds =
        ["ba", "co", "di", "fu", "ga", "ho", "ki", "lo", "mu", "na", "pe", "qui", "ro", "sa", "te", "vi"];
    private static readonly string[] Places = ["TT", "JM", "BB", "GY", "MX", "FR", "GB", "US", "BR", "NG"];
    private static readonly string[] Tongues = ["en", "es", "fr", "pt", "ar"];
    private static readonly string[] Papers = ["Gazette", "Radio", "Herald", "Courier", "Times", "Voz", "Lettre", "Agence"];
    private static readonly string[] Beats =
        ["reefs", "health", "sport", "economy", "culture", "climate", "fishing", "law", "energy", "schools"];

    public static Dictionary<string, Outlet> Outlets { get; } = Enumerable.Range(0, 500).Select(number => new Outlet
    {
        Id = $"outlet-{number}",
        Name = $"{Capital(Name(number))} {Papers[number % 8]}",
        Type = (OutletType)(number % 7),
    }).ToDictionary(outlet => outlet.Id);

    /// <summary>Every fifth is on the list <c>press</c>.</summary>
    public static string[] Lists(int number) => number % 5 == 0 ? ["press"] : [];

    public static Contact Contact(int number)
    {
        var (given, family) = (Given[number % 16], number % 3 == 0 ? Family[number / 16 % 16] : Capital(Name(number)));
        return new()
        {
            Id = NewId.From(number.ToString(CultureInfo.InvariantCulture)),
            Address = $"{Sounds[number % 16]}{number}@{Name(number / 3 % 500)}.example",
            Name = $"{given} {family}",
            Languages = [Tongues[number % 5]],
            Countries = [Places[number / 7 % 10]],
            Topics = [Beats[number / 11 % 10]],
            Tags = number % 50 == 0 ? ["vip"] : [],
            Positions = [new() { Outlet = $"outlet-{number / 3 % 500}" }],
            Source = "benchmark",
            SourceDate = DateTimeOffset.UnixEpoch,
            LawfulBasis = LawfulBasis.LegitimateInterests,
        };
    }

    private static string Name(int number) => Sounds[number % 16] + Sounds[number / 16 % 16] + Sounds[number / 256 % 16];

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
