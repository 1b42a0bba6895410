using Distribution.Contacts.Files.Mapping;
using Distribution.Contacts.Files.Values;
using Distribution.Platform.Addresses;

namespace Distribution.Contacts.Files;

/// <summary>Gathers what the cells of a row, or the properties of a card, say of a contact.</summary>
internal sealed class RowBuilder
{
    private readonly ContactRow nothing;
    private readonly List<RowProblem> problems = [];
    private readonly RowLists lists;
    private readonly List<RowStatus> statuses = [];
    private readonly Dictionary<string, string> columns = [];
    private ContactRow row;
    private string? phoneKind;

    public RowBuilder(int number)
    {
        row = nothing = new() { Number = number };
        lists = new(problems);
    }

    public void Add(RowProblem problem) => problems.Add(problem);

    /// <summary>Remembers the first column of a field, for what is said of its values later.</summary>
    public void Read(ContactField field, string column) => columns.TryAdd(ColumnTarget.NameOf(field), column);

    /// <summary>Adds a text that has one or several values of a field, or none.</summary>
    /// <param name="target">Where it goes.</param>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="column">Where it is from, for what is said of it.</param>
    public void Add(ColumnTarget target, string text, string column)
    {
        // The kind is that of the next phones, even where these are none.
        if (target.Field == ContactField.PhoneKinds) phoneKind = text.TrimStart('*', ' ').ToLowerInvariant();
        // An empty cell may be an answer too.
        else if (target.Field == ContactField.MailStatus) AddStatus(target.Kind, text, column);
        else if (text.Length > 0 && !NoValueWords.Contains(text)) AddText(target, text, column);
        if (target.Field == ContactField.Phones) phoneKind = null;
    }

    /// <summary>Adds one value of a list, or one text.</summary>
    public void AddValue(ColumnTarget target, string value, string column)
    {
        if (target.Field == ContactField.MailStatus) AddStatus(target.Kind, value, column);
        else if (NoValueWords.Contains(value)) return;
        else if (!FieldValues.IsList(target.Field)) row = With(target.Field, value);
        else if (target.Field == ContactField.Phones) lists.Add(target with { Kind = target.Kind ?? phoneKind }, value, column);
        else lists.Add(target, value, column);
    }

    public ContactRow Build()
    {
        // Of several the first that can be mailed: the fault of the others is said where they are checked.
        var addresses = lists.Addresses.Concat(lists.OtherAddresses).Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(address => AddressRule.Check(address) is AddressCheck.Accepted ? 0 : 1).ToList();
        var composed = $"{row.GivenName} {row.FamilyName}".Trim();
        var isBroken = row == nothing && lists.IsEmpty;
        if (isBroken && problems.Count == 0) Add(new RowProblem(RowProblem.Row, "", "Nothing in the row is about a contact."));
        return row with
        {
            Address = addresses.FirstOrDefault() ?? "",
            OtherAddresses = [.. addresses.Skip(1)],
            Name = row.Name.Length > 0 ? row.Name : composed.Length > 0 ? composed : lists.NameInAddress,
            Phones = lists.Phones,
            Handles = lists.Handles,
            Topics = lists.Topics,
            Countries = lists.Countries,
            Languages = lists.Languages,
            Tags = lists.Tags,
            Statuses = statuses,
            Subscriptions = lists.Subscriptions,
            Columns = columns,
            Problems = problems,
            IsBroken = isBroken,
        };
    }

    private void AddStatus(string? kind, string text, string column)
    {
        var (says, status) = MailStatusWords.Read(kind, text);
        if (says && statuses.Count < ContactFileLimits.MostValues) statuses.Add(new(column, text, status));
    }

    private void AddText(ColumnTarget target, string text, string column)
    {
        if (target.Field == ContactField.Attributes) AddAttributes(text, column);
        else if (target.Field is ContactField.Address or ContactField.OtherAddresses && AddressCell.Read(text) is { } apart)
        {
            foreach (var value in apart.Values) AddValue(target, value, column);
            if (apart.Remark.Length > 0)
                Add(new RowProblem(ColumnTarget.NameOf(target.Field), column, "The cell says more than addresses.", apart.Values[0])
                {
                    Value = text,
                });
        }
        else if (FieldValues.IsList(target.Field)) foreach (var value in FieldValues.Split(target.Field, text))
            AddValue(target, value, column);
        else row = With(target.Field, text);
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
            // A yes or a no answers a question, and is nobody's topic or name.
            var isAnswer = target.Field == ContactField.MailStatus;
            foreach (var value in texts.Where(text => isAnswer || text is not ("true" or "false")))
            {
                if (isList) AddValue(target, value, $"{column}.{name}");
                else Add(target, value, $"{column}.{name}");
            }
        }
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
}
