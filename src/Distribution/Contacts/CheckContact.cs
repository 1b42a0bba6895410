using Distribution.Validation;

namespace Distribution.Contacts;

/// <summary>Checks what is said about a contact against the rules and the outlets there are.</summary>
public sealed class CheckContact(OutletStore outlets, TimeProvider clock)
{
    /// <returns>The contact in the form that is kept, where there are no errors.</returns>
    public async Task<Contact> RunAsync(string id, ContactInput input, FieldErrors errors, CancellationToken cancellationToken)
    {
        var outletKnown = input.Outlet is null || await outlets.FindAsync(input.Outlet, cancellationToken) is not null;
        return ContactRules.Check(input, id, outletKnown, clock.GetUtcNow(), errors);
    }
}
