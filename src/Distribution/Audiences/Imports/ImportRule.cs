using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Imports;

/// <summary>Merges a row into an existing contact; pure.</summary>
public static class ImportRule
{
    /// <returns>The contact as it is to be; the very one that was given where the row adds nothing.</returns>
    public static Contact Merge(Contact known, Contact row, ExistingContacts policy) => policy switch
    {
        ExistingContacts.Keep => known,
        ExistingContacts.Fill => Carry(known, Fill(known, row), row),
        _ => Carry(known, Replaced(known, row), row),
    };

    /// <summary>The contact with what it lacks and the row has; says nothing of where that comes from.</summary>
    public static Contact Fill(Contact known, Contact row) => known with
    {
        OtherAddresses = [.. known.OtherAddresses.Union(row.OtherAddresses).Except([known.Address])],
        Name = known.Name == known.Address ? row.Name : known.Name,
        GivenName = known.GivenName ?? row.GivenName,
        FamilyName = known.FamilyName ?? row.FamilyName,
        Phones = Joined(known.Phones, row.Phones, phone => phone.Number),
        Handles = Joined(known.Handles, row.Handles, handle => handle),
        Positions = known.Positions.Count > 0 ? known.Positions : row.Positions,
        Countries = known.Countries.Count > 0 ? known.Countries : row.Countries,
        Topics = [.. known.Topics.Union(row.Topics)],
        TimeZone = known.TimeZone ?? row.TimeZone,
        Notes = known.Notes ?? row.Notes,
        Tags = [.. known.Tags.Union(row.Tags)],
    };

    private static Contact Replaced(Contact known, Contact row) => known with
    {
        OtherAddresses = [.. known.OtherAddresses.Union(row.OtherAddresses).Except([known.Address])],
        Name = row.Name == row.Address ? known.Name : row.Name,
        GivenName = row.GivenName ?? known.GivenName,
        FamilyName = row.FamilyName ?? known.FamilyName,
        Phones = row.Phones.Count > 0 ? row.Phones : known.Phones,
        Handles = row.Handles.Count > 0 ? row.Handles : known.Handles,
        Positions = Moved(known, row),
        Languages = row.Languages,
        Countries = row.Countries.Count > 0 ? row.Countries : known.Countries,
        Topics = row.Topics.Count > 0 ? row.Topics : known.Topics,
        TimeZone = row.TimeZone ?? known.TimeZone,
        Notes = row.Notes ?? known.Notes,
        Tags = row.Tags.Count > 0 ? row.Tags : known.Tags,
    };

    /// <summary>Someone who has moved keeps the old position, with its last day.</summary>
    private static IReadOnlyList<Position> Moved(Contact known, Contact row)
    {
        if (row.Positions is not [var now, ..]) return known.Positions;
        if (known.PositionOn(row.SourceDate) is not { } before) return [now, .. known.Positions];
        if (before.Outlet == now.Outlet)
        {
            return now.Role is null || now.Role == before.Role ? known.Positions : [.. known.Positions.Select(position => position == before ? before with { Role = now.Role } : position)];
        }

        var ended = before with { Until = DateOnly.FromDateTime(row.SourceDate.UtcDateTime).AddDays(-1) };
        return [now, .. known.Positions.Select(position => position == before ? ended : position)];
    }

    private static IReadOnlyList<T> Joined<T, TKey>(IReadOnlyList<T> known, IReadOnlyList<T> row, Func<T, TKey> key) => [.. known.Concat(row).DistinctBy(key)];

    private static Contact Carry(Contact known, Contact merged, Contact row) =>
        Origins.AreSame(known, merged)
            ? known
            : Origins.Carry(known, merged with { Source = row.Source, SourceDate = row.SourceDate, LawfulBasis = known.LawfulBasis });
}
