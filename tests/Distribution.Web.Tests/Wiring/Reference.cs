namespace Distribution.Web.Tests.Wiring;

/// <summary>One type that needs another. Nested types count as the type around them.</summary>
/// <param name="From">Full name of the type that needs the other.</param>
/// <param name="To">Full name of the other.</param>
internal sealed record Reference(string From, string To)
{
    private const string Root = "Distribution.";
    private const string Web = "Distribution.Web.";

    /// <summary>From the ground up: an area may use those before it. The pages have the same ones.</summary>
    private static readonly string[] Areas =
        ["Platform", "Publisher", "Contacts", "Audiences", "Releases", "Mail", "Dispatches", "Readers", "Operations"];

    /// <summary>A type beside the areas, such as the index of all services, is in none.</summary>
    public bool IsUpward => Rank(To) > Rank(From);

    public string FromFeature => Feature(From);

    public string ToFeature => Feature(To);

    public override string ToString() => $"{From[Root.Length..]} -> {To[Root.Length..]}";

    private static int? Rank(string type)
    {
        var rank = Array.IndexOf(Areas, type[(IsOfWeb(type) ? Web : Root).Length..].Split('.')[0]);
        return rank < 0 ? null : rank;
    }

    /// <summary>Area and feature.</summary>
    private static string Feature(string type) => string.Join('.', type.Split('.').Take(IsOfWeb(type) ? 4 : 3));

    private static bool IsOfWeb(string type) => type.StartsWith(Web, StringComparison.Ordinal);
}
