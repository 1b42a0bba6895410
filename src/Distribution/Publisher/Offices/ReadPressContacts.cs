namespace Distribution.Publisher.Offices;

/// <summary>Reads the press officers that journalists may call, without deleted officers and offices.</summary>
public sealed class ReadPressContacts(OfficeStore offices, PressOfficerStore officers)
{
    /// <returns>The press officers with these ids, in this order.</returns>
    public async Task<IReadOnlyList<PressContact>> RunAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(ids.Select(id => ReadAsync(id, cancellationToken)));
        return [.. found.OfType<PressContact>()];
    }

    private async Task<PressContact?> ReadAsync(string id, CancellationToken cancellationToken) =>
        await officers.FindAsync(id, cancellationToken) is { Value: var officer }
            && await offices.FindAsync(officer.Office, cancellationToken) is { Value: var office }
            ? new(officer, office)
            : null;
}
