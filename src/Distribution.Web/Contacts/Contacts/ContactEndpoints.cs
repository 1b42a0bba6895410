using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Distribution.Audiences.Indexing;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Search;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Web.Contacts.Search;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Contacts.Contacts;

internal static class ContactEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder routes)
    {
        var contacts = routes.MapGroup("/api/contacts").WithTags("Contacts");
        contacts.MapGet("/", List).WithName("ListContacts").RequireRole(Role.Viewer);
        contacts.MapGet("/{id:id}", Read).WithName("ReadContact").RequireRole(Role.Viewer);
        contacts.MapGet("/{id:id}/phones", Phones).WithName("ListContactPhones").RequireRole(Role.Viewer);
        contacts.MapPost("/", Create).WithName("CreateContact").RequireRole(Role.Author).CreatesOnce();
        contacts.MapPost("/reindex", Reindex).WithName("ReindexContacts").RequireRole(Role.Administrator);
        contacts.MapPut("/{id:id}", Replace).WithName("ReplaceContact").RequireRole(Role.Author);
        contacts.MapPut("/{id:id}/delivery-preferences", ChangeDeliveryPreferences).WithName("ChangeDeliveryPreferences")
            .RequireRole(Role.Author);
        contacts.MapDelete("/{id:id}", Delete).WithName("DeleteContact").RequireRole(Role.Author);
    }

    /// <summary>Lists contacts by name, all or those that are searched for. A part may be short though there is a next one.</summary>
    internal static async Task<Results<Listing<ContactSummary>, UnreadableProblem>> List(
        HttpRequest request,
        [AsParameters] ContactSearchQuery search,
        [AsParameters] ListQuery query,
        SearchContacts searchContacts,
        CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        if (search.Problem(request, out var wanted) is { } refusal) return refusal;
        if (await searchContacts.RunAsync(wanted, query.Count, query.Key, cancellationToken) is { } page)
            return new Listing<ContactSummary>(page);
        var errors = new FieldErrors();
        errors.Add(ListQuery.AfterName, ListQuery.NotNext);
        return new UnreadableProblem(errors: errors);
    }

    /// <summary>Reads a contact.</summary>
    internal static async Task<Results<Found<ContactAnswer>, MissingProblem>> Read(
        string id, ContactStore contacts, CancellationToken cancellationToken) =>
        await contacts.FindAsync(id, cancellationToken) is { } found
            ? new Found<ContactAnswer>(ContactAnswer.From(found.Value), found.ETag)
            : await MissingContact.ReadAsync(id, contacts, cancellationToken);

    /// <summary>Lists a contact's telephone numbers as they are dialled at an office.</summary>
    internal static async Task<Results<Ok<IReadOnlyList<DialledPhone>>, UnreadableProblem, MissingProblem>> Phones(
        string id,
        [Required, Description("Id of the office where somebody wants to call.")] string? office,
        ContactStore contacts,
        OfficeStore offices,
        CancellationToken cancellationToken)
    {
        if (await contacts.FindAsync(id, cancellationToken) is not { Value: var contact }) return new MissingProblem();
        if (office is not null && await offices.FindAsync(office, cancellationToken) is { Value: var found })
            return TypedResults.Ok<IReadOnlyList<DialledPhone>>([.. contact.Phones.Select(phone => DialledPhone.At(phone, found.Country))]);
        var errors = new FieldErrors();
        errors.Add("office", "is not the id of an office.");
        return new UnreadableProblem(errors: errors);
    }

    /// <summary>
    /// Creates a contact. Where the address is known already, the answer says whose it is; findings say what is worth a look.
    /// </summary>
    internal static async Task<Results<Added<ContactAnswer>, ConflictProblem, InvalidProblem>> Create(
        ContactInput request, AddContact addContact, AuditTrail trail, CancellationToken cancellationToken)
    {
        var result = await addContact.RunAsync(request, cancellationToken);
        if (result is AddContactResult.Added { Contact.Value: var made }) await trail.CreatedAsync(made.Id, made);
        return result switch
        {
            AddContactResult.Added { Contact: var added } =>
                new Added<ContactAnswer>(ContactAnswer.From(added.Value), added.ETag, added.Value.Id),
            AddContactResult.Known known => new ConflictProblem(ProblemTypes.Exists, "The address is that of a contact already.")
            {
                Location = $"/api/contacts/{known.Id}",
            },
            AddContactResult.Invalid invalid => new InvalidProblem(invalid.Errors),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Rebuilds the search index of all contacts. It takes minutes; searches work meanwhile.</summary>
    internal static async Task<Accepted> Reindex(ReindexContacts reindexContacts, CancellationToken cancellationToken)
    {
        await reindexContacts.StartAsync(cancellationToken);
        return TypedResults.Accepted(uri: (string?)null);
    }

    /// <summary>Replaces a contact. A new address does not change the id; findings are doubts for a user to look at.</summary>
    internal static Task<Results<Saved<ContactAnswer>, MissingProblem, ChangedProblem, ConflictProblem, InvalidProblem>> Replace(
        string id,
        ContactInput request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ContactStore contacts,
        ReplaceContact replaceContact,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        ChangedContact.ReadAsync(
            id, ifMatch, contacts,
            found => replaceContact.RunAsync(found, request, cancellationToken),
            (before, after) => trail.ReplacedAsync(id, before, after),
            trail,
            cancellationToken);

    /// <summary>Keeps how a contact has said that they want to be mailed: a pause, the hour of their digest, later translations.</summary>
    internal static Task<Results<Saved<ContactAnswer>, MissingProblem, ChangedProblem, ConflictProblem, InvalidProblem>>
        ChangeDeliveryPreferences(
            string id,
            DeliveryPreferences request,
            [FromHeader(Name = "If-Match")] string? ifMatch,
            ContactStore contacts,
            ChangeDeliveryPreferences changeDeliveryPreferences,
            AuditTrail trail,
            CancellationToken cancellationToken) =>
            ChangedContact.ReadAsync(
                id, ifMatch, contacts,
                found => changeDeliveryPreferences.RunAsync(found, request, cancellationToken),
                (before, after) => trail.ReplacedAsync(id, before, after),
            trail,
                cancellationToken);

    /// <summary>Deletes a contact and ends its subscriptions for good.</summary>
    internal static async Task<Results<NoContent, MissingProblem, ChangedProblem, ConflictProblem>> Delete(
        string id,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ContactStore contacts,
        RemoveContact removeContact,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        if (await contacts.FindAsync(id, cancellationToken) is not { } found)
            return await MissingContact.ReadAsync(id, contacts, cancellationToken);
        if (!EntityTags.Pass(ifMatch, found.ETag))
            return new ChangedProblem { Members = await trail.LastChangeAsync<Contact>(id, found.ETag, cancellationToken) };
        if (!await removeContact.RunAsync(found, cancellationToken))
        {
            var current = (await contacts.FindAsync(id, cancellationToken))?.ETag;
            var members = await trail.LastChangeAsync<Contact>(id, current, cancellationToken);
            return ifMatch is null
                ? new ConflictProblem(ProblemTypes.Conflict) { Members = members }
                : new ChangedProblem { Members = members };
        }

        await trail.DeletedAsync<Contact>(id);
        return TypedResults.NoContent();
    }
}
