using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Outlets;
using Distribution.Publisher.Topics;

namespace Distribution.Dispatches.Previews;

/// <summary>Finds planning's decision about a recipient, and the language of their mail.</summary>
public sealed class FindPreviewRecipient(ExplainAudience explainAudience, TopicStore topics, TimeProvider clock)
{
    /// <summary>Stands for an imagined person's id, and for that of the outlet they work for.</summary>
    private const string Nobody = "nobody";

    /// <returns>Null when there is no such contact.</returns>
    public async Task<ExplainedRecipient?> RunAsync(Addressing addressing, PreviewRecipient reader, CancellationToken cancellationToken) =>
        reader.Contact is { } contact
            ? await explainAudience.RecipientAsync(addressing, contact, cancellationToken)
            : Imagine(await addressing.WithTopicsAsync(topics, cancellationToken), reader);

    private ExplainedRecipient Imagine(Addressing addressing, PreviewRecipient reader)
    {
        var subscriptions = addressing.Audience.Lists.Select(list => Imagine(list, reader)).ToList();
        AudienceRule rule = new(addressing, Outlets(reader), _ => false, clock.GetUtcNow());
        // A draft may be without an audience; then nobody is on a list of it, and the mail reads all the same.
        return ExplainedRecipient.Create(rule, subscriptions, subscriptions.FirstOrDefault() ?? Imagine("", reader), null);
    }

    private static Membership Imagine(string list, PreviewRecipient reader) => new()
    {
        List = list,
        Contact = Nobody,
        State = SubscriptionState.Confirmed,
        Address = "reader@example.org",
        Name = "",
        Languages = One(reader.Language),
        Countries = One(reader.Country),
        Topics = One(reader.Topic),
        Outlet = reader.OutletType is null ? null : Nobody,
    };

    private static Dictionary<string, Outlet> Outlets(PreviewRecipient reader) =>
        reader.OutletType is { } type ? new() { [Nobody] = new() { Id = Nobody, Name = "", Type = type } } : [];

    private static string[] One(string? value) => value is null ? [] : [value];
}
