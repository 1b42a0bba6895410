using Distribution.Contacts.Outlets;
using Distribution.Platform.Validation;

namespace Distribution.Contacts.Contacts;

/// <summary>Checks what is said about a contact against the rules and the outlets there are.</summary>
public sealed class CheckContact(OutletStore outlets, TimeProvider clock)
{
    /// <returns>The contact in the form that is kept, where there are no errors.</returns>
    public async Task<Contact> RunAsync(string id, ContactInput input, FieldErrors errors, CancellationToken cancellationToken)
    {
        HashSet<string> known = [];
        foreach (var outlet in input.Positions.Select(position => position.Outlet).Distinct())
        {
            if (await outlets.FindAsync(outlet, cancellationToken) is not null) known.Add(outlet);
        }

        return ContactRules.Check(input, id, known.Contains, clock.GetUtcNow(), errors);
    }
}
