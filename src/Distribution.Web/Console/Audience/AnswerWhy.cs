using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Selection;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Search;
using Distribution.Platform.Addresses;
using Distribution.Web.Console.Releases;

namespace Distribution.Web.Console.Audience;

/// <summary>Answers whether one person would get a release, asked for by a name, an address or a contact.</summary>
internal sealed class AnswerWhy(ExplainAudience explainAudience, SearchContacts searchContacts, ContactStore contacts, MediaListStore lists)
{
    private const int Most = 10;

    public async Task<WhyContent> RunAsync(ReleaseVisit visit, string text, string? chosen, CancellationToken cancellationToken)
    {
        var contact = chosen;
        IReadOnlyList<ContactSummary> found = [];
        if (contact is null && MailAddress.Parse(text) is { } address)
            contact = await explainAudience.FindAsync(address, cancellationToken);
        else if (contact is null && text.Length > 0)
        {
            found = (await searchContacts.RunAsync(new() { Text = text }, Most, null, cancellationToken))?.Items ?? [];
            if (found is [var only]) (contact, found) = (only.Id, []);
        }

        if (contact is null) return new() { Text = text, Found = found };
        var addressing = visit.Document.IfApproved().AddressingBy(visit.Visit.Organisation);
        var named = await lists.AllAsync(cancellationToken)
            .ToDictionaryAsync(row => row.Value.Id, row => row.Value.Names.In(visit.Visit.Language), cancellationToken: cancellationToken);
        return new()
        {
            Text = text,
            Name = (await contacts.FindAsync(contact, cancellationToken))?.Value.Name ?? "",
            Explanation = await explainAudience.RunAsync(addressing, contact, cancellationToken),
            Lists = named,
        };
    }
}
