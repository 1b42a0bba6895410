using Distribution.Contacts.Files.Values;

namespace Distribution.Contacts.Files.Mapping;

/// <summary>A tool's export, known by columns that only it has.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Signs">Columns that each export of it has.</param>
/// <param name="Targets">Columns that mean something else there than their name says elsewhere; an empty target leaves a column
/// out.</param>
internal sealed record KnownTool(ContactTool Tool, string[] Signs, IReadOnlyDictionary<string, string> Targets)
{
    /// <summary>Mailtrain's prefix for the names of a list's own fields.</summary>
    private const string MergePrefix = "MERGE_";

    /// <summary>The tools, in the order in which they are looked for.</summary>
    public static IReadOnlyList<KnownTool> All { get; } =
    [
        new(ContactTool.Distribution, ["address", "otherAddresses", "givenName", "outletType", "timeZone"], None),
        new(ContactTool.Mailchimp, ["Email Address", "MEMBER_RATING", "LAST_CHANGED", "EUID"], Only(("Address", ""), ("REGION", ""))),
        new(ContactTool.Listmonk, ["uuid", "email", "name", "attributes", "status"], None),
        new(ContactTool.Mailtrain, ["cid", "status", "HASH_EMAIL", "EMAIL"], None),
        new(ContactTool.HubSpot, ["Record ID", "First Name", "Last Name", "Email"], None),
        new(ContactTool.GoogleContacts, ["File As", "Phonetic First Name", "Labels"], Only(("Labels", Labels))),
        new(
            ContactTool.GoogleContacts, ["Given Name", "Yomi Name", "Group Membership"],
            Only(("Group Membership", Labels), ("Organization 1 - Yomi Name", ""))),
        new(
            ContactTool.Outlook, ["First Name", "Last Name", "E-mail Address", "Business Phone", "Job Title"],
            Only(("Title", ""), ("Keywords", ""), ("Location", ""))),
        new(ContactTool.Keila, ["Email", "First name", "Last name", "Data", "Status"], Only(("Data", "attributes"))),
        new(ContactTool.Brevo, ["CONTACT ID", "EMAIL", "ADDED_TIME", "MODIFIED_TIME"], None),
        new(ContactTool.Kit, ["first_name", "email", "state", "created_at"], Only(("state", "mailStatus"))),
        new(ContactTool.ActiveCampaign, ["Contact ID", "Email", "First Name", "Last Name", "Date Created", "Status"], None),
        new(ContactTool.Salesforce, ["Id", "FirstName", "LastName", "Email", "HasOptedOutOfEmail"], None),
    ];

    /// <summary>Groups that Google makes itself, such as <c>* myContacts</c>, are no tags of anybody's.</summary>
    public const string GroupsOfGoogle = "google";

    /// <summary>The same groups as its cards name them.</summary>
    public static IReadOnlyList<string> GroupsInCards { get; } = ["myContacts", "My Contacts", "Starred in Android", "starred"];

    private const string Labels = $"tags:{GroupsOfGoogle}";

    private static Dictionary<string, string> None => [];

    /// <summary>The tool whose export has these columns; null when it is none we know.</summary>
    public static KnownTool? From(IEnumerable<string> headers)
    {
        var folded = headers.Select(Folding.Fold).ToHashSet();
        return All.FirstOrDefault(tool => tool.Signs.All(sign => folded.Contains(Folding.Fold(sign))));
    }

    /// <summary>Where the cells of a column go.</summary>
    public ColumnTarget? Find(string header)
    {
        if (Targets.TryGetValue(Folding.Fold(header), out var target)) return ColumnTarget.Parse(target);
        var isMerge = Tool == ContactTool.Mailtrain && header.StartsWith(MergePrefix, StringComparison.Ordinal);
        return HeaderNames.Find(isMerge ? header[MergePrefix.Length..] : header);
    }

    private static Dictionary<string, string> Only(params (string Column, string Target)[] targets) =>
        targets.ToDictionary(target => Folding.Fold(target.Column), target => target.Target);
}
