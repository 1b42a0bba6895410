namespace Distribution.Publisher.Offices;

/// <summary>Finds the press officers that a journalist may call for an office.</summary>
public sealed class FindOnDuty(OfficeStore offices, PressOfficerStore officers, TimeProvider clock)
{
    /// <param name="office">Id of the office.</param>
    /// <param name="at">The instant; now when left out.</param>
    /// <param name="language">The journalist's language, if known.</param>
    /// <returns>Best first; null when there is no such office.</returns>
    public async Task<IReadOnlyList<OnDuty>?> RunAsync(string office, DateTimeOffset? at, string? language, CancellationToken cancellationToken)
    {
        var known = await offices.AllAsync(cancellationToken).ToDictionaryAsync(row => row.Value.Id, row => row.Value, cancellationToken: cancellationToken);
        if (!known.ContainsKey(office)) return null;
        var contacts = await officers.AllAsync(cancellationToken)
            .Where(officer => known.ContainsKey(officer.Value.Office))
            .Select(officer => new PressContact(officer.Value, known[officer.Value.Office]))
            .ToListAsync(cancellationToken);
        return DutyOrder.Sort(office, new(known.Values), contacts, at ?? clock.GetUtcNow(), language);
    }
}
