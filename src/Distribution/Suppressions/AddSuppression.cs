using Distribution.Contacts;
using Distribution.Security;
using Distribution.Storage;
using Distribution.Validation;

namespace Distribution.Suppressions;

/// <summary>Makes sure that an address is not mailed; harmless to repeat.</summary>
public sealed class AddSuppression(SuppressionStore suppressions, AddressHash addressHash, TimeProvider clock)
{
    public async Task<AddSuppressionResult> RunAsync(SuppressionInput input, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        SuppressionRules.Check(input, errors);
        if (errors.Any) return new AddSuppressionResult.Invalid(errors);

        var id = addressHash.Of(MailAddress.Parse(input.Address)!);
        var suppression = new Suppression { Id = id, Reason = input.Reason, Evidence = input.Evidence.Trim(), At = clock.GetUtcNow() };
        var written = await suppressions.AddAsync(id, suppression, cancellationToken);
        return written is WriteResult.Done && await suppressions.FindAsync(id, cancellationToken) is { } added
            ? new AddSuppressionResult.Added(added)
            : new AddSuppressionResult.Known(id);
    }
}
