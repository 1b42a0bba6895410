namespace Distribution.Contacts.Contacts;

/// <summary>
/// Something that is derived from contacts, such as the copies in their subscriptions, and follows each change. Projections run in the order
/// of their registration, so that each may read what those before it have written. Idempotent.
/// </summary>
public interface IContactProjection
{
    /// <param name="id">Id of the contact.</param>
    /// <param name="contact">The contact as it is now; null when it is deleted.</param>
    /// <param name="cancellationToken">Ends it between two writes.</param>
    /// <returns>False when the contact has to be left alone, the projections behind this one included, until something else syncs it again.</returns>
    Task<bool> RunAsync(string id, Contact? contact, CancellationToken cancellationToken);
}
