namespace Distribution.Contacts;

/// <summary>Says what an outlet is needed for.</summary>
public sealed class FindOutletUse(ContactStore contacts)
{
    /// <summary>A sentence; null when nothing needs it.</summary>
    public async Task<string?> RunAsync(string outlet, CancellationToken cancellationToken) =>
        await contacts.AnyAtAsync(outlet, cancellationToken) ? "A contact works for this outlet." : null;
}
