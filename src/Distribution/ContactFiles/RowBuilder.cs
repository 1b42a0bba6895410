using System.Text.RegularExpressions;
using Distribution.ContactFiles.Mapping;
using Distribution.ContactFiles.Values;

namespace Distribution.ContactFiles;

/// <summary>Gathers what the cells of a row, or the properties of a card, say of a contact.</summary>
internal sealed partial class RowBuilder(int number)
{
    /// <summary>What is longer is no address, number or handle, and not worth a closer look.</summary>
    private const int LongestPattern = 500;

    private const int LongestShown = 60;

    private readonly List<string> addresses = [];
    private readonly List<string> otherAddresses = [];
    private readonly List<RowPhone> phones = [];
    private readonly List<RowHandle> handles = [];
    private readonly List<string> topics = [];
    private readonly List<string> countries = [];
    private readonly List<string> languages = [];
    private readonly List<string> tags = [];
    private readonly List<RowProblem> problems = [];
    private readonly ContactRow nothing = new() { Number = number };
    private ContactRow row = new() { Number = number };
    private string? phoneKind;
    private string nameInAddress = "";

    public void Add(RowProblem problem)
    {
        if (problems.Count < ContactFileLimits.MostValues) problems.Add(problem);
    }

    /// <summary>Adds a text that has one or several values of a field, or none.</summary>
    /// <param name="target">Where it goes.</param>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="column">Where it is from, for what is said of it.</param>
    public void Add(ColumnTarget target, string text, string column)
    {
        // The kind is that of the next phones, even where these are none.
        if (target.Field == ContactField.PhoneKinds) phoneKind = text.TrimStart('*', ' ').ToLowerInvariant();
        else if (text.Length > 0) AddText(target, text, column);
        if (target.Field == ContactField.Phones) phoneKind = null;
    }

    /// <summary>Adds one value of a list, or one text.</summary>
    public void AddValue(ColumnTarget target, string value, string column)
    {
        if (CountOf(target.Field) >= ContactFileLimits.MostValues)
        {
            TellOfTooMany(target.Field, column);
            return;
        }

        switch (target.Field)
        {
            case ContactField.Address: AddAddress(addresses, value); break;
            case ContactField.OtherAddresses: AddAddress(otherAddresses, value); break;
            case ContactField.Phones: AddPhone(target.Kind ?? phoneKind, value); break;
            case ContactField.Handles: AddHandle(target.Kind, value, column); break;
            case ContactField.Topics: AddOnce(topics, value); break;
            case ContactField.Tags: AddTag(target.Kind, value); break;
            case ContactField.Countries: AddCountry(value, column); break;
            case ContactField.Languages: AddLanguage(value, column); break;
            default: row = With(target.Field, value); break;
        }
    }

    public ContactRow Build()
    {
        var all = addresses.Concat(otherAddresses).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var composed = $"{row.GivenName} {row.FamilyName}".Trim();
        var isBroken = row == nothing && all.Count + phones.Count + handles.Count + topics.Count + countries.Count + languages.Count + tags.Count == 0;
        if (isBroken && problems.Count == 0) Add(new RowProblem(RowProblem.Row, "", "Nothing in the row is about a contact."));
        return row with
        {
            Address = all.FirstOrDefault() ?? "",
            OtherAddresses = [.. all.Skip(1)],
            Name = row.Name.Length > 0 ? row.Name : composed.Length > 0 ? composed : nameInAddress,
            Phones = phones,
            Handles = handles,
            Topics = topics,
            Countries = countries,
            Languages = languages,
            Tags = tags,
            Problems = problems,
            IsBroken = isBroken,
        };
    }

    private void AddText(ColumnTarget target, string text, string column)
    {
        if (target.Field == ContactField.Attributes) AddAttributes(text, column);
        else if (FieldValues.IsList(target.Field)) foreach (var value in FieldValues.Split(target.Field, text)) AddValue(target, value, column);
        else row = With(target.Field, text);
    }

    private int CountOf(ContactField field) => field switch
    {
        ContactField.Address => addresses.Count,
        ContactField.OtherAddresses => otherAddresses.Count,
        ContactField.Phones => phones.Count,
        ContactField.Handles => handles.Count,
        ContactField.Topics => topics.Count,
        ContactField.Tags => tags.Count,
        ContactField.Countries or ContactField.Languages => problems.Count,
        _ => 0,
    };

