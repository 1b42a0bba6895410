using System.Text.RegularExpressions;
using Distribution.Contacts.Files.Mapping;
using Distribution.Contacts.Files.Values;

namespace Distribution.Contacts.Files;

/// <summary>Gathers the values of a row of which there may be several.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed partial class RowLists(List<RowProblem> problems)
{
    /// <summary>A longer value is no address or number, and is not examined.</summary>
    private const int LongestPattern = 500;

    private const int LongestShown = 60;

    public List<string> Addresses { get; } = [];

    public List<string> OtherAddresses { get; } = [];

    /// <summary>The name that stands before an address.</summary>
    public string NameInAddress { get; private set; } = "";

    public List<RowPhone> Phones { get; } = [];

    public List<RowHandle> Handles { get; } = [];

    public List<string> Topics { get; } = [];

    public List<string> Countries { get; } = [];

    public List<string> Languages { get; } = [];

    public List<string> Tags { get; } = [];

    public List<RowSubscription> Subscriptions { get; } = [];

    public bool IsEmpty =>
        Addresses.Count
            + OtherAddresses.Count
            + Phones.Count
            + Handles.Count
            + Topics.Count
            + Countries.Count
            + Languages.Count
            + Tags.Count == 0;

    /// <summary>Adds a value, unless there are too many.</summary>
    public void Add(ColumnTarget target, string value, string column)
    {
        switch (target.Field)
        {
            case ContactField.Address: AddAddress(Addresses, target.Field, value, column); break;
            case ContactField.OtherAddresses: AddAddress(OtherAddresses, target.Field, value, column); break;
            case ContactField.Phones: AddOnce(Phones, Phone(target.Kind, value), target.Field, column); break;
            case ContactField.Handles: AddHandle(target, value, column); break;
            case ContactField.Topics: AddOnce(Topics, value, target.Field, column); break;
            case ContactField.Tags: AddTag(target, value, column); break;
            case ContactField.Subscriptions: AddSubscription(target, value, column); break;
            case ContactField.Countries: AddCode(Countries, NameTable.Countries.Find(value), target.Field, value, column); break;
            case ContactField.Languages: AddCode(Languages, LanguageNames.Find(value), target.Field, value, column); break;
            default: throw new ArgumentException($"{target} has no list of values.", nameof(target));
        }
    }

    private void AddAddress(List<string> list, ContactField field, string value, string column)
    {
        var named = value.Length <= LongestPattern ? NameAndAddress().Match(value) : Match.Empty;
        if (named.Success && NameInAddress.Length == 0) NameInAddress = named.Groups[1].Value.Trim(' ', '"');
        var address = named.Success ? named.Groups[2].Value : value;
        AddOnce(
            list, address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..] : address, field, column);
    }

    private static RowPhone Phone(string? kind, string value)
    {
        var parts = value.Length <= LongestPattern ? KindAndNumber().Match(value) : Match.Empty;
        return parts.Success ? new(parts.Groups[2].Value, parts.Groups[1].Value) : new(value, string.IsNullOrEmpty(kind) ? null : kind);
    }

    private void AddHandle(ColumnTarget target, string value, string column)
    {
        if (Values.Handles.Read(target.Kind, value) is { } handle) AddOnce(Handles, handle, target.Field, column);
        else Refuse(target.Field, column, value, "names no network; write twitter: before it, or its web address");
    }

    private void AddSubscription(ColumnTarget target, string value, string column)
    {
        var parts = value.Split(':', 2, StringSplitOptions.TrimEntries);
        if (parts is [{ Length: > 0 } list, var word]
            && MailStatusWords.Find(word) is { } status) AddOnce(Subscriptions, new(list, status), target.Field, column);
        else Refuse(
            target.Field, column, value, "names no media list with the state of the subscription, such as \"press: confirmed\"");
    }

    private void AddTag(ColumnTarget target, string value, string column)
    {
        var isGroupOfGoogle = target.Kind == KnownTool.GroupsOfGoogle && value.StartsWith("* ", StringComparison.Ordinal);
        if (!isGroupOfGoogle) AddOnce(Tags, value, target.Field, column);
    }

    private void AddCode(List<string> list, string? code, ContactField field, string value, string column)
    {
        var (thing, sign) = field == ContactField.Countries ? ("country", "code") : ("language", "tag");
        if (code is not null) AddOnce(list, code, field, column);
        else Refuse(field, column, value, $"is no {thing} that we know by a name, or by its {sign}");
    }

    private void AddOnce<T>(List<T> list, T value, ContactField field, string column)
    {
        if (list.Contains(value)) return;
        if (list.Count < ContactFileLimits.MostValues) list.Add(value);
        else TellOfTooMany(field, column);
    }

    private void TellOfTooMany(ContactField field, string column)
    {
        const int Most = ContactFileLimits.MostValues;
        RowProblem problem = new(ColumnTarget.NameOf(field), column, $"There are more than {Most} values.", $"the first {Most}");
        if (problems.Count < Most && !problems.Contains(problem)) problems.Add(problem);
    }

    private void Refuse(ContactField field, string column, string value, string why)
    {
        var shown = value.Length <= LongestShown ? value : $"{value[..LongestShown]}…";
        if (problems.Count < ContactFileLimits.MostValues) problems.Add(
            new(ColumnTarget.NameOf(field), column, $"\"{shown}\" {why}.") { Value = value });
    }

    [GeneratedRegex(@"^(.*)<\s*([^<>\s]+@[^<>\s]+)\s*>$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NameAndAddress();

    [GeneratedRegex(
        @"^(?!tel:)(\p{L}[\p{L} ]*?) *: *(.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex KindAndNumber();
}
