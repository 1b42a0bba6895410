using Distribution.Contacts.Outlets;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Contacts.Contacts;

/// <summary>Has a contact go to another outlet. Everything else about them stays, with where it comes from.</summary>
public sealed class ChangeEmployer(OutletStore outlets, ReplaceContact replaceContact, TimeProvider clock)
{
    public async Task<ReplaceContactResult> RunAsync(Stored<Contact> read, ChangeEmployerInput move, CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        var isOutlet = await outlets.FindAsync(move.Outlet, cancellationToken) is not null;
        errors.Require(isOutlet, "outlet", "is not the id of an outlet. Create the outlet first.");
        var day = move.Date ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        errors.Require(day > DateOnly.MinValue, "date", "is not a possible first day.");
        if (errors.Any) return new ReplaceContactResult.Invalid(errors);

        var positions = ChangeEmployerRule.Change(read.Value.Positions, move, day, errors);
        if (errors.Any) return new ReplaceContactResult.Invalid(errors);
        var input = ContactInput.From(read.Value) with { Positions = positions, Source = move.Source, SourceDate = move.SourceDate };
        return await replaceContact.RunAsync(read, input, cancellationToken);
    }
}