    private void TellOfTooMany(ContactField field, string column)
    {
        RowProblem problem = new(ColumnTarget.NameOf(field), column, $"There are more than {ContactFileLimits.MostValues} values.", $"the first {ContactFileLimits.MostValues}");
        if (problems.Count < ContactFileLimits.MostValues) AddOnce(problems, problem);
    }

    private ContactRow With(ContactField field, string text) => field switch
    {
        ContactField.Name => row with { Name = First(row.Name, text) },
        ContactField.GivenName => row with { GivenName = Joined(row.GivenName, ' ', text) },
        ContactField.FamilyName => row with { FamilyName = Joined(row.FamilyName, ' ', text) },
        ContactField.Outlet => row with { Outlet = First(row.Outlet, text) },
        ContactField.Role => row with { Role = First(row.Role, text) },
        ContactField.OutletType => row with { OutletType = row.OutletType ?? text },
        ContactField.TimeZone => row with { TimeZone = First(row.TimeZone, text) },
        ContactField.Notes => row with { Notes = Joined(row.Notes, '\n', text) },
        ContactField.Source => row with { Source = row.Source ?? text },
        _ => row,
    };

    private static string Joined(string known, char between, string text) =>
        known.Length == 0 ? text : known.Length < ContactFileLimits.LongestCell ? $"{known}{between}{text}" : known;

    private static string First(string known, string text) => known.Length > 0 ? known : text;

    private void AddAddress(List<string> list, string value)
    {
        var named = value.Length <= LongestPattern ? NameAndAddress().Match(value) : Match.Empty;
        if (named.Success && nameInAddress.Length == 0) nameInAddress = named.Groups[1].Value.Trim(' ', '"');
        var address = named.Success ? named.Groups[2].Value : value;
        list.Add(address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..] : address);
    }

    private void AddPhone(string? kind, string value)
    {
        var parts = value.Length <= LongestPattern ? KindAndNumber().Match(value) : Match.Empty;
        AddOnce(phones, parts.Success ? new(parts.Groups[2].Value, parts.Groups[1].Value) : new(value, string.IsNullOrEmpty(kind) ? null : kind));
    }

    private void AddHandle(string? network, string value, string column)
    {
        if (Handles.Read(network, value) is { } handle) AddOnce(handles, handle);
        else Refuse(ContactField.Handles, column, value, "names no network; write twitter: before it, or its web address");
    }

    private void AddTag(string? kind, string value)
    {
        if (kind != KnownTool.GroupsOfGoogle || !value.StartsWith("* ", StringComparison.Ordinal)) AddOnce(tags, value);
    }

    private void AddCountry(string value, string column)
    {
        if (NameTable.Countries.Find(value) is { } code) AddOnce(countries, code);
        else Refuse(ContactField.Countries, column, value, "is no country that we know by a name in English, French or Spanish, or by its code");
    }

    private void AddLanguage(string value, string column)
    {
        if (LanguageNames.Find(value) is { } tag) AddOnce(languages, tag);
        else Refuse(ContactField.Languages, column, value, "is no language that we know by a name in English, French or Spanish, or by its tag");
    }

    private void AddAttributes(string text, string column)
    {
        if (AttributesCell.Read(text) is not { } attributes)
        {
            Add(new RowProblem(ColumnTarget.NameOf(ContactField.Attributes), column, "The cell is no JSON object."));
            return;
        }

        foreach (var (name, texts, isList) in attributes)
        {
            if (HeaderNames.Find(name) is not { Field: not ContactField.Attributes } target) continue;
            foreach (var value in texts)
            {
                if (isList) AddValue(target, value, $"{column}.{name}");
                else Add(target, value, $"{column}.{name}");
            }
        }
    }

    private void Refuse(ContactField field, string column, string value, string why) =>
        Add(new RowProblem(ColumnTarget.NameOf(field), column, $"\"{(value.Length <= LongestShown ? value : $"{value[..LongestShown]}…")}\" {why}."));

    private static void AddOnce<T>(List<T> list, T value)
    {
        if (!list.Contains(value)) list.Add(value);
    }

    [GeneratedRegex(@"^(.*)<\s*([^<>\s]+@[^<>\s]+)\s*>$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NameAndAddress();

    [GeneratedRegex(@"^(?!tel:)(\p{L}[\p{L} ]*?) *: *(.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex KindAndNumber();
}
