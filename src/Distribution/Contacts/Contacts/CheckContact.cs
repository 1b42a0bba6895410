using Distribution.Contacts.Outlets;
using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;

namespace Distribution.Contacts.Contacts;

/// <summary>Checks what is said about a contact against the rules, the outlets and the topics there are.</summary>
public sealed class CheckContact(OutletStore outlets, TopicStore topics, TimeProvider clock)
{
    /// <returns>The contact in the form that is kept, where there are no errors.</returns>
    public async Task<Contact> RunAsync(string id, ContactInput input, FieldErrors errors, CancellationToken cancellationToken)
    {
        HashSet<string> known = [];
        foreach (var outlet in input.Positions.Select(position => position.Outlet).Distinct())
        {
            if (await outlets.FindAsync(outlet, cancellationToken) is not null) known.Add(outlet);
        }

        var vocabulary = await topics.ReadForAsync(input.Topics, cancellationToken);
        return ContactRules.Check(input, id, known.Contains, vocabulary, clock.GetUtcNow(), errors);
    }
}
