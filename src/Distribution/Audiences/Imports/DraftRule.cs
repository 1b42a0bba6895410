using Distribution.Contacts.Contacts;
using Distribution.Contacts.Files;
using Distribution.Contacts.Files.Values;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.Imports;

/// <summary>Makes a contact of a row. An invalid value is left out and reported; only without an address nothing is taken.</summary>
public sealed class DraftRule(ImportSettings settings, OutletBook outlets, AddressHash hash, DateTimeOffset now)
{
    private const string Address = "address";

    public StagedRow Of(ContactRow row) => Draft(row) with
    {
        Status = StatusRule.Strongest(row.Statuses, settings),
        Undecided = [.. StatusRule.Undecided(row.Statuses, settings)],
        Subscriptions = row.Subscriptions,
    };

    private StagedRow Draft(ContactRow row)
    {
        List<RowProblem> problems = [.. row.Problems];
        if (row.IsBroken) return new() { Row = row.Number, Problems = problems };
        var named = AddressRule.CheckNamed(row.Address) as AddressCheck.Accepted;
        problems.AddRange((named?.Findings ?? []).Where(IsDoubt)
            .Select(finding => new RowProblem(Address, "", finding.Message, named!.Address.ToString())));
        FieldErrors errors = new();
        var input = Input(row, named);
        Check(input, errors);
        var errorsByField = errors.ToDictionary();
        if (errorsByField.TryGetValue(Address, out var messages))
        {
            problems.AddRange(messages.Select(
                message => Problem(Address, row.Address.Length == 0 ? "is missing: the row is not imported." : message)));
            return new() { Row = row.Number, Problems = problems };
        }

        input = RowRepair.Without(input, errorsByField.Keys);
        problems.AddRange(errorsByField.SelectMany(error => error.Value, (error, message) => Problem(error.Key, message)));
        if (string.IsNullOrWhiteSpace(input.Name) && string.IsNullOrWhiteSpace(input.GivenName + input.FamilyName))
            input = input with { Name = input.Address };
        FieldErrors rest = new();
        var contact = Check(input, rest);
        if (rest.Any)
        {
            problems.AddRange(rest.ToDictionary().SelectMany(error => error.Value, (error, message) => Problem(error.Key, message)));
            return new() { Row = row.Number, Problems = problems };
        }

        if (row.OutletType is { } type && OutletTypeNames.Find(type) is null) problems.Add(
            Problem("outletType", $"{type} is no kind of outlet that is known; a new outlet is of the kind that the import says."));
        if (row.Outlet.Length == 0 && row.Role.Length > 0) problems.Add(Problem("role", "has no outlet and is not imported."));
        return new() { Row = row.Number, Hash = hash.Compute(MailAddress.Parse(contact.Address)!), Contact = contact, Problems = problems };
    }

    private Contact Check(ContactInput input, FieldErrors errors) =>
        ContactRules.Check(input, "", outlets.Contains, TopicBook.Empty, now, errors);

    private ContactInput Input(ContactRow row, AddressCheck.Accepted? named) => new()
    {
        Address = named?.Address.ToString() ?? row.Address,
        OtherAddresses = row.OtherAddresses,
        Name = NameOf(row, named),
        GivenName = Some(row.GivenName),
        FamilyName = Some(row.FamilyName),
        Phones = [.. row.Phones.Select(phone => new ContactPhone { Number = phone.Number, Kind = Kind(phone.Kind) })],
        Handles = [.. row.Handles.Select(handle => new Handle(handle.Network, handle.Name))],
        Positions = row.Outlet.Length == 0 ? [] : [new() { Outlet = outlets.IdOf(row.Outlet, row.OutletType), Role = Some(row.Role) }],
        Languages = row.Languages.Count > 0 ? row.Languages : [settings.Language],
        Countries = row.Countries.Count > 0 || settings.Country is null ? row.Countries : [settings.Country],
        Topics = row.Topics,
        TimeZone = Some(row.TimeZone),
        Notes = Some(row.Notes),
        Tags = row.Tags,
        Source = Some(row.Source) ?? settings.Source,
        SourceDate = settings.SourceDate,
        LawfulBasis = settings.LawfulBasis,
    };

    /// <summary>The address stands for a name that is not there; many lists have none.</summary>
    private static string? NameOf(ContactRow row, AddressCheck.Accepted? named) =>
        Some(row.Name) ?? Some(named?.Name) ?? (Some(row.GivenName + row.FamilyName) is null ? named?.Address.ToString() : null);

    /// <summary>An address of a whole newsroom is nothing unusual in a list of contacts.</summary>
    private static bool IsDoubt(AddressFinding finding) =>
        finding.Kind is AddressFindingKind.DomainTypo or AddressFindingKind.ConfusableDomain or AddressFindingKind.NoReply;

    private static RowProblem Problem(string field, string message) => new(field, "", message);

    private static PhoneKind Kind(string? word) => Enum.TryParse<PhoneKind>(word, ignoreCase: true, out var kind) ? kind : PhoneKind.Other;

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
