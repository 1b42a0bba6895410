using Azure;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Distribution.Web.Contacts.Contacts;

/// <summary>The answer to a change of a contact.</summary>
internal static class ChangedContact
{
    /// <summary>Changes a contact if it is still the version that If-Match names, and has the change written down.</summary>
    /// <param name="id">Id of the contact.</param>
    /// <param name="ifMatch">The header, if there is one.</param>
    /// <param name="contacts">Where the contact is.</param>
    /// <param name="change">The change.</param>
    /// <param name="note">Writes down what was before and what is now.</param>
    /// <param name="trail">Where it is found who changed the contact last.</param>
    public static async Task<Results<Saved<ContactAnswer>, MissingProblem, ChangedProblem, ConflictProblem, InvalidProblem>> ReadAsync(
        string id,
        string? ifMatch,
        ContactStore contacts,
        Func<Stored<Contact>, Task<ReplaceContactResult>> change,
        Func<Contact, Contact, Task> note,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        if (await contacts.FindAsync(id, cancellationToken) is not { } found)
            return await MissingContact.ReadAsync(id, contacts, cancellationToken);
        if (!EntityTags.Pass(ifMatch, found.ETag)) return new ChangedProblem { Members = await LastChangeAsync(found.ETag) };
        var result = await change(found);
        if (result is ReplaceContactResult.Replaced { Contact.Value: var made }) await note(found.Value, made);
        return result switch
        {
            ReplaceContactResult.Replaced { Contact: var replaced } =>
                new Saved<ContactAnswer>(ContactAnswer.From(replaced.Value), replaced.ETag),
            ReplaceContactResult.Invalid invalid => new InvalidProblem(invalid.Errors),
            _ when ifMatch is not null =>
                new ChangedProblem { Members = await LastChangeAsync((await contacts.FindAsync(id, cancellationToken))?.ETag) },
            _ => new ConflictProblem(ProblemTypes.Conflict)
            {
                Members = await LastChangeAsync((await contacts.FindAsync(id, cancellationToken))?.ETag),
            },
        };

        Task<IReadOnlyDictionary<string, object?>> LastChangeAsync(ETag? version) =>
            trail.LastChangeAsync<Contact>(id, version, cancellationToken);
    }
}
