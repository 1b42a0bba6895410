namespace Distribution.Contacts.Contacts;

/// <summary>A fact about a contact that has an origin of its own, and what becomes of it where two contacts meet.</summary>
/// <param name="Name">The name of its field in JSON.</param>
/// <param name="IsSame">Whether two contacts agree on it.</param>
/// <param name="Fill">The known contact, with the fact of a row where it lacks its own.</param>
/// <param name="Replace">The known contact, with the fact of a row where that has one.</param>
/// <param name="TakeBack">A merged contact as it is now, without what came by the merge and was not changed since; it was one before and another after it.</param>
public sealed record ContactFact(
    string Name,
    Func<Contact, Contact, bool> IsSame,
    Func<Contact, Contact, Contact> Fill,
    Func<Contact, Contact, Contact> Replace,
    Func<Contact, Contact, Contact, Contact> TakeBack)
{
    internal static ContactFact Text(string name, Func<Contact, string?> get, Func<Contact, string?, Contact> set) => new(
        name,
        IsSame: (one, other) => get(one) == get(other),
        Fill: (known, row) => set(known, get(known) ?? get(row)),
        Replace: (known, row) => set(known, get(row) ?? get(known)),
        TakeBack: (now, before, after) => get(now) == get(after) ? set(now, get(before)) : now);

    /// <param name="name">Its name.</param>
    /// <param name="get">Reads the values.</param>
    /// <param name="set">Writes them.</param>
    /// <param name="join">The known values together with those of a row.</param>
    internal static ContactFact List<T>(
        string name,
        Func<Contact, IReadOnlyList<T>> get,
        Func<Contact, IReadOnlyList<T>, Contact> set,
        Func<IReadOnlyList<T>, IReadOnlyList<T>, IEnumerable<T>> join) => new(
        name,
        IsSame: (one, other) => get(one).SequenceEqual(get(other)),
        Fill: (known, row) => set(known, [.. join(get(known), get(row))]),
        Replace: (known, row) => get(row).Count > 0 ? set(known, get(row)) : known,
        TakeBack: (now, before, after) => set(now, [.. get(now).Except(get(after).Except(get(before)))]));
}
