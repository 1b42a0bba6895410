using Distribution.Contacts.Files.Mapping;
using Distribution.Contacts.Files.Values;

namespace Distribution.Contacts.Files.VCard;

/// <summary>Reads a contact from a card.</summary>
internal static class CardContact
{
    private const int CountryOfAddress = 6;

    /// <summary>Types that say nothing of what a number is for.</summary>
    private static readonly string[] Silent = ["PREF", "VOICE", "INTERNET", "QUOTED-PRINTABLE"];

    /// <summary>Of several types, the first of these is kept.</summary>
    private static readonly string[] Telling = [VCardNames.Cell, "fax", "pager"];

    public static ContactRow Get(Card card)
    {
        RowBuilder row = new(card.Number);
        foreach (var problem in card.Problems) row.Add(problem);
        var labels = card.Properties.Where(property => property.Name == "X-ABLABEL" && property.Group.Length > 0)
            .GroupBy(property => property.Group).ToDictionary(group => group.Key, group => Label(group.First().Text));
        var hasTitle = card.Properties.Any(property => property.Name == VCardNames.Title);
        foreach (var property in card.Properties.OrderBy(property => property.Preference).ThenBy(property => Place(property, labels)))
        {
            Add(row, property, labels.GetValueOrDefault(property.Group), hasTitle);
        }

        return row.Build();
    }

    private static void Add(RowBuilder row, VCardProperty property, string? label, bool hasTitle)
    {
        switch (property.Name)
        {
            case VCardNames.FullName: One(row, property, ContactField.Name); break;
            case VCardNames.Name: AddName(row, property); break;
            case VCardNames.Email:
                Each(row, property, ContactField.Address, [property.Text]);
                if (IsSomebodyElses(label)) row.Add(new(
                    "otherAddresses", $"{property.Name} ({label})", "The card has this address under a label of its own. Look whose it is.",
                    property.Text)
                { Value = property.Text });
                break;
            case VCardNames.Phone:
                One(
                row, property, ContactField.Phones, WithoutScheme(property.Text, "tel:"), Kind(property, label)); break;
            case VCardNames.Organization: Each(row, property, ContactField.Outlet, property.Parts(';').Take(1)); break;
            case VCardNames.Title: One(row, property, ContactField.Role); break;
            case VCardNames.Role when !hasTitle: One(row, property, ContactField.Role); break;
            case VCardNames.Language or VCardNames.OldLanguage or "LANGUAGE":
                Each(
                row, property, ContactField.Languages, [property.Text]); break;
            case VCardNames.TimeZone: One(row, property, ContactField.TimeZone); break;
            case VCardNames.Note: One(row, property, ContactField.Notes); break;
            case VCardNames.Categories:
                Each(row, property, ContactField.Tags, property.Parts(',').Where(tag => !KnownTool.GroupsInCards.Contains(tag)));
                break;
            case VCardNames.Expertise or VCardNames.OldExpertise or "INTEREST":
                Each(
                row, property, ContactField.Topics, [property.Text]); break;
            case VCardNames.Place: Each(row, property, ContactField.Countries, property.Parts(';').Skip(CountryOfAddress).Take(1)); break;
            case VCardNames.Source: One(row, property, ContactField.Source); break;
            case VCardNames.MailStatus: One(row, property, ContactField.MailStatus); break;
            case VCardNames.Subscription: One(row, property, ContactField.Subscriptions); break;
            case VCardNames.OutletType: One(row, property, ContactField.OutletType); break;
            default: AddHandle(row, property); break;
        }
    }

    /// <summary>Of addresses none of which is preferred that for work comes first, and one with a label of its own last.</summary>
    private static int Place(VCardProperty property, Dictionary<string, string> labels)
    {
        if (property.Name != VCardNames.Email) return 1;
        if (property.Types.Contains("WORK", StringComparer.OrdinalIgnoreCase)) return 0;
        return IsSomebodyElses(labels.GetValueOrDefault(property.Group)) ? 2 : 1;
    }

    private static bool IsSomebodyElses(string? label) =>
        label is not (null or "" or "work" or "home" or "other" or "school" or "icloud" or "internet" or "email" or "mail");

    private static void AddHandle(RowBuilder row, VCardProperty property)
    {
        string? network = property.Name switch
        {
            VCardNames.Url => Handles.Website,
            VCardNames.Profile or VCardNames.OldProfile => Service(property) ?? Types(property).FirstOrDefault(),
            VCardNames.Messenger => Service(property) ?? Scheme(property.Text),
            "X-TWITTER" or "X-SKYPE" or "X-JABBER" or "X-MASTODON" => property.Name[2..],
            _ => "",
        };
        if (network == "") return;
        var scheme = property.Name == VCardNames.Messenger ? $"{Scheme(property.Text)}:" : "x-apple:";
        One(row, property, ContactField.Handles, WithoutScheme(property.Text, scheme), network?.ToLowerInvariant());
    }

    private static string? Service(VCardProperty property) =>
        property.Values("SERVICE-TYPE").Concat(property.Values("X-SERVICE-TYPE")).FirstOrDefault();

    private static string? Scheme(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? text[..colon] : null;

    private static void AddName(RowBuilder row, VCardProperty property)
    {
        var parts = property.Parts(';');
        Each(row, property, ContactField.FamilyName, parts.Take(1));
        Each(row, property, ContactField.GivenName, parts.Skip(1).Take(2));
    }

    private static void One(RowBuilder row, VCardProperty property, ContactField field) => One(row, property, field, property.Text);

    private static void One(RowBuilder row, VCardProperty property, ContactField field, string value, string? kind = null) =>
        Each(row, property, field, [value], kind);

    private static void Each(RowBuilder row, VCardProperty property, ContactField field, IEnumerable<string> values, string? kind = null)
    {
        row.Read(field, property.Name);
        foreach (var value in values.Where(value => value.Length > 0))
        {
            row.AddValue(new(field, kind), RowText.Cut(value, property.Name, row), property.Name);
        }
    }

    private static string WithoutScheme(string text, string scheme) =>
        scheme.Length > 1 && text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? text[scheme.Length..] : text;

    private static string? Kind(VCardProperty property, string? label)
    {
        if (label is not null) return label;
        var types = Types(property).Select(type => type.ToLowerInvariant()).ToList();
        var kept = Telling.FirstOrDefault(types.Contains) ?? types.FirstOrDefault();
        return kept == VCardNames.Cell ? VCardNames.Mobile : kept;
    }

    private static IEnumerable<string> Types(VCardProperty property) =>
        property.Types.Where(type => !Silent.Contains(type, StringComparer.OrdinalIgnoreCase));

    // Apple writes its own labels as _$!<Mobile>!$_.
    private static string Label(string text) =>
        text.Replace("_$!<", "", StringComparison.Ordinal).Replace(">!$_", "", StringComparison.Ordinal).ToLowerInvariant();
}
